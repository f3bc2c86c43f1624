package imports

import (
	"net/http"
	. "regexp"
)

// a dot import
func dot(w http.ResponseWriter, r *http.Request) {
	MustCompile(`^dot$`).MatchString(r.Host)    // want "is compiled again each time"
	ok, _ := MatchString(`^dot-match$`, r.Host) // want "is compiled on every call of regexp.MatchString"
	_ = ok
}
