package analyzers

import (
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// TestNogo runs each rule by itself as Bazel's nogo does: without module,
// ReadFile and other files, and without facts about the standard library.
func TestNogo(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: "../testdata/demo"}, "./...")
	require.NoError(t, err)
	found := make(map[string]int)
	for _, pkg := range pkgs {
		require.Empty(t, pkg.Errors)
		for _, a := range All {
			_, err := nogo(pkg, a, func(analysis.Diagnostic) { found[a.Name]++ }, make(map[*analysis.Analyzer]any))
			require.NoError(t, err, "%s on %s", a.Name, pkg.PkgPath)
		}
	}
	for _, name := range []string{"concatloop", "errgroup", "regexcompile", "stdjson"} {
		assert.Positive(t, found[name], name)
	}
}

// nogo runs an analyzer and those it requires with the pass that nogo makes.
func nogo(pkg *packages.Package, a *analysis.Analyzer, report func(analysis.Diagnostic), results map[*analysis.Analyzer]any) (any, error) {
	inputs := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		if _, ok := results[req]; !ok {
			result, err := nogo(pkg, req, func(analysis.Diagnostic) {}, results)
			if err != nil {
				return nil, err
			}
			results[req] = result
		}
		inputs[req] = results[req]
	}
	return a.Run(&analysis.Pass{
		Analyzer: a, Fset: pkg.Fset, Files: pkg.Syntax, Pkg: pkg.Types, TypesInfo: pkg.TypesInfo, TypesSizes: pkg.TypesSizes,
		ResultOf: inputs, Report: report,
		ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportObjectFact:  func(types.Object, analysis.Fact) {},
		ExportPackageFact: func(analysis.Fact) {},
		AllObjectFacts:    func() []analysis.ObjectFact { return nil },
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	})
}
