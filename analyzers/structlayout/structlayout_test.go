package structlayout_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/zenithlint/zenithlint/analyzers/structlayout"
	"github.com/zenithlint/zenithlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, structlayout.Analyzer) }

// TestOptions checks -min-saving, and that each analyzer has its own.
func TestOptions(t *testing.T) {
	dir, cleanup, err := analysistest.WriteFiles(map[string]string{"p/p.go": `
package p

type small struct {
	a bool
	n int64
	b bool
}

type large struct { // want "struct large: 32 bytes .class 32., 16 with"
	a bool
	n int32
	b bool
	m int64
	c bool
}

func fill(n string) (x []*small, y []*large) {
	for range n {
		x = append(x, &small{})
		y = append(y, &large{})
	}
	return x, y
}
`})
	require.NoError(t, err)
	defer cleanup()
	a := structlayout.New(structlayout.Options{MinSaving: 8})
	require.NoError(t, a.Flags.Set("min-saving", "16"))
	analysistest.Run(t, dir, a, "p")
	require.Equal(t, "8", structlayout.Analyzer.Flags.Lookup("min-saving").Value.String())
}

// TestNotice checks what the lower level adds.
func TestNotice(t *testing.T) {
	dir, cleanup, err := analysistest.WriteFiles(map[string]string{"p/p.go": `
package p

import (
	"net/http"
	"sync"
)

type tagged struct { // want "struct tagged: 24 bytes"
	A bool  "json:\"a\""
	N int64 "json:\"n\""
	B bool  "json:\"b\""
	M int32
}

type actor struct { // want "struct actor: 48 bytes"
	a    bool
	jobs chan int
	b    bool
	n    int64
	c    bool
	x    bool
	m    int64
}

// nope: one is made, in a constructor
type once struct {
	a bool
	n int64
	b bool
	m int64
	c bool
	s string
}

func newOnce() *once { return &once{} }

func fill(n string) (x []*tagged, y []*actor) {
	for range n {
		x = append(x, &tagged{})
		y = append(y, &actor{})
	}
	return x, y
}

type shard struct {
	mu sync.Mutex
	n  int
}

var shards [16]shard

func ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s := &shards[len(r.URL.Path)%16] // want "shards of type shard share a cache line: each takes 16 bytes"
	s.mu.Lock()
	defer s.mu.Unlock()
	shards[len(r.URL.Path)%16].n++
}

type padded struct {
	mu sync.Mutex
	_  [56]byte
}

var lines [16]padded
var pointers [16]*shard

// nope: a line each, objects of their own, one of them
func ok(w http.ResponseWriter, r *http.Request) {
	lines[len(r.URL.Path)%16].mu.Lock()
	pointers[len(r.URL.Path)%16].mu.Lock()
	shards[0].mu.Lock()
}
`})
	require.NoError(t, err)
	defer cleanup()
	a := structlayout.New(structlayout.Options{MinSaving: 8})
	require.NoError(t, a.Flags.Set("level", "notice"))
	analysistest.Run(t, dir, a, "p")
}

// TestUnformatted checks that fields are not torn from lines they share.
func TestUnformatted(t *testing.T) {
	dir, cleanup, err := analysistest.WriteFiles(map[string]string{"p/p.go": `
package p

type two struct { // want "struct two"
	a bool; n int64
	b bool
}

type one struct { a bool; n int64; b bool } // want "struct one"

type last struct { // want "struct last"
	a bool
	n int64
	b bool }

func fill(n string) (x []*two, y []*one, z []*last) {
	for range n {
		x = append(x, &two{})
		y = append(y, &one{})
		z = append(z, &last{})
	}
	return x, y, z
}
`})
	require.NoError(t, err)
	defer cleanup()
	for _, r := range analysistest.Run(t, dir, structlayout.New(structlayout.Options{MinSaving: 8}), "p") {
		for _, d := range r.Diagnostics {
			assert.Empty(t, d.SuggestedFixes, d.Message)
		}
	}
}

// TestIllTyped checks that nothing panics on code that does not compile.
func TestIllTyped(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", `package p

import ("fmt"; "unsafe"; "encoding/binary")

type row struct { a bool; n missing; b bool; s string; c bool }
type self struct { a bool; s self; b bool }
type gone struct { a bool; n int64; b bool; other.Thing }
type fine struct { a bool; n int64; b bool; m int64; c bool }

func f(x undefined) (all []fine) {
	for range x {
		all = append(all, fine{}, row{}, nothing)
		m[nothing] = fine{}
		all[x] = fine{nothing}
		*y = &fine{q: 1}
		y.z.a = &fine{}
		var v, w = &fine{}
		go nowhere(&fine{}, new(fine, fine))
		fmt.Println(nothing, unsafe.Sizeof(nothing), unsafe.Offsetof(q.r), (*fine)(nothing), append())
		binary.Write(nothing)
		return &fine{}, &fine{}, fine{}
	}
}
`, parser.ParseComments)
	require.NoError(t, err)
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), Scopes: make(map[ast.Node]*types.Scope),
		Implicits: make(map[ast.Node]types.Object), Instances: make(map[*ast.Ident]types.Instance), FileVersions: make(map[*ast.File]string),
	}
	config := types.Config{Error: func(error) {}, Importer: importer.ForCompiler(fset, "source", nil)}
	pkg, _ := config.Check("p", fset, []*ast.File{file}, info)
	pass := &analysis.Pass{
		Analyzer: structlayout.Analyzer, Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info,
		TypesSizes: types.SizesFor("gc", "amd64"),
		Module:     &analysis.Module{Path: "p"},
		Report:     func(d analysis.Diagnostic) { assert.NotContains(t, d.Message, "panic") },
		ReadFile:   func(string) ([]byte, error) { return nil, os.ErrNotExist },

		ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
		ExportObjectFact:  func(types.Object, analysis.Fact) {},
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		AllObjectFacts:    func() []analysis.ObjectFact { return nil },
	}
	pass.ResultOf = make(map[*analysis.Analyzer]any)
	for _, a := range structlayout.Analyzer.Requires {
		result, err := a.Run(pass)
		require.NoError(t, err)
		pass.ResultOf[a] = result
	}
	_, err = structlayout.Analyzer.Run(pass)
	require.NoError(t, err)
}
