package errgroup

import (
	"go/ast"
	"slices"

	"github.com/zenithlint/zenithlint/internal/query"
)

// mayFail reports whether a task of g returns anything but nil and the error of
// a context, which whoever cancelled it knows.
func (c *checker) mayFail(g *group) bool {
	return slices.ContainsFunc(g.tasks, func(s start) bool {
		body := c.body(s)
		return body == nil || c.funcs.fails(body, 1)
	})
}

// fails reports whether statements return anything but nil and the error of a
// context, there or in functions of the package whose result they return,
// through deep calls.
func (f *functions) fails(body *ast.BlockStmt, deep int) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = found || len(n.Results) != 1 || f.failure(n.Results[0], deep)
		}
		return !found
	})
	return found
}

// failure reports whether e is an error other than nil and that of a context.
func (f *functions) failure(e ast.Expr, deep int) bool {
	if f.info.Types[e].IsNil() {
		return false
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return true
	}
	fn := query.Callee(f.info, call)
	if query.IsFunc(fn, "context", "Cause") || query.IsMethod(fn, "context", "Context", "Err") {
		return false
	}
	decl := f.callee(call)
	return decl == nil || deep == 0 || f.fails(decl.Body, deep-1)
}
