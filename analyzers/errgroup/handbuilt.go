package errgroup

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
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

	delivers bool // tasks send what they find to others: the error of one does not devalue it
	foreign  bool // the module knows no golang.org/x/sync: it would be a new dependency
	few      bool // a loop starts them for parts of a deployment, groups, or as many as a number says
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
		g.foreign = c.foreign(g)
		g.few = c.overFew(g)
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
	if g.ctx != nil && !g.delivers {
		f.Message += ": after the first error the other tasks go on"
		f.Remedy = "errgroup.WithContext, which cancels them"
		if !g.foreign && !g.few {
			f.Warn = heat.NotCold
		}
	}
	f.Pos, f.End = at.span()
	return f
}

// foreign reports whether the module of g requires no golang.org/x/sync.
func (c *checker) foreign(g *handBuilt) bool {
	for file := range g.fn.Enclosing((*ast.File)(nil)) {
		_, req, ok := c.syncOf(file.Node().(*ast.File))
		return ok && req == nil
	}
	return false
}

// overFew reports whether a loop starts the tasks of g for each of what there is
// little of, or that they are the same again: one that fails tells nothing of
// the others.
func (c *checker) overFew(g *handBuilt) bool {
	at := g.tasks[0].cur
	src, ok := c.sourcesAt(at)
	if !ok {
		return false
	}
	for loop := range c.Heat.Loops(at) {
		if loop == g.fn || !g.fn.Contains(loop) {
			break
		}
		n, over := src.loop(loop)
		if n == parts || n == some || n == few && over == "" {
			return true
		}
	}
	return false
}
