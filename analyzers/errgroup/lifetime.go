package errgroup

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// lastsLong reports whether a task runs for the life of what starts it: it
// loops without end, consumes a channel, or is called so.
func (c *checker) lastsLong(s start) bool {
	body := c.body(s)
	if body != nil && c.loopsForever(body, true) {
		return true
	}
	if fn := c.named(s.task); fn != nil {
		return soundsLong(fn.Name())
	}
	if sel, ok := s.task.(*ast.SelectorExpr); ok {
		return soundsLong(sel.Sel.Name)
	}
	return false
}

// loopsForever reports whether statements loop without end or until a channel
// is closed, there or, if deep, in a function they call.
func (c *checker) loopsForever(body *ast.BlockStmt, deep bool) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.ForStmt:
			// A loop that takes pages ends; one that takes messages does not.
			found = found || n.Cond == nil && n.Init == nil && c.funcs.receives(n.Body)
		case *ast.RangeStmt:
			// Of a channel made there, something there knows the end.
			if t := c.TypesInfo.TypeOf(n.X); t != nil && !isOwn(body, variable(c.TypesInfo, n.X)) {
				_, ch := t.Underlying().(*types.Chan)
				found = found || ch
			}
		case *ast.CallExpr:
			if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok && soundsLong(sel.Sel.Name) && !ends(sel.Sel.Name) {
				fn := query.Callee(c.TypesInfo, n)
				found = found || fn == nil || !isRemote(fn) // a program that is run ends
			}
			if decl := c.funcs.callee(n); decl != nil && deep && !found {
				found = c.loopsForever(decl.Body, false)
			}
		}
		return !found
	})
	return found
}

// ends reports whether a method of this name ends a component, or closes what
// every task closes: a body, a file.
func ends(name string) bool {
	return slices.Contains([]string{"stop", "close", "shutdown", "drain"}, strings.ToLower(name))
}

// soundsLong reports whether a method of this name runs, or ends, a component.
func soundsLong(name string) bool {
	if ends(name) {
		return true
	}
	name = strings.ToLower(name)
	if slices.Contains([]string{"run", "serve", "start", "loop", "listen", "watch", "accept", "consume", "work", "worker", "monitor", "poll"}, name) {
		return true
	}
	return slices.ContainsFunc([]string{"loop", "worker", "forever", "listenandserve"}, func(w string) bool { return strings.HasSuffix(name, w) }) ||
		slices.ContainsFunc([]string{"serve", "listen", "watch", "startworker", "run", "monitor"}, func(w string) bool { return strings.HasPrefix(name, w) })
}

// untilQuit reports whether a task waits for something that happens elsewhere, or
// for the end of what starts it, or hands the channel that tells the end on to what does:
//
//	select {
//	case result := <-results:
//	case <-s.quit:
//	}
//
// Such a task does no work that could wait for its turn.
func (c *checker) untilQuit(s start) bool {
	body := c.body(s)
	if body == nil {
		return false
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.SelectStmt:
			found = found || c.awaitsOrQuits(n)
		case *ast.CallExpr:
			// Who closes the channel tells that the task itself has ended.
			found = found || !c.TypesInfo.Types[n.Fun].IsBuiltin() && slices.ContainsFunc(n.Args, c.tellsEnd)
		}
		return !found
	})
	return found
}

// awaitsOrQuits reports whether a select does nothing but receive, of one channel what
// it tells and of another one the end.
func (c *checker) awaitsOrQuits(stmt *ast.SelectStmt) bool {
	quits, awaits := false, false
	for _, clause := range stmt.Body.List {
		ch := received(clause.(*ast.CommClause).Comm)
		switch {
		case ch == nil:
			return false
		case c.tellsEnd(ch):
			quits = true
		default:
			t, ok := c.TypesInfo.TypeOf(ch).Underlying().(*types.Chan)
			awaits = awaits || ok && !query.IsEmptyStruct(t.Elem()) && !query.IsNamed(t.Elem(), "time", "Time")
		}
	}
	return quits && awaits
}

// tellsEnd reports whether e is the channel, a field, by which something tells that
// it ends.
func (c *checker) tellsEnd(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	t, ok := c.TypesInfo.TypeOf(sel).Underlying().(*types.Chan)
	return ok && query.IsEmptyStruct(t.Elem()) && heat.Sounds(sel.Sel.Name, []string{"quit", "stop", "done", "close", "closed", "closing", "exit", "shutdown"})
}

// received returns the channel that a statement receives from, or nil.
func received(stmt ast.Stmt) ast.Expr {
	var e ast.Expr
	switch stmt := stmt.(type) {
	case *ast.ExprStmt:
		e = stmt.X
	case *ast.AssignStmt:
		e = stmt.Rhs[0]
	}
	recv, ok := e.(*ast.UnaryExpr)
	if !ok {
		return nil
	}
	return recv.X
}
