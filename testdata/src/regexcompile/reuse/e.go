package reuse

import (
	"net/http"
	"regexp"
)

// in two files: the other declares the variable; no fix here
func twoFiles2(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`two files`).MatchString(r.Host) // want "is compiled again each time"
}
