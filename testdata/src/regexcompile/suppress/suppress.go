// Package suppress switches findings off.
package suppress

import (
	"net/http"
	"regexp"
)

// nope: on the line, or the line above, in each of the forms
func lines(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`1`).MatchString(r.Host) //zenith:ignore regexcompile it is fine
	//zenith:ignore concatloop,regexcompile it is fine
	regexp.MustCompile(`2`).MatchString(r.Host)
	//lint:ignore regexcompile it is fine
	regexp.MustCompile(`3`).MatchString(r.Host)
	regexp.MustCompile(`4`).MatchString(r.Host) //nolint:zenithlint // it is fine
	regexp.MustCompile(`5`).MatchString(r.Host) //nolint:regexcompile // it is fine
}

// a comment about another rule
func others(w http.ResponseWriter, r *http.Request) {
	//zenith:ignore concatloop it is fine
	regexp.MustCompile(`6`).MatchString(r.Host) // want "is compiled again each time"
}

// nope: the whole declaration
//
//zenith:ignore regexcompile it is fine
func declaration(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`7`).MatchString(r.Host)
}
