package heat_test

import (
	"go/ast"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// TestStandardLibrary builds and solves the graphs of real packages with code
// of all kinds, and asks everything at every place: nothing panics, what proves
// heat is in the chain, and a second solution says the same.
func TestStandardLibrary(t *testing.T) {
	if testing.Short() {
		t.Skip("loads large packages")
	}
	m := load(t, &packages.Config{Tests: true},
		"net/http", "go/types", "encoding/json", "text/template", "reflect", "regexp/syntax", "sort", "slices",
		"database/sql", "runtime", "internal/trace", "crypto/tls", "go/parser", "iter", "unicode/utf8")
	require.NotEmpty(t, m.results)
	again := heat.Solve(m.results)
	classes := make(map[heat.Class]int)
	for _, r := range m.results {
		for cur := range r.Root().Preorder((*ast.CallExpr)(nil), (*ast.CompositeLit)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
			site := r.Site(cur)
			h, ok := m.solution.At(site, allNeeds)
			assert.True(t, ok)
			classes[h.Class]++
			switch h.Class {
			case heat.ClassCold, heat.ClassSetup:
				assert.NotEmpty(t, h.Why)
				assert.Empty(t, h.Chain)
			case heat.ClassUnknown:
				assert.Empty(t, h.Chain)
			default:
				assert.NotEmpty(t, h.Chain)
				for _, step := range h.Chain {
					assert.NotEmpty(t, step.What)
					assert.True(t, step.Pos.IsValid(), "%s: %s", r.Pass().Fset.Position(cur.Node().Pos()), text(h))
				}
			}
			for need := heat.Anywhere; need <= heat.Element; need <<= 1 {
				one, ok := m.solution.At(site, need)
				other, otherOK := again.At(site, need)
				assert.Equal(t, one, other)
				assert.Equal(t, ok, otherOK)
			}
			for range r.Loops(cur) {
			}
			r.Cold(cur)
			r.Function(cur)
			if key, ok := site.Unconditional(); ok {
				assert.NotNil(t, r.Func(key), key)
				r.Callers(key)
			}
		}
	}
	for _, class := range []heat.Class{heat.ClassCold, heat.ClassSetup, heat.ClassUnknown, heat.ClassLoop, heat.ClassRequest, heat.ClassElement, heat.ClassBenchmark} {
		assert.Positive(t, classes[class], class)
	}
	t.Log(classes)
}
