package errgroup

import (
	"go/ast"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// outlives reports a goroutine that a request starts and nothing waits for,
// limits or cancels: under load there are as many as requests in the time that
// one takes. That is up to others where the task asks a remote machine; what is
// done on this one is mostly short, so that it is a notice. Where requests come
// seldom neither does harm.
func (c *checker) outlives(s start) {
	if s.group != nil || c.lastsLong(s) || c.awaited(s) || !c.takesTime(s) || c.underControl(s) || c.lives(s) || c.startsOnce(s) {
		return
	}
	pos, end := s.span()
	f := rule.Finding{
		Cur:     s.cur,
		Pos:     pos,
		End:     end,
		Message: "goroutine outlives the request that starts it: nothing waits for it, limits or cancels it",
		Remedy:  "hand the work to a fixed number of workers, with a context that has a timeout",
		Cost:    fanOutCost,
		Note:    heat.Request,
		Doubt:   heat.Heat.Seldom,
		Unless:  s.unless,
	}
	if c.asksRemote(s) {
		f.Warn = heat.Request
	}
	c.Report(f)
}

// lives reports whether a task goes on until something ends it, such as the
// connection that it reads, or ends the program.
func (c *checker) lives(s start) bool {
	body := c.body(s)
	if body == nil {
		return false
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt:
			found = found || n.Cond == nil && n.Init == nil
		case *ast.CallExpr:
			found = found || query.IsFunc(query.Callee(c.TypesInfo, n), "os", "Exit")
		}
		return !found
	})
	return found
}

// awaited reports whether the function waits for anything, or its caller has
// what it needs to do so.
func (c *checker) awaited(s start) bool {
	decl, ok := declAt(s.cur)
	if !ok || c.funcs.blocks(decl.Node().(*ast.FuncDecl).Body) {
		return true
	}
	for fn := query.Func(s.cur); fn.Valid(); fn = query.Func(fn) {
		if lit, ok := fn.Node().(*ast.FuncLit); ok && c.funcs.blocks(lit.Body) {
			return true
		}
	}
	return false
}

// takesTime reports whether a task does anything that may fail: what cannot
// fail is mostly short.
func (c *checker) takesTime(s start) bool {
	if fn := c.named(s.task); fn != nil && returnsError(fn) {
		return true
	}
	body := c.body(s)
	if body == nil {
		return false
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		found = mayFail(query.Callee(c.TypesInfo, call))
		return true
	})
	return found
}

// mayFail reports whether a function that is called returns an error that is
// not of what takes no time.
func mayFail(fn *types.Func) bool {
	return fn != nil && returnsError(fn) && !heat.Sounds(fn.Name(), []string{"close", "print", "printf", "println", "errorf"})
}

// underControl reports whether a task has a context, a channel or a lock of
// others: somebody can end it, or knows when it has ended.
func (c *checker) underControl(s start) bool {
	nodes := []ast.Node{s.call}
	if body := c.body(s); body != nil {
		nodes = append(nodes, body)
	}
	found := false
	for _, n := range nodes {
		ast.Inspect(n, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if !ok || found {
				return !found
			}
			if call, ok := e.(*ast.CallExpr); ok && c.funcs.waits(call) {
				found = true
			}
			t := c.TypesInfo.TypeOf(e)
			if t == nil {
				return true
			}
			if c.isBackground(e) || c.isProgram(s, e) || c.isOwnParam(s, e) {
				return false
			}
			if call, ok := e.(*ast.CallExpr); ok && query.IsFunc(query.Callee(c.TypesInfo, call), "context", "WithTimeout", "WithDeadline", "WithCancel") {
				found = true
			}
			if id, ok := e.(*ast.Ident); ok && id.Name == "nil" {
				return true
			}
			_, isChan := t.Underlying().(*types.Chan)
			isPipe := query.IsNamed(t, "io", "PipeReader") || query.IsNamed(t, "io", "PipeWriter")
			found = found || isChan || isPipe || isContext(t) || query.IsNamed(t, "sync", "WaitGroup") || query.IsNamed(t, groupPath, "Group")
			return true
		})
	}
	return found
}

// isOwnParam reports whether e is a context that the task gets as a parameter:
// what is passed for it decides.
func (c *checker) isOwnParam(s start, e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	return ok && v.Kind() == types.ParamVar && isContext(v.Type()) && !v.Parent().Contains(s.cur.Node().Pos())
}

// isProgram reports whether e is a context that ends with the program rather
// than with the request: a handler that is a literal has it from what made it.
func (c *checker) isProgram(s start, e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	if !ok || !isContext(v.Type()) {
		return false
	}
	for fn := query.Func(s.cur); fn.Valid(); fn = query.Func(fn) {
		lit, ok := fn.Node().(*ast.FuncLit)
		if !ok {
			return false
		}
		for p := range c.TypesInfo.TypeOf(lit).(*types.Signature).Params().Variables() {
			if isRequest(p.Type()) {
				return v.Pos() < lit.Pos()
			}
		}
	}
	return false
}

// isBackground reports whether e is a context that nothing cancels.
func (c *checker) isBackground(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && query.IsFunc(query.Callee(c.TypesInfo, call), "context", "Background", "TODO", "WithoutCancel")
}
