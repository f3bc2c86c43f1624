package errgroup

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"

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

// thenFails reports whether the function of s returns an error after it: its callers
// mostly go no further.
//
//	go abort(pending)
//	return errPending
func (c *checker) thenFails(s start) bool {
	cur := s.cur
	for cur.ParentEdgeKind() != edge.BlockStmt_List {
		if cur = cur.Parent(); !cur.Valid() || cur.Node() == nil {
			return false
		}
	}
	list := cur.Parent().Node().(*ast.BlockStmt).List
	ret, ok := list[len(list)-1].(*ast.ReturnStmt)
	if !ok || len(ret.Results) == 0 {
		return false
	}
	e := ast.Unparen(ret.Results[len(ret.Results)-1])
	if !isErrorType(c.TypesInfo.TypeOf(e)) {
		return false
	}
	if call, ok := e.(*ast.CallExpr); ok {
		fn := query.Callee(c.TypesInfo, call)
		return query.IsFunc(fn, "errors", "New") || query.IsFunc(fn, "fmt", "Errorf")
	}
	v := variable(c.TypesInfo, e)
	return v != nil && v.Kind() == types.PackageVar
}
