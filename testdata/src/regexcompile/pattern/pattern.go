// Package pattern compiles what is no constant.
package pattern

import (
	"fmt"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"

	"regexcompile/pattern/words"
)

var (
	prefix  = "ab"
	changed = "cd"
	Public  = "ef"
	kinds   = []string{"book", "film"}
	genres  = []string{"book", "film"}
	sorted  = []string{"b", "a"}
	base    = regexp.MustCompile(`base`)
	ignored map[string]string
)

func init() { changed = "xy" }

// from a variable that is assigned once
func once(w http.ResponseWriter, r *http.Request) {
	pattern := `^once$`
	ok, _ := regexp.MatchString(pattern, r.Host) // want "regexp `\\^once\\$` is compiled on every call of regexp.MatchString"
	_ = ok
}

// nope: the pattern in the variable does not compile
func onceInvalid(w http.ResponseWriter, r *http.Request) {
	pattern := `(`
	regexp.MatchString(pattern+prefix, r.Host)
}

// from pure functions of what never changes
func pure(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile("^" + regexp.QuoteMeta(prefix)).MatchString(r.Host)            // want "pattern \"\\^\" \\+ regexp.QuoteMeta\\(prefix\\) is compiled again each time although it never changes"
	regexp.MustCompile(strings.Join(genres, "|")).MatchString(r.Host)                 // want "pattern strings.Join\\(genres, \"\\|\"\\) is compiled again each time"
	regexp.MustCompile(strings.Join([]string{"a", "b"}, "|")).MatchString(r.Host)     // want "is compiled again each time"
	regexp.MustCompile(fmt.Sprintf("^%s-%d$", prefix, 3)).MatchString(r.Host)         // want "is compiled again each time"
	regexp.MustCompile("^" + base.String() + words.Word.String()).MatchString(r.Host) // want "is compiled again each time"
	local, filled := []string{"a", "b"}, []string{"a", "b"}
	fill(filled)
	regexp.MustCompile(strings.Join(local, "|")).MatchString(r.Host)                   // want "is compiled again each time"
	regexp.MustCompile(strings.Join(filled, "|")).MatchString(r.Host)                  // want "is compiled on every call"
	regexp.MustCompile(prefix + "c").MatchString(r.Host)                               // want "regexp `abc` is compiled again each time"
	regexp.MustCompile(string(prefix) + strings.Repeat(`\d`, 3)).MatchString(r.Host)   // want "is compiled again each time"
	regexp.MustCompile(strings.Map(upper, prefix)).MatchString(r.Host)                 // nope: upper may do anything
	regexp.MustCompile(strings.Join(sorted, "|") + r.URL.Path[:0]).MatchString(r.Host) // nope: depends on the request
	regexp.MustCompile(fmt.Sprintf("^%s", r.URL.Query().Get("q"))).MatchString(r.Host) // nope: depends on the request
}

func upper(r rune) rune { return r - 'a' + 'A' }

// what outlives the call, but may change between calls
func kept(w http.ResponseWriter, r *http.Request) {
	slices.Sort(sorted)
	regexp.MustCompile(strings.Join(sorted, "|")).MatchString(r.Host) // want "pattern strings.Join\\(sorted, \"\\|\"\\) is compiled on every call although it outlives the call"
	regexp.MustCompile(changed).MatchString(r.Host)                   // want "pattern changed is compiled on every call although it outlives the call"
	regexp.MustCompile(Public).MatchString(r.Host)                    // want "pattern Public is compiled on every call although it outlives the call"
	regexp.MustCompile(words.Pattern).MatchString(r.Host)             // want "pattern words.Pattern is compiled on every call"
	regexp.MustCompile(os.Getenv("IGNORE")).MatchString(r.Host)       // want "is compiled on every call"
	if p, ok := ignored[r.Host]; ok {
		regexp.MustCompile(p).MatchString(r.Host) // want "pattern p is compiled on every call"
	}
	var p string
	switch r.Method {
	case "GET":
		p = "get"
	case "PUT":
		p = "put"
	default:
		p = kinds[0] + "x"
	}
	regexp.MustCompile(p).MatchString(r.Host) // want "pattern p is compiled on every call"
	for _, p := range []string{`^a`, `^b`} {
		regexp.MustCompile(p).MatchString(r.Host) // want "pattern p is one of several constants"
	}
	any := slices.ContainsFunc(kinds, func(p string) bool {
		ok, _ := regexp.MatchString(p, r.Host) // want "pattern p is compiled on every call"
		return ok
	})
	_ = any
	joined := ""
	for _, kind := range kinds {
		joined += "|" + kind
	}
	regexp.MustCompile(joined[1:]).MatchString(r.Host) // want "pattern joined\\[1:\\] is compiled on every call"
}

type rule struct{ pattern string }

type config struct {
	pattern string
	rules   []rule
	byHost  map[string]*rule
}

type server struct {
	config  config
	pattern string
}

// from fields of the receiver, which outlives the call
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(s.pattern).MatchString(r.Host) // want "pattern s.pattern is compiled on every call although it outlives the call"
	for _, rule := range s.config.rules {
		if ok, _ := regexp.MatchString("^"+rule.pattern, r.Host); ok { // want "pattern \"\\^\" \\+ rule.pattern is compiled on every call"
			return
		}
	}
	cfg := &s.config
	s.matches(cfg.byHost[r.Host].pattern, r.Host)
	s.variadic(r.Host, s.pattern, cfg.pattern)
	either(r.Host, "constant")
	either(r.Host, r.URL.Path)
	Exported(`constant`, r.Host)
	_ = s.local
}

// a parameter for which all callers pass what outlives the call
func (s *server) matches(pattern, host string) bool {
	if host == "" {
		return s.matches(pattern, "localhost")
	}
	ok, _ := regexp.MatchString(pattern, host) // want "pattern pattern is compiled on every call"
	return ok
}

func (s *server) variadic(host string, patterns ...string) {
	for _, p := range patterns {
		regexp.MatchString(p, host) // want "pattern p is compiled on every call"
	}
}

// nope: one caller passes what depends on the request
func either(host, pattern string) {
	regexp.MatchString(pattern, host)
}

// nope: callers in other packages may pass anything
func Exported(pattern, host string) {
	regexp.MatchString(pattern, host)
}

// nope: used as a value, so callers are not known
func (s *server) local(pattern string) {
	regexp.MatchString(pattern, s.pattern)
}

// nope: the receiver is what one request asks for
type searchRequest struct{ Pattern string }

func (q *searchRequest) match(r *http.Request) {
	regexp.MatchString(q.Pattern, r.Host)
}

// nope: a local struct that holds what the request asks for
func localStruct(w http.ResponseWriter, r *http.Request) {
	var c config
	c.pattern = r.FormValue("q")
	regexp.MatchString(c.pattern, r.Host)
	d := config{pattern: r.FormValue("q")}
	regexp.MatchString(d.pattern, r.Host)
}

// captured by the returned handler: configuration
func handler(cfg config, pattern string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		regexp.MatchString(cfg.pattern, r.Host) // want "pattern cfg.pattern is compiled on every call"
		regexp.MatchString(pattern, r.Host)     // want "pattern pattern is compiled on every call"
		local := r.FormValue("q")
		func() {
			regexp.MatchString(local, r.Host) // nope: captured, but of this request
		}()
	}
}

// nope: memoised
var cache sync.Map

func memoised(w http.ResponseWriter, r *http.Request) {
	if re, ok := cache.Load(changed); ok {
		re.(*regexp.Regexp).MatchString(r.Host)
		return
	}
	re := regexp.MustCompile(changed)
	cache.Store(changed, re)
}

// the loop over the constants is short; what repeats is the one around the calls
func firstMatch(s string) string {
	for _, p := range []string{`^a+$`, `^b+$`} {
		if regexp.MustCompile(p).MatchString(s) { // want `pattern p is one of several constants, and is compiled again each time`
			return p
		}
	}
	return ""
}

func matchAll(all []string) (out []string) {
	for _, s := range all {
		out = append(out, firstMatch(s))
	}
	return out
}

// nope: a loop over the constants compiles each of them once
func compileAll(s string) (n int) {
	for _, p := range []string{`^a+$`, `^b+$`} {
		if regexp.MustCompile(p).MatchString(s) {
			n++
		}
	}
	return n
}

// each line compiles all patterns anew
func keepLines(lines, patterns []string) (out []string) {
	for _, line := range lines {
		for _, p := range patterns {
			if ok, err := regexp.MatchString(p, line); err == nil && ok { // want `pattern p is compiled in every turn of the loop although it stays the same`
				out = append(out, line)
			}
		}
	}
	return out
}

// nope: each line brings its own patterns
func keepOwn(lines map[string][]string) (out []string) {
	for line, patterns := range lines {
		for _, p := range patterns {
			if ok, err := regexp.MatchString(p, line); err == nil && ok {
				out = append(out, line)
			}
		}
	}
	return out
}
