//zenith:ignore regexcompile the whole file is fine

package suppress

import (
	"net/http"
	"regexp"
)

// nope: the whole file
func file(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`8`).MatchString(r.Host)
}
