package nasty

import (
	"net/http"
	"regexp"
)

// comments in what a fix would replace: no fix
func comments(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile( /* why */ `comment 1`).MatchString(r.Host) // want "is compiled again each time"
	a := regexp.MustCompile(`comment 2` +                          // want "is compiled again each time"
		// between the parts
		`, second half`)
	a.MatchString(r.Host)
	b, _ /* never fails */ := regexp.MatchString(`comment 3`, r.Host) // want "is compiled on every call"
	_ = b
	/* touches */ regexp.MustCompile( /* inside */ `comment 4`).MatchString(r.Host) // want "is compiled again each time"
}

// comments around it stay
func around(w http.ResponseWriter, r *http.Request) {
	// above
	ok, _ := regexp.MatchString(`around` /* the host */, r.Host /* , not the path */) // want "is compiled on every call"
	_ = ok                                                                            // behind
}
