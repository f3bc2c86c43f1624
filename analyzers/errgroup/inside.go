package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
)

// acquiresInside reports whether the first thing that a task does, deferred
// calls and values that it prepares aside, is to wait for a place.
func (c *checker) acquiresInside(s start) bool {
	body := c.body(s)
	if body == nil {
		return false
	}
	i := slices.IndexFunc(body.List, func(s ast.Stmt) bool {
		switch s := s.(type) {
		case *ast.DeferStmt:
			return false
		case *ast.AssignStmt:
			return s.Tok != token.DEFINE || len(s.Lhs) > 1 || isErrorType(c.TypesInfo.TypeOf(s.Lhs[0]))
		}
		return true
	})
	if i < 0 {
		return false
	}
	switch first := body.List[i].(type) {
	case *ast.SendStmt:
		return c.isToken(first.Value)
	case *ast.ExprStmt:
		if recv, ok := first.X.(*ast.UnaryExpr); ok { // <-places, of a channel that holds as many
			v := variable(c.TypesInfo, recv.X)
			return v != nil && !isOwn(body, v) && sendsTo(c.TypesInfo, body, v)
		}
		call, ok := first.X.(*ast.CallExpr)
		return ok && c.acquires(call)
	case *ast.IfStmt:
		init, ok := first.Init.(*ast.AssignStmt)
		if !ok {
			return false
		}
		call, ok := init.Rhs[0].(*ast.CallExpr)
		return ok && c.acquires(call)
	case *ast.SelectStmt:
		return slices.ContainsFunc(first.Body.List, func(clause ast.Stmt) bool {
			send, ok := clause.(*ast.CommClause).Comm.(*ast.SendStmt)
			return ok && c.isToken(send.Value)
		})
	}
	return false
}

func isErrorType(t types.Type) bool { return t != nil && isError(t) }

// placed reports whether s waits for a place somewhere in what it does.
func (c *checker) placed(s start) bool {
	body := c.body(s)
	return body != nil && c.acquiresDeep(body, reach)
}

// acquiresDeep reports whether a task waits for a place somewhere in what it
// does, or in functions of the package that it calls: what it works with is
// limited, if not the goroutines.
func (c *checker) acquiresDeep(body ast.Node, deep int) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SendStmt:
			ch := variable(c.TypesInfo, n.Chan)
			found = found || c.isToken(n.Value) && !isOwn(body, ch) && c.receivesFrom(body, ch)
		case *ast.CallExpr:
			fn := query.Callee(c.TypesInfo, n)
			if fn == nil || found {
				break
			}
			decl := c.funcs.decl(fn)
			found = takesPlace(fn, n) && !isOwn(body, variable(c.TypesInfo, receiver(n))) || decl != nil && deep > 0 && c.acquiresDeep(decl.Body, deep-1)
		}
		return !found
	})
	return found
}

// isOwn reports whether statements declare v: a semaphore or limiter for each
// task limits nothing but itself.
func isOwn(body ast.Node, v *types.Var) bool {
	return v != nil && body.Pos() <= v.Pos() && v.Pos() < body.End()
}

// receivesFrom reports whether statements receive from ch: they give a place
// back that they took by sending. Who only sends tells that he is done.
func (c *checker) receivesFrom(body ast.Node, ch *types.Var) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		recv, ok := n.(*ast.UnaryExpr)
		found = found || ok && recv.Op == token.ARROW && ch != nil && variable(c.TypesInfo, recv.X) == ch
		return !found
	})
	return found
}

// takesPlace reports whether a call is of a method that waits for a place by its
// name, or waits and returns what gives the place back.
func takesPlace(fn *types.Func, call *ast.CallExpr) bool {
	acquires := strings.HasPrefix(fn.Name(), "Acquire")
	return slices.Contains([]string{"Acquire", "AcquireN", "Take", "Throttle", "WaitN"}, fn.Name()) ||
		fn.Name() == "Wait" && len(call.Args) > 0 ||
		acquires && returnsError(fn) ||
		(acquires || strings.HasPrefix(fn.Name(), "Wait")) && returnsRelease(fn)
}

// returnsRelease reports whether the first result of a function is a function
// without parameters, as in defer q.WaitReady(ctx)().
func returnsRelease(fn *types.Func) bool {
	if fn.Signature().Results().Len() == 0 {
		return false
	}
	sig, ok := fn.Signature().Results().At(0).Type().Underlying().(*types.Signature)
	return ok && sig.Params().Len() == 0
}

// isToken reports whether e says nothing, so that sending it only takes a place:
// struct{}{}, true, 1. A result says something.
func (c *checker) isToken(e ast.Expr) bool {
	e = ast.Unparen(e)
	if lit, ok := e.(*ast.CompositeLit); ok {
		return len(lit.Elts) == 0
	}
	return c.TypesInfo.Types[e].Value != nil
}

// acquires reports whether a call waits for a place of a semaphore or a limiter.
func (c *checker) acquires(call *ast.CallExpr) bool {
	fn := query.Callee(c.TypesInfo, call)
	if fn == nil {
		return false
	}
	if takesPlace(fn, call) {
		return true
	}
	recv := fn.Signature().Recv()
	if recv == nil || isFetch(fn.Name()) {
		return false
	}
	n := named(recv.Type())
	return n != nil && limiterName(n.Obj().Name()) || limiterName(query.LastName(receiver(call)))
}
