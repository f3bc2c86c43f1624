package engine_test

import (
	"context"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/analyzers"
	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// TestTypeCheckerTestData runs every rule on the test data of Go's own type
// checker: the strangest code there is, much of which does not compile. The
// command skips such packages, but editors may not.
func TestTypeCheckerTestData(t *testing.T) {
	dir := filepath.Join(runtime.GOROOT(), "src", "internal", "types", "testdata")
	files := 0
	std := importer.ForCompiler(token.NewFileSet(), "source", nil)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		fset := token.NewFileSet()
		file, _ := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.AllErrors)
		if file == nil || file.Name == nil {
			return nil
		}
		files++
		checkOne(t, fset, file, std)
		return nil
	})
	if err != nil || files == 0 {
		t.Skipf("this Go installation has no test data of the type checker: %v", err)
	}
	t.Logf("%d files", files)
}

// checkOne type-checks a file as far as it goes, and runs every rule on it and
// the heat of everything in it.
func checkOne(t *testing.T, fset *token.FileSet, file *ast.File, imports types.Importer) {
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Instances: make(map[*ast.Ident]types.Instance), Scopes: make(map[ast.Node]*types.Scope),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), FileVersions: make(map[*ast.File]string),
	}
	conf := types.Config{Importer: imports, Error: func(error) {}, FakeImportC: true}
	pkg, _ := conf.Check("p", fset, []*ast.File{file}, info)
	pass := &analysis.Pass{
		Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info, TypesSizes: types.SizesFor("gc", "amd64"),
		ResultOf: make(map[*analysis.Analyzer]any), Report: func(analysis.Diagnostic) {},
	}
	result, err := heat.Analyzer.Run(pass)
	require.NoError(t, err)
	h := result.(*heat.Result)
	pass.ResultOf[heat.Analyzer] = h
	for _, a := range analyzers.All {
		result, err := rule.Collector(a).Run(pass)
		if assert.NoError(t, err, fset.Position(file.Pos()).Filename) {
			_, err := result.(*rule.Collected).Reports(h.Solve(), rule.Notice, new(rule.Edits))
			assert.NoError(t, err)
		}
	}
	h.Build()
	require.NoError(t, h.Err())
	h.Solve()
	for cur := range h.Root().Preorder((*ast.CallExpr)(nil), (*ast.Ident)(nil)) {
		h.Solve().At(h.Site(cur), heat.Loop|heat.Request|heat.Element|heat.NotCold)
		for range h.Loops(cur) {
		}
	}
}

// TestStandardLibrary runs every rule on a part of the standard library, as one
// module.
func TestStandardLibrary(t *testing.T) {
	if testing.Short() {
		t.Skip("loads hundreds of packages")
	}
	res, err := engine.Run(context.Background(), engine.Options{
		Dir: filepath.Join(runtime.GOROOT(), "src"), Patterns: []string{"net/...", "go/...", "encoding/...", "text/...", "html/..."},
		Tests: true, Analyzers: analyzers.All, Level: rule.Notice,
	})
	require.NoError(t, err)
	assert.Greater(t, res.Packages, 40)
	for _, e := range res.Errors {
		assert.False(t, strings.Contains(e.Message, "panicked"), e.Message)
	}
}
