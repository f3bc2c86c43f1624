package heat

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
)

// A package on which we panic has an error and no heat; the others are not
// concerned.
func TestPanic(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", "package p\n\nfunc f() { g() }\n", 0)
	require.NoError(t, err)
	bad := &Result{pass: &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: types.NewPackage("m/p", "p")}} // no types
	require.NoError(t, bad.Err(), "nobody asked for the graph")
	bad.Build()
	require.ErrorContains(t, bad.Err(), "internal error: the call graph of package m/p cannot be made")
	assert.Contains(t, bad.Err().Error(), ".go:")

	for cur := range bad.Root().Preorder((*ast.CallExpr)(nil)) {
		_, ok := bad.Solve().At(Site{pkg: bad}, Loop|Request)
		assert.False(t, ok, cur)
	}
	bad.Seal()
	assert.NotNil(t, Solve([]*Result{bad}))
}
