// Package result shows what becomes of the compiled pattern.
package result

import (
	"cmp"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
)

type matcher struct {
	re  *regexp.Regexp
	val regexp.Regexp
	all []*regexp.Regexp
}

var (
	global *regexp.Regexp
	table  = map[string]*regexp.Regexp{}
	cache  sync.Map
	queue  = make(chan *regexp.Regexp)
)

// nope: stored in a field
func (m *matcher) field(w http.ResponseWriter, r *http.Request) {
	m.re = regexp.MustCompile(`field`)
	m.val = *regexp.MustCompile(`value`)
	m.all[0] = regexp.MustCompile(`element`)
	m.all = append(m.all, regexp.MustCompile(`appended`))
}

// nope: stored in a map, a package variable, a channel, a cache
func elsewhere(w http.ResponseWriter, r *http.Request) {
	table["x"] = regexp.MustCompile(`map`)
	global = regexp.MustCompile(`global`)
	queue <- regexp.MustCompile(`sent`)
	cache.Store("x", regexp.MustCompile(`cached`))
	cache.LoadOrStore("x", regexp.MustCompile(`cached too`))
}

// nope: stored through a local variable
func later(m *matcher) func(w http.ResponseWriter, r *http.Request) {
	return func(w http.ResponseWriter, r *http.Request) {
		re := regexp.MustCompile(`through a variable`)
		re.MatchString(r.Host)
		other := re
		m.re = other
	}
}

// nope: part of a struct that is returned
func build(w http.ResponseWriter, r *http.Request) *matcher {
	re := regexp.MustCompile(`part of a struct`)
	return &matcher{re: re, all: []*regexp.Regexp{regexp.MustCompile(`part of a slice`)}}
}

// nope: held by a closure that is returned, or by a method value
func closure(w http.ResponseWriter, r *http.Request) (func(string) bool, func(string) bool) {
	re := regexp.MustCompile(`held by a closure`)
	return func(s string) bool { return re.MatchString(s) }, regexp.MustCompile(`method value`).MatchString
}

func methodValue(w http.ResponseWriter, r *http.Request) func(string) bool {
	match := regexp.MustCompile(`method value in a variable`).MatchString
	return match
}

// nope: held by a handler that is registered
func routes(mux *http.ServeMux, names []string) {
	for _, name := range names {
		re := regexp.MustCompile(`held by a handler`)
		mux.HandleFunc(name, func(w http.ResponseWriter, r *http.Request) { re.MatchString(r.Host) })
	}
}

// nope: given to a function that keeps it, as its name says
func keep(w http.ResponseWriter, r *http.Request, m *matcher) {
	m.add(regexp.MustCompile(`kept by name`))
	newMatcher(regexp.MustCompile(`new`))
}

func (m *matcher) add(re *regexp.Regexp) { m.all = append(m.all, re) }

func newMatcher(re *regexp.Regexp) *matcher { return &matcher{re: re} }

// nope: callbacks that make the value for somebody
func callbacks(w http.ResponseWriter, r *http.Request, get func(string, func() *regexp.Regexp) *regexp.Regexp) {
	get("x", func() *regexp.Regexp { return regexp.MustCompile(`made on demand`) })
	_ = sync.Pool{New: func() any { return regexp.MustCompile(`pooled`) }}
}

// nope: initialised at the first element
func lazy(lines []string) {
	var re *regexp.Regexp
	for _, line := range lines {
		if re == nil {
			re = regexp.MustCompile(`at the first element`)
		}
		re.MatchString(line)
	}
}

// given to a function that may keep it: no notice, no fix
func passes(w http.ResponseWriter, r *http.Request) {
	replace(r.Host, regexp.MustCompile(`passed`)) // want "is compiled again each time"
}

func replace(s string, re *regexp.Regexp) string { return re.ReplaceAllString(s, "") }

// returned: hot through its caller, no fix
func word() *regexp.Regexp {
	return regexp.MustCompile(`\w+`) // want "is compiled again each time although it never changes \\[request: net/http handler .*words -> calls .*word\\]"
}

func words(w http.ResponseWriter, r *http.Request) { word().FindAllString(r.Host, -1) }

// returned with a named result: no fix
func named(w http.ResponseWriter, r *http.Request) (re *regexp.Regexp, err error) {
	re, err = regexp.Compile(`named result`) // want "is compiled again each time"
	return
}

// wrapped by a must of our own: no fix
func wrapped(w http.ResponseWriter, r *http.Request) {
	must(regexp.Compile(`wrapped`)).MatchString(r.Host) // want "is compiled again each time"
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// changed by Longest: no fix
func longest(w http.ResponseWriter, r *http.Request) {
	re := regexp.MustCompile(`a+|longest`) // want "is compiled again each time"
	re.Longest()
	re.MatchString(r.Host)
	regexp.MustCompile(`b+|longest`).Longest()    // want "is compiled again each time"
	f := regexp.MustCompile(`c+|longest`).Longest // want "is compiled again each time"
	f()
}

// compared, copied, its address taken: no fix
func identity(w http.ResponseWriter, r *http.Request) {
	a := regexp.MustCompile(`compared`) // want "is compiled again each time"
	if a != global {
		a.MatchString(r.Host)
	}
	b := *regexp.MustCompile(`copied`) // want "is compiled again each time"
	b.MatchString(r.Host)
	c := regexp.MustCompile(`address taken`) // want "is compiled again each time"
	change(&c)
}

func change(re **regexp.Regexp) { (*re).Longest() }

// not used at all: replaced, but never by a statement that is only a name
func unused(w http.ResponseWriter, r *http.Request) {
	_ = regexp.MustCompile(`blank`)                          // want "is compiled again each time"
	regexp.MustCompile(`statement`)                          // want "is compiled again each time"
	go regexp.MatchString(`go statement`, r.Host)            // want "is compiled on every call"
	defer regexp.MustCompile(`deferred`).MatchString(r.Host) // want "is compiled again each time"
}

// used in closures that die with the call
func inClosures(w http.ResponseWriter, r *http.Request) {
	upper := regexp.MustCompile(`[A-Z]+`) // want "is compiled again each time"
	slices.SortFunc(strings.Fields(r.Host), func(a, b string) int {
		return cmp.Compare(upper.FindString(a), upper.FindString(b))
	})
	defer func() { upper.MatchString(r.Host) }()
	check := func(s string) bool { return upper.MatchString(s) }
	check(r.Host)
	digits := regexp.MustCompile(`[0-9]+`) // want "is compiled again each time"
	slices.ContainsFunc(strings.Fields(r.Host), digits.MatchString)
}

// assigned in branches: both are replaced
func branches(w http.ResponseWriter, r *http.Request) {
	re := regexp.MustCompile(`^one$`) // want "is compiled again each time"
	if r.Method == "GET" {
		re = regexp.MustCompile(`^two$`) // want "is compiled again each time"
	}
	re.MatchString(r.Host)
}
