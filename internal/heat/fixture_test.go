package heat_test

import (
	"go/ast"
	"go/types"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// allNeeds asks for the strongest evidence there is.
const allNeeds = heat.Anywhere | heat.NotCold | heat.Loop | heat.Request | heat.Element | heat.Nested

// probeAnalyzer reports the heat of each call of a function named probe, as far
// as one package tells.
var probeAnalyzer = &analysis.Analyzer{
	Name:     "probe",
	Doc:      "report the heat of calls of probe",
	Requires: []*analysis.Analyzer{heat.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		result := pass.ResultOf[heat.Analyzer].(*heat.Result)
		for cur := range result.Root().Preorder((*ast.CallExpr)(nil)) {
			if isProbe(pass.TypesInfo, cur) {
				h, _ := result.Solve().At(result.Site(cur), allNeeds)
				pass.Reportf(cur.Node().Pos(), "%s", text(h))
			}
		}
		return nil, nil
	},
}

func isProbe(info *types.Info, cur inspector.Cursor) bool {
	id, ok := cur.Node().(*ast.CallExpr).Fun.(*ast.Ident)
	if !ok || id.Name != "probe" {
		return false
	}
	_, ok = info.Uses[id].(*types.Func)
	return ok
}

// text renders heat as fixtures state it: the class, and the chain or the
// reason.
func text(h heat.Heat) string {
	var steps []string
	for _, step := range h.Chain {
		steps = append(steps, step.What)
	}
	why := h.Why
	if len(steps) > 0 {
		why = strings.Join(steps, " -> ")
	}
	if why == "" {
		return string(h.Class)
	}
	return string(h.Class) + ": " + why
}

// TestFixtures checks the heat of every probe in the fixtures of this package,
// testdata/src/heat of the repository.
func TestFixtures(t *testing.T) {
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, dir, probeAnalyzer, "heat/...")
}
