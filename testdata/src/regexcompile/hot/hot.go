// Package hot compiles constant patterns where requests and loops go.
package hot

import (
	"net/http"
	"regexp"
)

const domain = `@example\.com$`

// in a handler
func signup(w http.ResponseWriter, r *http.Request) {
	email := r.FormValue("email")
	if !regexp.MustCompile(`^\S+@\S+$`).MatchString(email) { // want "regexp `.*` is compiled again each time although it never changes \\[request: net/http handler .*signup\\]"
		http.Error(w, "email", http.StatusBadRequest)
	}
}

// MatchString, its error discarded
func login(w http.ResponseWriter, r *http.Request) {
	if ok, _ := regexp.MatchString(`^[a-z]{3,}$`, r.FormValue("user")); !ok { // want "regexp `.*` is compiled on every call of regexp.MatchString"
		http.Error(w, "user", http.StatusBadRequest)
	}
}

// Match, assigned to a variable that is there
func matchBytes(w http.ResponseWriter, r *http.Request) {
	var ok bool
	agent := []byte(r.UserAgent())
	ok, _ = regexp.Match("(?i)bot|crawler", agent) // want "regexp `\\(\\?i\\)bot\\|crawler` is compiled on every call of regexp.Match"
	_ = ok
}

// MatchReader; the result is dropped altogether
func matchReader(w http.ResponseWriter, r *http.Request) {
	regexp.MatchReader(`a+`, nil) // want "compiled on every call of regexp.MatchReader"
}

// an error that is discarded
func compiled(w http.ResponseWriter, r *http.Request) {
	slug, _ := regexp.Compile(`[^a-z0-9]+`) // want "is compiled again each time"
	w.Write(slug.ReplaceAll(nil, nil))
}

// an error that is looked at: no fix
func checked(w http.ResponseWriter, r *http.Request) {
	re, err := regexp.Compile(`[^a-z]+`) // want "is compiled again each time"
	if err != nil {
		return
	}
	re.MatchString(r.URL.Path)
}

// a result that is looked at together with the error: no fix
func checkedMatch(w http.ResponseWriter, r *http.Request) {
	ok, err := regexp.MatchString(`[^b]+`, r.URL.Path) // want "is compiled on every call of regexp.MatchString"
	if err != nil || !ok {
		return
	}
}

// a result that is returned together with the error: no fix
func returned(w http.ResponseWriter, r *http.Request) (bool, error) {
	return regexp.MatchString(`[^c]+`, r.URL.Path) // want "is compiled on every call of regexp.MatchString"
}

// POSIX, and a constant of the package
func mail(w http.ResponseWriter, r *http.Request) {
	host := regexp.MustCompilePOSIX(domain) // want "regexp `@example\\\\.com\\$` is compiled again each time"
	host.FindString(r.Host)
}

// helper is hot because a handler calls it.
func helper(line string) string {
	blanks := regexp.MustCompile(`\s+`) // want "is compiled again each time although it never changes \\[request: net/http handler .*calls -> calls .*helper\\]"
	return blanks.ReplaceAllString(line, " ")
}

func calls(w http.ResponseWriter, r *http.Request) { helper(r.URL.Path) }

// in a loop, which is no request
func inLoop(lines []string) (n int) {
	for _, line := range lines {
		if regexp.MustCompile("^" + `\d+` + "$").MatchString(line) { // want "regexp `\\^\\\\d\\+\\$` is compiled again each time although it never changes \\[loop: .*inLoop -> in the loop\\]"
			n++
		}
	}
	return n
}

// in the condition and in the post statement of a loop
func header(next func() string) {
	for s := next(); !regexp.MustCompile(`^end$`).MatchString(s); s = next() { // want "is compiled again each time"
	}
	for s := next(); s != ""; s = regexp.MustCompile(`^go `).ReplaceAllString(s, "") { // want "is compiled again each time"
	}
}

// the operand of a range is evaluated once, and so is the init of a for
func operand(text string) { // want operand:"compiles `,.s.`; compiles `;.s.`"
	for range regexp.MustCompile(`,\s*`).Split(text, -1) {
	}
	for i := len(regexp.MustCompile(`;\s*`).Split(text, -1)); i > 0; i-- {
	}
}

// over several lines, in an expression of several literals
func long(w http.ResponseWriter, r *http.Request) {
	/* want "regexp `.*\\.\\.\\..*` is compiled again each time" */ route := regexp.MustCompile(`^/(?P<kind>[a-z]+)` +
		`/(?P<id>[0-9]+)` +
		`/(?P<rest>.*)$`)
	route.MatchString(r.URL.Path)
	/* want "regexp `line.nbreak` is compiled on every call" */ ok, _ := regexp.MatchString(
		`line
break`,
		r.URL.Path,
	)
	_ = ok
}

// tick is a pattern that messages cannot show between backquotes.
func tick(w http.ResponseWriter, r *http.Request) {
	_ = regexp.MustCompile("^`$").MatchString(r.URL.Path) // want "regexp \"\\^`\\$\" is compiled again each time"
}

// valid is the name that the fix of another function would like to have.
func valid(w http.ResponseWriter, r *http.Request) {
	validPattern := regexp.MustCompile(`^valid`) // want "is compiled again each time"
	validPattern.MatchString(r.URL.Path)
}

// one pattern three times in a file: one variable
func shared(w http.ResponseWriter, r *http.Request) {
	if regexp.MustCompile(`shared+`).MatchString(r.Host) { // want "is compiled again each time"
		ok, _ := regexp.MatchString("shared+", r.URL.Path) // want "is compiled on every call"
		_ = ok
	}
}

func shared2(w http.ResponseWriter, r *http.Request) {
	sharedExp, _ := regexp.Compile(`shared+`) // want "is compiled again each time"
	sharedExp.MatchString(r.Host)
}

type server struct{ handler http.Handler }

// ServeHTTP is an entry point by its interface.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var key *regexp.Regexp = regexp.MustCompile(`key=(\w+)`) // want "is compiled again each time"
	key.FindString(r.URL.RawQuery)
	s.handler.ServeHTTP(w, r)
}

var handler = func(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`literal in a variable`).MatchString(r.Host) // want "is compiled again each time"
}
