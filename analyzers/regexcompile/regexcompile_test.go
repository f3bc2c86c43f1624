package regexcompile_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/zenithlint/zenithlint/analyzers/regexcompile"
	"github.com/zenithlint/zenithlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, regexcompile.Analyzer) }

// TestNotice checks what the lower level adds: constant patterns that die with
// the call, in functions of which nothing is known.
func TestNotice(t *testing.T) {
	dir, cleanup, err := analysistest.WriteFiles(map[string]string{"notice/notice.go": `
package notice

import (
	"os"
	"regexp"
)

func quiet(s string) bool { // want quiet:"compiles"
	return regexp.MustCompile("a+").MatchString(s) // want "compiled again each time although it never changes$"
}

func match(s string) bool { // want match:"compiles"
	ok, _ := regexp.MatchString("a+", s) // want "compiled on every call of regexp.MatchString$"
	return ok
}

// nope: the caller may keep it
func build() *regexp.Regexp { return regexp.MustCompile("b+") } // want build:"compiles"

// nope: the callee may keep it
func pass() { consume(regexp.MustCompile("c+")) } // want pass:"compiles"

func consume(*regexp.Regexp) {}

// nope: may change
func dynamic(p, s string) bool { return regexp.MustCompile(p).MatchString(s) }

type matcher struct{ pattern string }

// nope: once per construction, perhaps
func (m *matcher) match(s string) bool { return regexp.MustCompile(m.pattern).MatchString(s) }

// nope: set-up
func newMatcher() *matcher { // want newMatcher:"compiles"
	if regexp.MustCompile("d+").MatchString(os.Args[0]) {
		return nil
	}
	return new(matcher)
}
`})
	require.NoError(t, err)
	defer cleanup()
	require.NoError(t, regexcompile.Analyzer.Flags.Set("level", "notice"))
	defer regexcompile.Analyzer.Flags.Set("level", "warning")
	analysistest.Run(t, dir, regexcompile.Analyzer, "notice")
}

// TestFixesStandAlone applies each fix of the fixtures on its own, and each
// together with the next: what is left must compile.
func TestFixesStandAlone(t *testing.T) {
	dir := linttest.Testdata()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax,
		Dir:  dir,
		Env:  append(os.Environ(), "GOPATH="+dir, "GO111MODULE=off", "GOPROXY=off", "GOWORK=off"),
	}, "regexcompile/...")
	require.NoError(t, err)
	graph, err := checker.Analyze([]*analysis.Analyzer{regexcompile.Analyzer}, pkgs, nil)
	require.NoError(t, err)
	tried := 0
	for _, act := range graph.Roots {
		var fixes []analysis.SuggestedFix
		for _, d := range act.Diagnostics {
			fixes = append(fixes, d.SuggestedFixes...)
		}
		for i := range fixes {
			for j := i; j < min(i+2, len(fixes)); j++ {
				edits := slices.Concat(fixes[i].TextEdits, fixes[j].TextEdits)
				assert.NoError(t, compile(t, act.Package, edits), "%s: fixes %d and %d", act.Package, i, j)
				tried++
			}
		}
	}
	assert.Greater(t, tried, 50)
}

// compile type-checks pkg with the edits made.
func compile(t *testing.T, pkg *packages.Package, edits []analysis.TextEdit) error {
	slices.SortStableFunc(edits, func(a, b analysis.TextEdit) int { return int(a.Pos - b.Pos) })
	edits = slices.CompactFunc(edits, func(a, b analysis.TextEdit) bool {
		return a.Pos == b.Pos && a.End == b.End && string(a.NewText) == string(b.NewText)
	})
	var files []*ast.File
	fset := token.NewFileSet()
	for _, syntax := range pkg.Syntax {
		file := pkg.Fset.File(syntax.FileStart)
		src, err := os.ReadFile(file.Name())
		require.NoError(t, err)
		for _, e := range slices.Backward(edits) {
			if pkg.Fset.File(e.Pos) == file {
				src = slices.Replace(src, file.Offset(e.Pos), file.Offset(e.End), e.NewText...)
			}
		}
		f, err := parser.ParseFile(fset, file.Name(), src, parser.SkipObjectResolution)
		require.NoError(t, err)
		files = append(files, f)
	}
	conf := types.Config{Importer: imports(pkg.Imports), Sizes: pkg.TypesSizes}
	_, err := conf.Check(pkg.PkgPath, fset, files, nil)
	return err
}

// imports are the loaded packages that a package imports.
type imports map[string]*packages.Package

func (m imports) Import(path string) (*types.Package, error) { return m[path].Types, nil }
