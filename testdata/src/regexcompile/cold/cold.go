// Package cold compiles where nobody cares.
package cold

import (
	"fmt"
	"net/http"
	"os"
	"regexp"
	"sync"
)

// nope: package variables
var (
	word   = regexp.MustCompile(`word`)
	number = func() *regexp.Regexp { return regexp.MustCompile(`number`) }()
	lazy   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`once value`) })
	once   sync.Once
	late   *regexp.Regexp
	tables []*regexp.Regexp
)

// nope: init runs once
func init() {
	for _, p := range os.Args {
		tables = append(tables, regexp.MustCompile(p))
		if regexp.MustCompile(`init`).MatchString(p) {
			panic(p)
		}
	}
}

// nope: once bodies
func handleOnce(w http.ResponseWriter, r *http.Request) {
	once.Do(func() {
		if regexp.MustCompile(`once body`).MatchString(os.Args[0]) {
			late = word
		}
	})
	f := sync.OnceFunc(func() { regexp.MustCompile(`once func`).MatchString(os.Args[0]) })
	f()
	lazy().MatchString(r.Host)
}

// nope: lazy initialisation
func handleLazy(w http.ResponseWriter, r *http.Request) {
	if late == nil {
		if regexp.MustCompile(`lazy`).MatchString(os.Args[0]) {
			late = word
		}
	}
}

// nope: a constructor's loop builds configuration
func NewServer(paths []string) error {
	for _, p := range paths {
		if ok, _ := regexp.MatchString(`^/`, p); !ok {
			return fmt.Errorf("bad path %q", p)
		}
	}
	return nil
}

// nope: an error path
func handleError(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		http.Error(w, regexp.MustCompile(`secret`).ReplaceAllString(err.Error(), "***"), http.StatusBadRequest)
		return
	}
}

// nope: text for people
type id string

func (i id) String() string { return regexp.MustCompile(`^id-`).ReplaceAllString(string(i), "") }

// nope: the outer body of a middleware; only the inner one is hot
func middleware(next http.Handler) http.Handler { // want middleware:"compiles `outer`"
	if regexp.MustCompile(`outer`).MatchString(os.Args[0]) {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if regexp.MustCompile(`inner`).MatchString(r.Host) { // want "is compiled again each time"
			next.ServeHTTP(w, r)
		}
	})
}

// nope: nobody is seen to call it; a fact tells other packages
func Quiet(s string) bool { // want Quiet:"compiles `quiet`"
	return regexp.MustCompile(`quiet`).MatchString(s)
}

// nope: few turns
func few() {
	for i := range 4 {
		regexp.MustCompile(`few`).MatchString(fmt.Sprint(i))
	}
}

// nope: the loop is left right after
func leave(lines []string) bool {
	for _, line := range lines {
		if line != "" {
			re := regexp.MustCompile(`left by return`)
			return re.MatchString(line)
		}
	}
	for _, line := range lines {
		if line == "" {
			continue
		}
		switch {
		case len(line) > 3:
			regexp.MustCompile(`left by panic`).MatchString(line)
			panic(line)
		}
	}
outer:
	for _, line := range lines {
		for range line {
			if line != "" {
				regexp.MustCompile(`left by label`).MatchString(line)
				break outer
			}
		}
	}
	return false
}

// the loop goes on: break leaves a switch, or an inner loop, or is skipped
func goesOn(lines []string) {
	for _, line := range lines {
		switch line {
		case "":
			regexp.MustCompile(`break of a switch`).MatchString(line) // want "is compiled again each time"
			break
		}
		for range line {
			regexp.MustCompile(`break of the inner loop`).MatchString(line) // want "is compiled again each time"
			break
		}
		if line != "" {
			if !regexp.MustCompile(`skipped`).MatchString(line) { // want "is compiled again each time"
				continue
			}
			return
		}
	}
}

func goesOn2(lines []string) {
	for _, line := range lines {
		func() {
			regexp.MustCompile(`return of a literal`).MatchString(line) // want "is compiled again each time"
			return
		}()
	}
}

// nope: patterns that do not compile are for other tools
func invalid(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`(`).MatchString(r.Host)
	regexp.MatchString(`*`, r.Host)
	regexp.CompilePOSIX(`\d`) // Perl's classes are not POSIX
}
