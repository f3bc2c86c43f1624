package heat_test

import (
	"go/ast"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// routeAnalyzer reports whether requests come seldom to each call of a function
// named probe.
var routeAnalyzer = &analysis.Analyzer{
	Name:     "route",
	Doc:      "report whether calls of probe are seldom",
	Requires: []*analysis.Analyzer{heat.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		result := pass.ResultOf[heat.Analyzer].(*heat.Result)
		for cur := range result.Root().Preorder((*ast.CallExpr)(nil)) {
			if !isProbe(pass.TypesInfo, cur) {
				continue
			}
			h, _ := result.Solve().At(result.Site(cur), heat.Request)
			how := "often"
			if h.Seldom() {
				how = "seldom"
			}
			pass.Reportf(cur.Node().Pos(), "%s %s", h.Class, how)
		}
		return nil, nil
	},
}

// TestRoutes tells by the routes of handlers whether requests come seldom.
func TestRoutes(t *testing.T) {
	dir, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	analysistest.Run(t, dir, routeAnalyzer, "route")
}
