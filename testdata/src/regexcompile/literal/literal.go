// Package literal has patterns that are only text.
package literal

import (
	"net/http"
	"regexp"
)

var (
	get     = regexp.MustCompile(`^GET `)
	js      = regexp.MustCompile(`\.js$`)
	index   = regexp.MustCompile(`^index\.html$`)
	bot     = regexp.MustCompile(`.*bot.*`)
	folded  = regexp.MustCompile(`(?i)bot`)
	class   = regexp.MustCompile(`^[a-z]`)
	posix   = regexp.MustCompilePOSIX(`^bot`)
	Changed = regexp.MustCompile(`changed`)
)

func init() { Changed = get }

// per element of a request
func elements(w http.ResponseWriter, r *http.Request) {
	for name, values := range r.Header {
		get.MatchString(name)                    // want "precompiled regexp `\\^GET ` only tests for a prefix"
		js.Match([]byte(name))                   // want "precompiled regexp `\\\\.js\\$` only tests for a suffix"
		index.MatchString(name)                  // want "precompiled regexp `.*` only compares with one text"
		bot.MatchString(name)                    // want "precompiled regexp `.*` only looks for one text"
		dash.ReplaceAllString(name, "_")         // want "precompiled regexp `-` only replaces one text"
		dash.ReplaceAllLiteralString(name, "$1") // want "precompiled regexp `-` only replaces one text"
		dash.Split(name, -1)                     // want "precompiled regexp `-` only splits at one text"
		dash.Split(name, 2)                      // nope: strings.SplitN counts alike, but say nothing
		dash.ReplaceAllString(name, "$0")        // nope: the replacement is a template
		dash.ReplaceAllString(name, values[0])   // nope: it may be one
		bot.ReplaceAllString(name, "")           // nope: replaces what is around the text, too
		get.FindString(name)                     // nope: nothing in package strings returns the same
		folded.MatchString(name)                 // nope: folds case
		class.MatchString(name)                  // nope: more than one text
		posix.MatchString(name)                  // nope: ^ matches at the start of each line
		Changed.MatchString(name)                // nope: holds another pattern
	}
}

var dash = regexp.MustCompile(`-`)

// nope: once per request it does not matter
func request(w http.ResponseWriter, r *http.Request) {
	get.MatchString(r.URL.Path)
}
