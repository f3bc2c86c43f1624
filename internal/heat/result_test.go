package heat_test

import (
	"fmt"
	"go/ast"
	"go/constant"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// probe returns the call probe(name) and the package it stands in.
func (m *module) probe(t *testing.T, name string) (*heat.Result, inspector.Cursor) {
	t.Helper()
	for _, r := range m.results {
		for cur := range r.Root().Preorder((*ast.CallExpr)(nil)) {
			call := cur.Node().(*ast.CallExpr)
			if id, ok := call.Fun.(*ast.Ident); !ok || id.Name != "probe" || len(call.Args) != 1 {
				continue
			}
			if v := r.Pass().TypesInfo.Types[call.Args[0]].Value; v != nil && constant.StringVal(v) == name {
				return r, cur
			}
		}
	}
	require.Fail(t, "no such probe", name)
	return nil, inspector.Cursor{}
}

// TestLoops yields the loops around a position, innermost first.
func TestLoops(t *testing.T) {
	m := solve(t, `
-- app/app.go --
package app

import (
	"path/filepath"
	"io/fs"
	"slices"
	"time"
)

func probe(string) {}

func f(rows, cols []string, n int) {
	for range rows {
		for i := 0; i < n; i++ {
			probe("two")
			if i == 3 {
				probe("breaks")
				break
			}
			if i == 4 {
				probe("returns")
				return
			}
			for range 3 {
				probe("short")
			}
			func() { probe("on the spot") }()
			go func() { probe("started") }()
			defer func() { probe("deferred") }()
			call(func() { probe("passed") })
			g := func() { probe("kept") }
			g()
		}
		for {
			time.Sleep(1)
			probe("waits")
		}
	}
	for range operand("operand") {
	}
	for i := start("init"); i < limit("condition"); i += step("post") {
	}
	slices.SortFunc(rows, func(a, b string) int { probe("comparator"); return 0 })
	for range rows {
		filepath.WalkDir("", func(string, fs.DirEntry, error) error {
			for range cols {
				probe("walk")
			}
			return nil
		})
	}
again:
	if n > 0 {
		n--
		probe("goto")
		goto again
	}
}

func operand(s string) []string { probe("in operand"); return nil }
func start(string) int { return 0 }
func limit(string) int { return 0 }
func step(string) int  { return 0 }
func call(f func()) {}
`)
	for name, want := range map[string]string{
		"two":         "for range",
		"breaks":      "range",
		"returns":     "",
		"short":       "for range",
		"on the spot": "for range",
		"started":     "for range",
		"deferred":    "for range",
		"passed":      "",
		"kept":        "",
		"waits":       "range",
		"comparator":  "literal",
		"walk":        "range literal range",
		"goto":        "label",
		"in operand":  "",
	} {
		r, cur := m.probe(t, name)
		var got []string
		for loop := range r.Loops(cur) {
			switch loop.Node().(type) {
			case *ast.ForStmt:
				got = append(got, "for")
			case *ast.RangeStmt:
				got = append(got, "range")
			case *ast.LabeledStmt:
				got = append(got, "label")
			case *ast.FuncLit:
				got = append(got, "literal")
			default:
				assert.Fail(t, fmt.Sprintf("%T", loop.Node()))
			}
		}
		assert.Equal(t, want, strings.Join(got, " "), name)
	}
	// Of the header of a loop, the condition and the post statement are in it.
	r := m.results[0]
	for cur := range r.Root().Preorder((*ast.BasicLit)(nil)) {
		in := false
		for range r.Loops(cur) {
			in = true
		}
		switch cur.Node().(*ast.BasicLit).Value {
		case `"operand"`, `"init"`:
			assert.False(t, in)
		case `"condition"`, `"post"`:
			assert.True(t, in)
		}
	}
}

// TestUnconditional finds what runs on every call of a function, and who calls
// that function on every call of its own.
func TestUnconditional(t *testing.T) {
	m := solve(t, `
-- app/app.go --
package app

type T struct{}

func probe(string) bool { return true }

func (t *T) Do(rows []string, err error) bool {
	probe("first")
	if len(rows) == 0 {
		probe("if")
	}
	for range rows {
		probe("loop")
	}
	switch {
	case len(rows) > 1:
		probe("case")
	}
	ok := len(rows) > 0 && probe("operand of and")
	probe("left") 
	_ = func() { probe("literal") }
	if probe("condition") {
	}
	return ok
}

func always(t *T) { t.Do(nil, nil) }

func sometimes(t *T, ok bool) {
	if ok {
		t.Do(nil, nil)
	}
}

func failing(t *T, err error) error {
	if err != nil {
		t.Do(nil, nil)
	}
	return err
}

func twice(t *T) { always(t); t.Do(nil, nil) }

//zenith:cold
func cold(t *T) { t.Do(nil, nil) }
`)
	for name, want := range map[string]bool{
		"first": true, "left": true, "condition": true,
		"if": false, "loop": false, "case": false, "operand of and": false, "literal": false,
	} {
		r, cur := m.probe(t, name)
		key, ok := r.Site(cur).Unconditional()
		assert.Equal(t, want, ok, name)
		if ok {
			assert.Equal(t, "(*example.com/shop/app.T).Do", key)
			assert.Equal(t, "(*app.T).Do", r.Name(key))
			require.NotNil(t, r.Func(key))
			assert.Equal(t, "Do", r.Func(key).Name())
			assert.Equal(t, []string{"example.com/shop/app.always", "example.com/shop/app.twice"}, r.Callers(key))
		}
		assert.Equal(t, "(*T).Do", r.Function(cur), name)
	}
	r := m.results[0]
	assert.Nil(t, r.Func("example.com/shop/app.none"))
	assert.Empty(t, r.Callers("example.com/shop/app.none"))
	assert.Equal(t, "example.com/shop/app.none", r.Name("example.com/shop/app.none"))
}

// TestCold says why code is cold as far as a package alone tells.
func TestCold(t *testing.T) {
	m := solve(t, `
-- app/app.go --
package app

import "net/http"

func probe(string) int { return 0 }

var _ = probe("initialisation")

func NewT() { probe("constructor") }

func show(w http.ResponseWriter, r *http.Request) {
	probe("request")
	if err := r.ParseForm(); err != nil {
		probe("error path")
	}
}
`)
	for name, want := range map[string]string{
		"initialisation": "package initialisation",
		"constructor":    "constructor or set-up by name",
		"error path":     "error path",
		"request":        "",
	} {
		r, cur := m.probe(t, name)
		assert.Equal(t, want, r.Cold(cur), name)
	}
	r, cur := m.probe(t, "initialisation")
	assert.Empty(t, r.Function(cur))
	_, ok := r.Site(cur).Unconditional()
	assert.False(t, ok)
}

// TestParallel asks from several goroutines, as drivers do that run all rules
// on a package at once; the race detector judges.
func TestParallel(t *testing.T) {
	m := solve(t, `
-- app/app.go --
package app

func probe(string) {}

func f(rows []string, n int) {
again:
	for range rows {
		for i := 0; i < n; i++ {
			if i == 3 {
				break
			}
			probe("a")
		}
		if n++; n < 100 {
			goto again
		}
	}
}
`)
	r, cur := m.probe(t, "a")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			assert.Empty(t, r.Cold(cur))
			assert.NotEmpty(t, slices.Collect(r.Loops(cur)))
			_, ok := r.Solve().At(r.Site(cur), heat.Nested)
			assert.True(t, ok)
		})
	}
	wg.Wait()
}

// TestStoppedTimer: what a benchmark does while its timer is stopped is no
// evidence of heat.
func TestStoppedTimer(t *testing.T) {
	m := solve(t, `
-- app/app.go --
package app

func probe(string) {}

func Open() { probe("set up") }

func Run() { probe("timed") }

func Late() { probe("after the timer started again") }
-- app/app_test.go --
package app

import "testing"

func BenchmarkRun(b *testing.B) {
	for b.Loop() {
		Run()
		b.StopTimer()
		Open()
		b.StartTimer()
		Late()
	}
}
`)
	for name, want := range map[string]bool{"set up": false, "timed": true, "after the timer started again": true} {
		r, cur := m.probe(t, name)
		_, ok := r.Solve().At(r.Site(cur), heat.Element)
		assert.Equal(t, want, ok, name)
	}
}
