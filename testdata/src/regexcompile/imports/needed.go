package imports

import (
	"net/http"
	"regexp"

	"regexcompile/imports/texts"
)

// the second is the only use of the other import: no fix for it
func needed(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`^\d{4}$`).MatchString(r.Host)  // want "is compiled again each time"
	regexp.MustCompile(texts.Four).MatchString(r.Host) // want "is compiled again each time"
}
