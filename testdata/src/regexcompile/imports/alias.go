// Package imports imports package regexp under other names.
package imports

import (
	"net/http"
	re "regexp"
	"strings"

	"regexcompile/imports/texts"
	"regexcompile/pattern/words"
)

// under another name
func alias(w http.ResponseWriter, r *http.Request) {
	city := r.FormValue("city")
	if re.MustCompile(`^[A-Z]`).MatchString(strings.TrimSpace(city)) { // want "is compiled again each time"
		words.Word.MatchString(city)
	}
	ok, _ := re.MatchString(texts.Zip, r.FormValue("zip")) // want "is compiled on every call of regexp.MatchString"
	_ = ok
}

// shadowed: the name means the import at package level again
func shadowed(w http.ResponseWriter, r *http.Request) {
	host := re.MustCompile(`^www\.`) // want "is compiled again each time"
	re := "shadows"
	host.ReplaceAllString(r.Host, re)
}

type compiler struct{}

func (compiler) MustCompile(string) *re.Regexp            { return nil }
func (compiler) MatchString(string, string) (bool, error) { return false, nil }

// nope: not package regexp
func other(w http.ResponseWriter, r *http.Request) {
	var regexp compiler
	regexp.MustCompile(`^shadow$`).MatchString(r.Host)
	regexp.MatchString(`^shadow$`, r.Host)
}

// a local constant: no fix, it means nothing outside the function
func local(w http.ResponseWriter, r *http.Request) {
	const pattern = `^local$`
	re.MustCompile(pattern).MatchString(r.Host) // want "is compiled again each time"
	const domain = `^inner$`                    // shadows that of the package
	re.MustCompile(domain).MatchString(r.Host)  // want "is compiled again each time"
	re.MustCompile(suffix).MatchString(r.Host)  // want "is compiled again each time"
}

const (
	domain = `^outer$`
	suffix = `\.org$`
)

// the same text from another package, which must stay in use: no fix there
func same(w http.ResponseWriter, r *http.Request) {
	re.MustCompile(`^\d{3}$`).MatchString(r.Host)   // want "is compiled again each time"
	re.MustCompile(texts.Three).MatchString(r.Host) // want "is compiled again each time"
}
