package errgroup

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/zenithlint/zenithlint/internal/query"
)

// startsOnce reports whether the function of s leaves where another goroutine of
// its kind is at work: where it cannot set a flag, or has set it before.
func (c *checker) startsOnce(s start) bool {
	fn := query.Func(s.cur)
	if !fn.Valid() {
		return false
	}
	var guards []ast.Expr
	for _, stmt := range query.Body(fn.Node()).List {
		if stmt.End() > s.cur.Node().Pos() {
			break
		}
		switch stmt := stmt.(type) {
		case *ast.IfStmt:
			if !leaves(stmt.Body) {
				continue
			}
			if c.triesFlag(stmt.Cond) {
				return true
			}
			guards = append(guards, stmt.Cond)
		case *ast.AssignStmt:
			v := c.setFlag(stmt)
			if v != nil && slices.ContainsFunc(guards, func(e ast.Expr) bool { return c.reads(s, e, v) }) {
				return true
			}
		}
	}
	return false
}

// gated reports whether s starts only where something lets it in that the task
// tells when it is done: if set.enter(x) { go func() { defer set.leave(x) }() }.
func (c *checker) gated(s start) bool {
	task := c.literal(s)
	if task == nil {
		return false
	}
	var told []*ast.CallExpr
	for _, stmt := range task.Body.List {
		if d, ok := stmt.(*ast.DeferStmt); ok {
			told = append(told, d.Call)
		}
	}
	for cond := range s.cur.Enclosing((*ast.IfStmt)(nil)) {
		if query.Func(cond) != query.Func(s.cur) {
			break
		}
		found := false
		ast.Inspect(cond.Node().(*ast.IfStmt).Cond, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			found = found || ok && slices.ContainsFunc(told, func(d *ast.CallExpr) bool { return c.answers(d, call) })
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// answers reports whether two calls are of methods of the same thing, and are
// about values of the same type.
func (c *checker) answers(a, b *ast.CallExpr) bool {
	of := variable(c.TypesInfo, receiver(a))
	return of != nil && of == variable(c.TypesInfo, receiver(b)) && len(a.Args) > 0 &&
		slices.EqualFunc(a.Args, b.Args, func(x, y ast.Expr) bool {
			return types.Identical(c.TypesInfo.TypeOf(x), c.TypesInfo.TypeOf(y))
		})
}

// triesFlag reports whether a condition sets what it asks for.
func (c *checker) triesFlag(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			found = found || slices.Contains([]string{"CompareAndSwap", "CompareAndSwapInt32", "CompareAndSwapUint32", "TryLock"}, query.LastName(call.Fun))
		}
		return !found
	})
	return found
}

// setFlag returns the variable or field that an assignment sets to true, or of
// which it does so with an element; or nil.
func (c *checker) setFlag(assign *ast.AssignStmt) *types.Var {
	if len(assign.Lhs) != 1 || len(assign.Rhs) != 1 {
		return nil
	}
	if v := c.TypesInfo.Types[assign.Rhs[0]].Value; v == nil || v.Kind() != constant.Bool || !constant.BoolVal(v) {
		return nil
	}
	to := ast.Unparen(assign.Lhs[0])
	if element, ok := to.(*ast.IndexExpr); ok {
		to = element.X
	}
	return variable(c.TypesInfo, to)
}

// reads reports whether an expression reads v, or a local variable that got its
// value from it.
func (c *checker) reads(s start, e ast.Expr, v *types.Var) bool {
	if query.Mentions(c.TypesInfo, e, v) {
		return true
	}
	src, ok := c.sourcesAt(s.cur)
	if !ok {
		return false
	}
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return !found
		}
		local, ok := c.TypesInfo.Uses[id].(*types.Var)
		if !ok || local.Kind() != types.LocalVar {
			return !found
		}
		for _, val := range src.values(local) {
			found = found || val.expr != nil && query.Mentions(c.TypesInfo, val.expr, v)
		}
		return !found
	})
	return found
}
