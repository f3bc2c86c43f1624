package errgroup

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

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
