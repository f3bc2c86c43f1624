// Package nasty compiles in odd places.
package nasty

import (
	"io/fs"
	"iter"
	"net/http"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
)

type list[T any] []T

// generic code, a type parameter at hand
func (l list[T]) count(f func(T) string) (n int) {
	for _, x := range l {
		if regexp.MustCompile(`generic`).MatchString(f(x)) { // want "is compiled again each time"
			n++
		}
	}
	return n
}

// a loop by goto
func byGoto(lines []string) {
	i := 0
again:
	if i < len(lines) {
		regexp.MustCompile(`goto`).MatchString(lines[i]) // want "is compiled again each time"
		i++
		goto again
	}
}

// a loop by goto, in which the label stands on another statement
func byGoto2(lines []string) {
	i := 0
again:
	i++
	regexp.MustCompile(`goto again`).MatchString(lines[i]) // want "is compiled again each time"
	if i < len(lines) {
		goto again
	}
	return
}

// range over a function
func overFunc(seq iter.Seq[string]) {
	for s := range seq {
		regexp.MustCompile(`over func`).MatchString(s) // want "is compiled again each time"
	}
}

// the body of an iterator
func lines(text []string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, s := range text {
			if !yield(regexp.MustCompile(`iterator`).ReplaceAllString(s, "")) { // want "is compiled again each time"
				return
			}
		}
	}
}

// callbacks that are called per element
func callbacks(root string, names []string) {
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		regexp.MustCompile(`walk`).MatchString(path) // want "is compiled again each time"
		return err
	})
	slices.ContainsFunc(names, func(s string) bool {
		ok, _ := regexp.MatchString(`contains`, s) // want "is compiled on every call"
		return ok
	})
	strings.Map(func(r rune) rune {
		if regexp.MustCompile(`map`).MatchString(string(r)) { // want "is compiled again each time"
			return -1
		}
		return r
	}, root)
}

func overMap(m *sync.Map) {
	m.Range(func(k, v any) bool {
		return regexp.MustCompile(`range`).MatchString(k.(string)) // want "is compiled again each time"
	})
}

// goroutines, defers and literals called on the spot
func spawned(names []string) {
	var wg sync.WaitGroup
	for _, name := range names {
		go func() {
			regexp.MustCompile(`go literal`).MatchString(name) // want "is compiled again each time"
		}()
		wg.Go(func() {
			regexp.MustCompile(`wait group`).MatchString(name) // want "is compiled again each time"
		})
		defer func() {
			recover()
			regexp.MustCompile(`deferred literal`).MatchString(name) // want "is compiled again each time"
		}()
		go check(name)
	}
	wg.Wait()
}

func check(name string) {
	regexp.MustCompile(`go function`).MatchString(name) // want "is compiled again each time"
}

type embedded struct{ *base }

type base struct{}

// a method promoted through an embedded type
func (b *base) check(s string) bool {
	return regexp.MustCompile(`promoted`).MatchString(s) // want "is compiled again each time"
}

func (e embedded) ServeHTTP(w http.ResponseWriter, r *http.Request) { e.check(r.Host) }

type checker interface{ Check(s string) bool }

type upper struct{}

// an implementation of an interface
func (upper) Check(s string) bool {
	return regexp.MustCompile(`implementation`).MatchString(s) // want "is compiled again each time"
}

func throughInterface(c checker) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { c.Check(r.Host) }
}

// a function value, called through a method value and a field
type route struct{ match func(string) bool }

func (upper) match(s string) bool {
	return regexp.MustCompile(`method value`).MatchString(s) // want "is compiled again each time"
}

var routes = []route{{match: upper{}.match}}

func dispatch(w http.ResponseWriter, r *http.Request) {
	for _, route := range routes {
		route.match(r.Host)
	}
}

// two calls in one expression, one pattern inside the other's argument
func close2(w http.ResponseWriter, r *http.Request) {
	if regexp.MustCompile(`close`).MatchString(r.Host) || regexp.MustCompile("close").MatchString(r.URL.Path) { // want "is compiled again each time" "is compiled again each time"
		return
	}
}

// labels and a switch with an init statement
func labelled(lines []string) {
outer:
	for _, line := range lines {
		switch ok, _ := regexp.MatchString(`switch init`, line); { // want "is compiled on every call"
		case ok:
			continue outer
		default:
			break outer
		}
	}
}

// nested in the argument of another one
func nested(w http.ResponseWriter, r *http.Request) {
	ok, _ := regexp.MatchString(`outer`, regexp.MustCompile(`inner`).ReplaceAllString(r.Host, "")) // want "regexp `outer` is compiled" "regexp `inner` is compiled"
	_ = ok
}
