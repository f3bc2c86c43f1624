package imports

import (
	"net/http"
	"regexp"
)

// the only use of the import; the variable in there.go cannot be used
// without an edit of the imports: no fix
func last(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`there already`).MatchString(r.Host) // want "is compiled again each time"
}
