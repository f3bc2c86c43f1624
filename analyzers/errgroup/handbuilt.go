package errgroup

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// handBuilt is a wait group with something that keeps the first error of its
// tasks: what an errgroup is.
type handBuilt struct {
	fn    inspector.Cursor // the function that waits
	wg    *types.Var
	err   *types.Var // the channel, or the variable that gets the error
	tasks []start
	ctx   *types.Var // a context at hand that tasks use, or nil
}

// groups reports the groups built by hand that starts, those of one package in
// source order, belong to.
func (c *checker) groups(starts []start) {
	var groups []*handBuilt
	for _, s := range starts {
		lit, ok := s.task.(*ast.FuncLit)
		fn := query.Func(s.cur)
		if !ok || !fn.Valid() {
			continue
		}
		wg := c.waitGroup(s, lit)
		if wg == nil || wg.Kind() != types.LocalVar || query.Func(s.cur) != c.declares(s.cur, wg) {
			continue
		}
		i := slices.IndexFunc(groups, func(g *handBuilt) bool { return g.wg == wg })
		if i < 0 {
			i, groups = len(groups), append(groups, &handBuilt{fn: fn, wg: wg})
		}
		groups[i].tasks = append(groups[i].tasks, s)
	}
	groups = slices.DeleteFunc(groups, func(g *handBuilt) bool { return !c.keepsFirst(g) })
	for _, g := range groups {
		f := g.finding()
		f.Fix = func() []analysis.SuggestedFix { return c.groupFix(g, groups) }
		c.Report(f)
	}
}

// declares returns the function around cur that declares v.
func (c *checker) declares(cur inspector.Cursor, v *types.Var) inspector.Cursor {
	for fn := query.Func(cur); fn.Valid(); fn = query.Func(fn) {
		if fn.Node().Pos() <= v.Pos() && v.Pos() < fn.Node().End() {
			return fn
		}
	}
	return inspector.Cursor{}
}

// waitGroup returns the wait group that a task tells about its end: wg of
// wg.Go(task), or of wg.Done() in it.
func (c *checker) waitGroup(s start, lit *ast.FuncLit) *types.Var {
	if query.IsMethod(query.Callee(c.TypesInfo, s.call), "sync", "WaitGroup", "Go") {
		return variable(c.TypesInfo, receiver(s.call))
	}
	var wg *types.Var
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && query.IsMethod(query.Callee(c.TypesInfo, call), "sync", "WaitGroup", "Done") {
			wg = variable(c.TypesInfo, receiver(call))
		}
		return wg == nil
	})
	return wg
}

// keepsFirst reports whether one of the errors of the tasks of g, and no more,
// reaches the function, and notes how.
func (c *checker) keepsFirst(g *handBuilt) bool {
	for _, s := range g.tasks {
		lit := s.task.(*ast.FuncLit)
		ctx, _ := c.contextIn(lit)
		if ctx != nil && g.ctx == nil && !c.stopsOthers(lit) {
			g.ctx = ctx
		}
		if v := c.sendsError(lit); v != nil && c.readsOne(g, v) {
			g.err = v
		}
		if v := c.setsError(lit); v != nil && c.waitsFor(g) && !c.looksAt(g, v) {
			g.err = v
		}
	}
	return g.err != nil && c.declares(g.tasks[0].cur, g.err) == g.fn
}

// sendsError returns the local channel of errors that a task sends to.
func (c *checker) sendsError(lit *ast.FuncLit) *types.Var {
	var found *types.Var
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		send, ok := n.(*ast.SendStmt)
		if !ok {
			return true
		}
		v := variable(c.TypesInfo, send.Chan)
		if v != nil && v.Kind() == types.LocalVar && isErrorChan(v.Type()) {
			found = v
		}
		return true
	})
	return found
}

func isErrorChan(t types.Type) bool {
	ch, ok := t.Underlying().(*types.Chan)
	return ok && isError(ch.Elem())
}

// readsOne reports whether the function takes one error out of ch after its
// tasks: it returns with the first, or reads only once.
func (c *checker) readsOne(g *handBuilt, ch *types.Var) bool {
	reads, one := 0, true
	for use := range query.Uses(g.fn, c.TypesInfo, ch) {
		switch use.ParentEdgeKind() {
		case edge.RangeStmt_X:
			reads++
			one = one && returnsFirst(use.Parent().Node().(*ast.RangeStmt).Body)
		case edge.UnaryExpr_X:
			if use.Parent().Node().(*ast.UnaryExpr).Op != token.ARROW {
				return false
			}
			reads++
			for loop := range use.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
				body := loopBody(loop.Node())
				one = one && (!g.fn.Contains(loop) || returnsFirst(body))
			}
		case edge.CallExpr_Args: // len, cap, close; or handed on
			call := use.Parent().Node().(*ast.CallExpr)
			if id, ok := call.Fun.(*ast.Ident); !ok || !c.TypesInfo.Types[id].IsBuiltin() {
				return false
			}
		case edge.SendStmt_Chan:
		default:
			return false
		}
	}
	return reads == 1 && one
}

// returnsFirst reports whether the body of a loop over errors leaves with the
// first that is not nil, and does nothing else.
func returnsFirst(body *ast.BlockStmt) bool {
	leaves := false
	for _, s := range body.List {
		switch s := s.(type) {
		case *ast.ReturnStmt:
			leaves = true
		case *ast.AssignStmt:
		case *ast.IfStmt:
			n := len(s.Body.List)
			if n == 0 || s.Else != nil {
				return false
			}
			_, ok := s.Body.List[n-1].(*ast.ReturnStmt)
			leaves = leaves || ok
		default:
			return false
		}
	}
	return leaves
}

// setsError returns the variable of the function that a task sets to its error
// if no other has: under a lock, or by a sync.Once.
func (c *checker) setsError(lit *ast.FuncLit) *types.Var {
	var found *types.Var
	guarded := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn := query.Callee(c.TypesInfo, n)
			guarded = guarded || query.IsMethod(fn, "sync", "Mutex", "Lock") || query.IsMethod(fn, "sync", "Once", "Do")
		case *ast.AssignStmt:
			if len(n.Lhs) != 1 || n.Tok != token.ASSIGN {
				return true
			}
			v := variable(c.TypesInfo, n.Lhs[0])
			outer := v != nil && v.Kind() == types.LocalVar && isError(v.Type()) && (v.Pos() < lit.Pos() || v.Pos() > lit.End())
			if outer && !c.funcs.mentions(n.Rhs[0], v) {
				found = v
			}
		}
		return true
	})
	if !guarded {
		return nil
	}
	return found
}

// looksAt reports whether the loop that starts the tasks of g looks at v, which
// gets their errors: it starts no more after the first.
func (c *checker) looksAt(g *handBuilt, v *types.Var) bool {
	loop := inspector.Cursor{}
	for loop = range g.tasks[0].cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		break
	}
	if !loop.Valid() || !g.fn.Contains(loop) {
		return false
	}
	for use := range query.Uses(loop, c.TypesInfo, v) {
		if query.Func(use) == g.fn && use.ParentEdgeKind() != edge.AssignStmt_Lhs {
			return true
		}
	}
	return false
}

// waitsFor reports whether the function waits for g.
func (c *checker) waitsFor(g *handBuilt) bool {
	for use := range query.Uses(g.fn, c.TypesInfo, g.wg) {
		if sel, ok := use.Parent().Node().(*ast.SelectorExpr); ok && sel.Sel.Name == "Wait" {
			return true
		}
	}
	return false
}

// contextIn returns the context variable of the function around lit that lit
// hands to a call.
func (c *checker) contextIn(lit *ast.FuncLit) (*types.Var, *ast.Ident) {
	var found *types.Var
	var at *ast.Ident
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		for _, arg := range call.Args {
			id, ok := ast.Unparen(arg).(*ast.Ident)
			if !ok {
				continue
			}
			v, _ := c.TypesInfo.Uses[id].(*types.Var)
			if v != nil && isContext(v.Type()) && (v.Pos() < lit.Pos() || v.Pos() > lit.End()) && found == nil {
				found, at = v, id
			}
		}
		return true
	})
	return found, at
}

func isContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && query.IsNamed(n, "context", "Context")
}

// finding returns what there is to say about g.
func (g *handBuilt) finding() rule.Finding {
	at := g.tasks[0]
	what := "variable"
	if isErrorChan(g.err.Type()) {
		what = "channel"
	}
	f := rule.Finding{
		Cur:     at.cur,
		Message: fmt.Sprintf("WaitGroup %s with error %s %s is an errgroup built by hand", g.wg.Name(), what, g.err.Name()),
		Remedy:  "errgroup.Group",
		Note:    heat.NotCold,
	}
	if g.ctx != nil {
		f.Message += ": after the first error the other tasks go on"
		f.Remedy = "errgroup.WithContext, which cancels them"
		f.Warn = heat.NotCold
	}
	f.Pos, f.End = at.span()
	return f
}
