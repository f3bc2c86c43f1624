package errgroup

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// group is an errgroup in a local variable of a function.
type group struct {
	v       *types.Var
	fn      inspector.Cursor // *ast.FuncDecl or *ast.FuncLit that declares it
	tasks   []start
	waits   []inspector.Cursor // the calls of Wait
	escapes bool               // others may wait for it
}

// misuses reports errgroups that do not do what they are for.
func (c *checker) misuses(starts []start) {
	var groups []*group
	byVar := make(map[*types.Var]*group)
	for _, s := range starts {
		if s.group == nil {
			continue
		}
		v := variable(c.TypesInfo, s.group)
		if v == nil || v.Kind() != types.LocalVar {
			continue
		}
		g := byVar[v]
		if g == nil {
			g = c.newGroup(s.cur, v)
			byVar[v] = g
			groups = append(groups, g)
		}
		g.tasks = append(g.tasks, s)
	}
	for _, g := range groups {
		c.unawaited(g)
		c.droppedError(g)
		c.ignoredContext(g)
	}
	for _, s := range starts {
		c.addInside(s)
		c.racyAppend(s)
	}
}

// newGroup looks at the uses of the errgroup v.
func (c *checker) newGroup(cur inspector.Cursor, v *types.Var) *group {
	g := &group{v: v, fn: c.declares(cur, v)}
	if !g.fn.Valid() {
		g.escapes = true
		return g
	}
	for use := range query.Uses(g.fn, c.TypesInfo, v) {
		sel, ok := use.Parent().Node().(*ast.SelectorExpr)
		switch {
		case !ok || use.ParentEdgeKind() != edge.SelectorExpr_X:
			g.escapes = g.escapes || use.ParentEdgeKind() != edge.AssignStmt_Lhs
		case sel.Sel.Name == "Wait":
			if use.Parent().ParentEdgeKind() == edge.CallExpr_Fun {
				g.waits = append(g.waits, use.Parent().Parent())
			} else {
				g.escapes = true // the method is handed on
			}
		}
	}
	return g
}

// unawaited reports g if nothing waits for its tasks.
func (c *checker) unawaited(g *group) {
	if g.escapes || len(g.waits) > 0 {
		return
	}
	at := g.tasks[0]
	pos, end := at.span()
	c.Report(rule.Finding{
		Cur:     at.cur,
		Pos:     pos,
		End:     end,
		Message: fmt.Sprintf("errgroup %s is never waited for: its tasks are on their own and their errors lost", g.v.Name()),
		Remedy:  "return " + g.v.Name() + ".Wait()",
		Warn:    heat.NotCold,
	})
}

// droppedError reports calls of Wait that drop the error of the tasks.
func (c *checker) droppedError(g *group) {
	if !c.mayFail(g) {
		return
	}
	for _, w := range g.waits {
		switch w.ParentEdgeKind() {
		case edge.ExprStmt_X, edge.DeferStmt_Call, edge.GoStmt_Call:
		default:
			continue
		}
		if len(g.waits) > 1 {
			continue // another one looks at it
		}
		c.Report(rule.Finding{
			Cur:     w,
			Message: fmt.Sprintf("%s.Wait drops the error of the tasks", g.v.Name()),
			Remedy:  "return it, or assign it to _ with the reason",
			Warn:    heat.NotCold,
		})
	}
}

// ignoredContext reports tasks of a group with a context that work for another
// one: they go on when one of them has failed.
func (c *checker) ignoredContext(g *group) {
	derived, parent := c.contexts(g)
	if derived == nil && parent == nil {
		return
	}
	if derived == parent {
		parent = nil // shadowed or assigned: the tasks cannot name it
	}
	for _, s := range g.tasks {
		lit, ok := s.task.(*ast.FuncLit)
		if !ok || derived != nil && query.Mentions(c.TypesInfo, lit, derived) {
			continue
		}
		at := c.otherContext(lit, parent)
		if at == nil {
			continue
		}
		cur, ok := s.cur.FindNode(at)
		if !ok {
			continue
		}
		c.Report(rule.Finding{
			Cur:     cur,
			Message: fmt.Sprintf("task of errgroup %s works for %s, not for the context that the group cancels", g.v.Name(), types.ExprString(at)),
			Remedy:  "use the context that errgroup.WithContext returns",
			Warn:    heat.NotCold,
		})
	}
}

// otherContext returns the expression by which a task hands on a context that
// its group does not cancel: parent, or a new one.
func (c *checker) otherContext(lit *ast.FuncLit, parent *types.Var) ast.Expr {
	if used, at := c.contextIn(lit); used != nil {
		if used != parent {
			return nil
		}
		return at
	}
	var found ast.Expr
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found != nil {
			return found == nil
		}
		if fn := query.Callee(c.TypesInfo, call); fn == nil || !returnsError(fn) {
			return true
		}
		for _, arg := range call.Args {
			if inner, ok := arg.(*ast.CallExpr); ok && query.IsFunc(query.Callee(c.TypesInfo, inner), "context", "Background", "TODO") {
				found = inner
			}
		}
		return true
	})
	return found
}

// contexts returns the variables of g, derived := errgroup.WithContext(parent);
// derived is nil if it is dropped.
func (c *checker) contexts(g *group) (derived, parent *types.Var) {
	if !g.fn.Valid() {
		return nil, nil
	}
	for cur := range query.Calls(g.fn, c.TypesInfo, groupPath, "WithContext") {
		assign, ok := cur.Parent().Node().(*ast.AssignStmt)
		if !ok || len(assign.Lhs) != 2 || variable(c.TypesInfo, assign.Lhs[0]) != g.v {
			continue
		}
		derived = variable(c.TypesInfo, assign.Lhs[1])
		if id, ok := assign.Lhs[1].(*ast.Ident); ok && id.Name == "_" {
			derived = nil
		}
		if args := cur.Node().(*ast.CallExpr).Args; len(args) == 1 {
			return derived, variable(c.TypesInfo, args[0])
		}
	}
	return nil, nil
}
