package reuse

import (
	"net/http"
	"regexp"
)

var other *regexp.Regexp

func thing(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`not this file`).MatchString(r.Host) // want "is compiled again each time"
}

// the variable of another file
func acrossFiles(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`^\S+@\S+$`).MatchString(r.Host) // want "is compiled again each time"
}

// the variable is there on some platforms only: no fix
func platform(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`platform`).MatchString(r.Host) // want "is compiled again each time"
	regexp.MustCompile(`tagged`).MatchString(r.Host)   // want "is compiled again each time"
}
