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

// routeAnalyzer reports for each call of a function named probe whether requests
// come there seldom, or only those that change something.
var routeAnalyzer = &analysis.Analyzer{
	Name:     "route",
	Doc:      "report how often requests come to calls of probe",
	Requires: []*analysis.Analyzer{heat.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		result := pass.ResultOf[heat.Analyzer].(*heat.Result)
		for cur := range result.Root().Preorder((*ast.CallExpr)(nil)) {
			if !isProbe(pass.TypesInfo, cur) {
				continue
			}
			h, _ := result.Solve().At(result.Site(cur), heat.Request)
			how := "often"
			switch {
			case h.Seldom():
				how = "seldom"
			case h.Changes():
				how = "changing"
			}
			pass.Reportf(cur.Node().Pos(), "%s %s", h.Class, how)
		}
		return nil, nil
	},
}

// TestRoutes tells by the routes of handlers how often requests come.
func TestRoutes(t *testing.T) {
	dir, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	analysistest.Run(t, dir, routeAnalyzer, "route")
}
