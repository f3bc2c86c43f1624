package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/query"
)

// mayWait reports whether a task may take long, as far as the package tells: it
// does what may fail, works for a context, waits for others, or calls a function
// value. Where neither these nor a loop are seen, or the task stands in another
// package, nothing is known of it, and it may.
func (c *checker) mayWait(s start) bool {
	if fn := c.named(s.task); fn != nil && takesTime(fn) {
		return true
	}
	body := c.body(s)
	return body == nil || c.funcs.mayWait(body, reach) || !c.funcs.computes(body, reach)
}

// recurs reports whether a task leads back to the function that starts it, in
// calls within the package.
func (c *checker) recurs(s start) bool {
	decl, ok := declAt(s.cur)
	if !ok {
		return false
	}
	fn, _ := c.TypesInfo.Defs[decl.Node().(*ast.FuncDecl).Name].(*types.Func)
	body := c.body(s)
	return fn != nil && (c.named(s.task) == fn || body != nil && c.funcs.leadsTo(body, fn, reach))
}

// leadsTo reports whether statements call fn, through deep calls of functions of
// the package.
func (f *functions) leadsTo(body ast.Node, fn *types.Func, deep int) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			callee := query.Callee(f.info, call)
			found = callee == fn
			if decl := f.callee(call); decl != nil && deep > 0 && !found {
				found = f.leadsTo(decl.Body, fn, deep-1)
			}
		}
		return !found
	})
	return found
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
