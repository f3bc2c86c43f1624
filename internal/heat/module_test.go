package heat_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// module is a module solved as a whole, as the command does it: each package
// from source, what it imports from export data.
type module struct {
	dir      string
	results  []*heat.Result
	solution *heat.Solution
}

// solve writes the files of an archive, which has no go.mod, to a temporary
// module and solves it.
func solve(t *testing.T, archive string) *module {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	fsys, err := txtar.FS(txtar.Parse([]byte("-- go.mod --\nmodule example.com/shop\n\ngo 1.26\n" + archive)))
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(dir, fsys))
	m := load(t, &packages.Config{Dir: dir, Tests: true}, "./...")
	m.dir = dir
	return m
}

// load solves the packages that the patterns name.
func load(t *testing.T, cfg *packages.Config, patterns ...string) *module {
	t.Helper()
	cfg.Mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
		packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo |
		packages.NeedModule | packages.NeedExportFile | packages.NeedForTest
	pkgs, err := packages.Load(cfg, patterns...)
	require.NoError(t, err)
	tested := make(map[string]bool) // packages whose variant with tests is there
	for _, pkg := range pkgs {
		require.Empty(t, pkg.Errors, pkg.ID)
		tested[pkg.PkgPath] = tested[pkg.PkgPath] || pkg.ForTest == pkg.PkgPath
	}
	pkgs = slices.DeleteFunc(pkgs, func(pkg *packages.Package) bool {
		return len(pkg.Syntax) == 0 || strings.HasSuffix(pkg.ID, ".test") || pkg.ForTest == "" && tested[pkg.PkgPath]
	})
	for _, pkg := range pkgs {
		clear(pkg.Imports) // known by their export data
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{heat.Analyzer}, pkgs, nil)
	require.NoError(t, err)
	m := new(module)
	for _, act := range graph.Roots {
		require.NoError(t, act.Err)
		m.results = append(m.results, act.Result.(*heat.Result))
	}
	m.solution = heat.Solve(m.results)
	return m
}

// at returns the heat of the call probe(name), asked with the given need, and
// whether that meets the need.
func (m *module) at(t *testing.T, name string, need heat.Need) (heat.Heat, bool) {
	t.Helper()
	r, cur := m.probe(t, name)
	return m.solution.At(r.Site(cur), need)
}

// text renders the heat of probe(name) like the fixtures.
func (m *module) text(t *testing.T, name string) string {
	t.Helper()
	h, _ := m.at(t, name, allNeeds)
	return text(h)
}

// TestAcrossPackages follows a request through four packages.
func TestAcrossPackages(t *testing.T) {
	m := solve(t, `
-- web/web.go --
package web

import (
	"net/http"

	"example.com/shop/catalog"
)

type Server struct{ Catalog catalog.Finder }

func (s *Server) Show(w http.ResponseWriter, r *http.Request) {
	s.Catalog.Find(r.URL.Path)
}
-- catalog/catalog.go --
package catalog

type Finder interface {
	Find(title string) string
}
-- store/store.go --
package store

import "example.com/shop/slug"

func probe(string) {}

type SQL struct{ rows []string }

func (s *SQL) Find(title string) string {
	probe("store")
	for range s.rows {
		slug.Make(title)
	}
	return ""
}
-- slug/slug.go --
package slug

func probe(string) {}

func Make(title string) string {
	probe("slug")
	return clean(title)
}

func clean(title string) string {
	if title == "" {
		probe("clean")
	}
	return title
}

func Unused(title string) string {
	probe("unused")
	return title
}
`)
	h, ok := m.at(t, "clean", heat.Request)
	assert.True(t, ok)
	assert.Equal(t, heat.ClassElement, h.Class)
	var got []string
	for _, step := range h.Chain {
		file, err := filepath.Rel(m.dir, step.Pos.Filename)
		require.NoError(t, err)
		got = append(got, fmt.Sprintf("%s:%d:%d: %s", filepath.ToSlash(file), step.Pos.Line, step.Pos.Column, step.What))
	}
	assert.Equal(t, []string{
		"web/web.go:11:18: net/http handler (*web.Server).Show",
		"web/web.go:12:2: calls catalog.Finder.Find",
		"store/store.go:9:15: implemented by (*store.SQL).Find",
		"store/store.go:11:2: in the loop",
		"store/store.go:12:3: calls slug.Make",
		"slug/slug.go:7:9: calls slug.clean",
	}, got)

	assert.Equal(t, "request: net/http handler (*web.Server).Show -> calls catalog.Finder.Find -> implemented by (*store.SQL).Find", m.text(t, "store"))
	assert.Equal(t, "unknown", m.text(t, "unused"))
}

// TestOnePackageAtATime solves the same packages one by one: what another
// package would prove stays unknown.
func TestOnePackageAtATime(t *testing.T) {
	m := solve(t, `
-- web/web.go --
package web

import (
	"net/http"

	"example.com/shop/slug"
)

func probe(string) {}

func show(w http.ResponseWriter, r *http.Request) {
	probe("web")
	slug.Make(r.URL.Path)
}
-- slug/slug.go --
package slug

func probe(string) {}

func Make(title string) string {
	probe("slug")
	for range title {
		probe("loop")
	}
	return title
}
`)
	assert.Equal(t, "request: net/http handler web.show -> calls slug.Make", m.text(t, "slug"))
	assert.Equal(t, "element: net/http handler web.show -> calls slug.Make -> in the loop", m.text(t, "loop"))
	for i, r := range m.results {
		alone := &module{results: m.results[i : i+1], solution: r.Solve()}
		if r.Pass().Pkg.Name() == "web" {
			assert.Equal(t, "request: net/http handler web.show", alone.text(t, "web"))
		} else {
			assert.Equal(t, "unknown", alone.text(t, "slug"))
			assert.Equal(t, "loop: slug.Make -> in the loop", alone.text(t, "loop"))
		}
	}
}

// TestFunctionsAcrossPackages passes functions to another package: a parameter
// that is called in a loop there makes what is passed here run per element, but
// what one caller passes is not what another gets.
func TestFunctionsAcrossPackages(t *testing.T) {
	m := solve(t, `
-- web/web.go --
package web

import (
	"net/http"

	"example.com/shop/loop"
)

func probe(string) {}

func show(w http.ResponseWriter, r *http.Request) {
	loop.Times(3, func() { probe("per element") })
	loop.Once(func() { probe("per request") })
	loop.Hook = func() { probe("hook") }
	loop.Make()()
}

func newServer() {
	loop.Once(func() { probe("set-up") })
}
-- loop/loop.go --
package loop

func probe(string) {}

var Hook func()

func Times(n int, f func()) {
	for range n {
		f()
	}
}

func Once(f func()) {
	f()
	Hook()
}

func Make() func() {
	return func() { probe("made") }
}
`)
	assert.Equal(t, "element: net/http handler web.show -> in the loop -> calls func literal in web.show", m.text(t, "per element"))
	assert.Equal(t, "request: net/http handler web.show -> calls func literal in web.show", m.text(t, "per request"))
	assert.Equal(t, "request: net/http handler web.show -> calls loop.Once -> calls func literal in web.show", m.text(t, "hook"))
	assert.Equal(t, "request: net/http handler web.show -> calls func literal in loop.Make", m.text(t, "made"))
	h, ok := m.at(t, "set-up", heat.NotCold)
	assert.False(t, ok)
	assert.Equal(t, heat.ClassSetup, h.Class)
}

// TestImplementationsAcrossPackages counts the implementations of a whole
// module: six are followed, seven are not. Unexported methods of two packages
// are different methods.
func TestImplementationsAcrossPackages(t *testing.T) {
	archive := `
-- web/web.go --
package web

import "net/http"

type Store interface{ Find() }

type sealed interface{ find() }

func show(w http.ResponseWriter, r *http.Request, s Store, p sealed) {
	s.Find()
	p.find()
}
-- other/other.go --
package other

func probe(string) {}

type T struct{}

func (T) find() { probe("sealed") }
`
	names := []string{"a", "b", "c", "d", "e", "f", "g"}
	implementation := func(name string) string {
		return fmt.Sprintf("-- %[1]s/%[1]s.go --\npackage %[1]s\n\nfunc probe(string) {}\n\ntype T struct{}\n\nfunc (*T) Find() { probe(%[1]q) }\n", name)
	}
	for _, name := range names[:6] {
		archive += implementation(name)
	}
	m := solve(t, archive)
	for _, name := range names[:6] {
		assert.Equal(t, "request: web.show takes *http.Request -> calls web.Store.Find -> implemented by (*"+name+".T).Find", m.text(t, name))
	}
	assert.Equal(t, "unknown", m.text(t, "sealed"))

	m = solve(t, archive+implementation("g"))
	for _, name := range names {
		assert.Equal(t, "unknown", m.text(t, name))
	}
}

// TestHelpers asks the callers of a function which requests it works for, where all
// are known.
func TestHelpers(t *testing.T) {
	m := solve(t, `
-- web/web.go --
package web

import "net/http"

func probe(string) {}

func show(w http.ResponseWriter, r *http.Request) { read(r); name(r) }

func login(w http.ResponseWriter, r *http.Request) { check(r); name(r) }

func read(r *http.Request)  { probe("shows") }
func check(r *http.Request) { probe("logs in") }
func name(r *http.Request)  { probe("both") }
func Name(r *http.Request)  { probe("anybody") }
func alone(r *http.Request) { probe("uncalled"); alone2(r) }

func alone2(r *http.Request) { alone(r); probe("in a circle") }

func value(r *http.Request) { probe("value") }

func init() { login2(value) }

func login2(f func(*http.Request)) {}
`)
	for name, want := range map[string]string{
		"shows":       "request: net/http handler web.show -> calls web.read",
		"logs in":     "request: net/http handler web.login -> calls web.check",
		"both":        "request: net/http handler web.show -> calls web.name",
		"anybody":     "request: web.Name takes *http.Request",
		"uncalled":    "request: web.alone takes *http.Request",
		"in a circle": "request: web.alone2 takes *http.Request",
		"value":       "request: web.value takes *http.Request",
	} {
		assert.Equal(t, want, m.text(t, name))
	}
}

// TestExamples checks that folders of examples, of what tests need and of scripts
// are cold, within their module.
func TestExamples(t *testing.T) {
	const handler = `
package hello

import "net/http"

func probe(string) {}

func show(w http.ResponseWriter, r *http.Request) { probe("NAME") }

func routes() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { probe("NAME literal") })
}
`
	m := solve(t, "-- examples/hello/hello.go --"+strings.ReplaceAll(handler, "NAME", "example")+
		"-- hello/examples.go --"+strings.ReplaceAll(handler, "NAME", "product")+
		"-- test/server/server.go --"+strings.ReplaceAll(handler, "NAME", "tested")+
		"-- integration/agent/server.go --"+strings.ReplaceAll(handler, "NAME", "tested by a program")+
		"-- scripts/load/server.go --"+strings.ReplaceAll(handler, "NAME", "script")+
		"-- shop/scripts/server.go --"+strings.ReplaceAll(handler, "NAME", "of scripts")+
		"-- load/tests/server.go --"+strings.ReplaceAll(handler, "NAME", "tested, too")+
		"-- internal/simulator/web/server.go --"+strings.ReplaceAll(handler, "NAME", "simulated")+
		"-- load/test/test.go --"+strings.ReplaceAll(handler, "NAME", "of a product"))
	require.Equal(t, "cold: example code", m.text(t, "example"))
	require.Equal(t, "cold: example code", m.text(t, "example literal"))
	require.Contains(t, m.text(t, "product"), "request: net/http handler")
	require.Equal(t, "cold: test support", m.text(t, "tested"))
	require.Equal(t, "cold: test support", m.text(t, "tested literal"))
	require.Equal(t, "cold: test support", m.text(t, "tested, too"))
	require.Equal(t, "cold: test support", m.text(t, "tested by a program"))
	require.Equal(t, "cold: test support", m.text(t, "simulated"))
	require.Equal(t, "cold: script for developers", m.text(t, "script literal"))
	require.Contains(t, m.text(t, "of scripts"), "request: net/http handler")
	require.Contains(t, m.text(t, "of a product"), "request: net/http handler")
}

// TestAdministration tells by the folder of a package that the requests which come in
// there are those of operators, who ask seldom.
func TestAdministration(t *testing.T) {
	m := solve(t, `
-- internal/admin/web/web.go --
package web

import (
	"net/http"

	"example.com/shop/internal/admin/shared"
)

func probe(string) {}

func show(w http.ResponseWriter, r *http.Request) { probe("operators"); shared.Answer(); shared.Used() }
-- internal/admin/shared/shared.go --
package shared

func probe(string) {}

func Answer() { probe("for operators") }
func Used()   { probe("for all") }
-- web/web.go --
package web

import (
	"net/http"

	"example.com/shop/internal/admin/shared"
)

func probe(string) {}

func show(w http.ResponseWriter, r *http.Request) { probe("others"); shared.Used() }
-- administer/web.go --
package administer

import "net/http"

func probe(string) {}

func show(w http.ResponseWriter, r *http.Request) { probe("all") }
`)
	for name, seldom := range map[string]bool{
		"operators": true, "for operators": true, "for all": false, "others": false, "all": false,
	} {
		h, ok := m.at(t, name, heat.Request)
		require.True(t, ok, name)
		assert.Equal(t, seldom, h.Seldom(), name)
	}
}
