// Package reuse has variables for some patterns already.
package reuse

import (
	"net/http"
	"regexp"
)

var (
	email    = regexp.MustCompile(`^\S+@\S+$`)
	longest  = regexp.MustCompile(`a|ab`)
	replaced = regexp.MustCompile(`replaced`)
	Exported = regexp.MustCompile(`exported`)
	posix    = regexp.MustCompilePOSIX(`posix`)
)

func init() {
	longest.Longest()
	replaced = nil
}

// a variable with the same pattern
func reuse(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`^\S+@\S+$`).MatchString(r.Host)    // want "is compiled again each time"
	ok, _ := regexp.MatchString("^\\S+@\\S+$", r.URL.Path) // want "is compiled on every call"
	_ = ok
}

// its name means something else here: no fix
func shadow(w http.ResponseWriter, r *http.Request) {
	email := r.FormValue("email")
	regexp.MustCompile(`^\S+@\S+$`).MatchString(email) // want "is compiled again each time"
}

// variables that hold something else, or may come to
func different(w http.ResponseWriter, r *http.Request) {
	host := r.Host
	regexp.MustCompile(`a|ab`).MatchString(host) // want "is compiled again each time"
}

func different2(w http.ResponseWriter, r *http.Request) {
	query := r.URL.RawQuery
	regexp.MustCompile(`replaced`).MatchString(query) // want "is compiled again each time"
}

func different3(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	regexp.MustCompile(`exported`).MatchString(path) // want "is compiled again each time"
}

func different4(w http.ResponseWriter, r *http.Request) {
	scheme := r.URL.Scheme
	regexp.MustCompile(`posix`).MatchString(scheme) // want "is compiled again each time"
	posix.MatchString(scheme)
	email.MatchString(scheme)
}

// in two files: this one declares the variable
func twoFiles(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`two files`).MatchString(r.Host) // want "is compiled again each time"
}

// nope: cold, so that the other file declares the variable
func NewThing(s string) bool { // want NewThing:"compiles"
	return regexp.MustCompile(`not this file`).MatchString(s)
}
