package skipped

import (
	"net/http"
	"regexp"
)

// reported where the comment says, and not fixed: edits would go to template.rl
func mapped(w http.ResponseWriter, r *http.Request) {
//line template.rl:12
	regexp.MustCompile(`line`).MatchString(r.Host) // want "is compiled again each time"
}
