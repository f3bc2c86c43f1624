package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/query"
)

// mayWait reports whether a task may take long, as far as the package tells: it
// does what may fail, works for a context, waits for others, or calls what is
// not known.
func (c *checker) mayWait(s start) bool {
	if fn := c.named(s.task); fn != nil && takesTime(fn) {
		return true
	}
	body := c.body(s)
	return body == nil || c.funcs.mayWait(body, reach) || !c.funcs.computes(body, reach)
}

// computes reports whether statements have a loop, there or in functions of the
// package that they call, through deep calls: without one, nothing is known of
// what they are for.
func (f *functions) computes(body ast.Node, deep int) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			found = true
		case *ast.CallExpr:
			if fn := query.Callee(f.info, n); fn != nil && deep > 0 {
				decl := f.decl(fn)
				found = found || decl != nil && f.computes(decl.Body, deep-1)
			}
		}
		return !found
	})
	return found
}

// mayWait reports whether statements may take long, there or in functions of the
// package that they call, through deep calls.
func (f *functions) mayWait(body ast.Node, deep int) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SendStmt, *ast.SelectStmt:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.CallExpr:
			found = found || f.callWaits(n, deep)
		}
		return !found
	})
	return found
}

func (f *functions) callWaits(call *ast.CallExpr, deep int) bool {
	fn := query.Callee(f.info, call)
	if fn == nil {
		tv := f.info.Types[call.Fun]
		_, literal := ast.Unparen(call.Fun).(*ast.FuncLit)
		return !tv.IsType() && !tv.IsBuiltin() && !literal // a function value
	}
	if takesTime(fn) || query.IsFunc(fn, "time", "Sleep") {
		return true
	}
	decl := f.decl(fn)
	return decl != nil && deep > 0 && f.mayWait(decl.Body, deep-1)
}

// takesTime reports whether a function may fail, or works for a context.
func takesTime(fn *types.Func) bool {
	for p := range fn.Signature().Params().Variables() {
		if isContext(p.Type()) {
			return true
		}
	}
	return mayFail(fn)
}
