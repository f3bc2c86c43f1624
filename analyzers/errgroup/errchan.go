package errgroup

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// collected is a group of tasks without a wait group: the function receives
// their errors from an unbuffered channel, and returns with the first. The
// tasks that fail after that wait for ever to send theirs.
type collected struct {
	fn    inspector.Cursor
	ch    *types.Var
	tasks []start
	many  bool // a loop starts them
}

// collects reports the groups without a wait group that leave tasks behind.
func (c *checker) collects(starts []start) {
	var groups []*collected
	for _, s := range starts {
		lit, ok := s.task.(*ast.FuncLit)
		fn := query.Func(s.cur)
		if !ok || !fn.Valid() || s.group != nil || len(s.unless) > 0 || c.waitGroup(s, lit) != nil {
			continue
		}
		ch := c.sendsError(lit)
		if ch == nil || c.declares(s.cur, ch) != fn || !c.unbuffered(fn, ch) {
			continue
		}
		i := slices.IndexFunc(groups, func(g *collected) bool { return g.ch == ch })
		if i < 0 {
			i, groups = len(groups), append(groups, &collected{fn: fn, ch: ch})
		}
		g := groups[i]
		g.tasks = append(g.tasks, s)
		for loop := range c.Heat.Loops(s.cur) {
			g.many = g.many || fn.Contains(loop) && ch.Pos() < loop.Node().Pos()
		}
	}
	for _, g := range groups {
		if (g.many || len(g.tasks) > 1) && c.leavesWithFirst(g) {
			c.Report(g.finding())
		}
	}
}

// unbuffered reports whether v is make(chan error) and nothing else.
func (c *checker) unbuffered(fn inspector.Cursor, v *types.Var) bool {
	made := 0
	for use := range fn.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil)) {
		var rhs []ast.Expr
		lhs := func(int) ast.Expr { return nil }
		switch n := use.Node().(type) {
		case *ast.AssignStmt:
			rhs, lhs = n.Rhs, func(i int) ast.Expr { return n.Lhs[i] }
		case *ast.ValueSpec:
			rhs, lhs = n.Values, func(i int) ast.Expr { return n.Names[i] }
		}
		for i, e := range rhs {
			if variable(c.TypesInfo, lhs(i)) != v {
				continue
			}
			call, ok := ast.Unparen(e).(*ast.CallExpr)
			if !ok || len(call.Args) != 1 || !c.TypesInfo.Types[call.Fun].IsBuiltin() {
				return false
			}
			made++
		}
	}
	return made == 1
}

// leavesWithFirst reports whether the function of g receives the errors in one
// loop, which it leaves by returning the first, and all that is done with the
// channel is to send and to receive: nothing drains it.
func (c *checker) leavesWithFirst(g *collected) bool {
	leaves, reads := false, 0
	for use := range query.Uses(g.fn, c.TypesInfo, g.ch) {
		switch use.ParentEdgeKind() {
		case edge.SendStmt_Chan:
			if use.Parent().ParentEdgeKind() == edge.CommClause_Comm {
				return false // it may give up
			}
		case edge.RangeStmt_X:
			reads++
			leaves = query.Func(use) == g.fn && returnsFirst(use.Parent().Node().(*ast.RangeStmt).Body)
		case edge.UnaryExpr_X:
			reads++
			leaves = query.Func(use) == g.fn && returnsReceived(use, g.fn)
		case edge.CallExpr_Args: // len, cap, close; or handed on
			call := use.Parent().Node().(*ast.CallExpr)
			if !c.TypesInfo.Types[call.Fun].IsBuiltin() {
				return false
			}
		case edge.AssignStmt_Lhs, edge.ValueSpec_Names:
		default:
			return false
		}
	}
	return reads == 1 && leaves
}

// returnsReceived reports whether <-ch, of which use is the ch, stands in a loop
// of fn that is left by a return for what was received: after a test of it, or
// in the clause of a select that receives it. A loop without end supervises what
// runs as long as the program.
func returnsReceived(use, fn inspector.Cursor) bool {
	inLoop, inClause := false, false
	for up := use; up.Valid() && up != fn; up = up.Parent() {
		switch n := up.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if loop, ok := n.(*ast.ForStmt); ok && loop.Cond == nil {
				return false
			}
			if !inLoop && !inClause && !returnsFirst(loopBody(n)) {
				return false
			}
			inLoop = true
		case *ast.CommClause:
			if !returnsFirst(&ast.BlockStmt{List: n.Body}) {
				return false
			}
			inClause = true
		}
	}
	return inLoop
}

func (g *collected) finding() rule.Finding {
	at := g.tasks[0]
	f := rule.Finding{
		Cur:     at.cur,
		Message: fmt.Sprintf("the function returns with the first error from %s: tasks that send later ones wait for ever", g.ch.Name()),
		Remedy:  "errgroup.Group, or a buffer with room for all",
		Cost:    "each goroutine left behind keeps a stack of at least 2 KB, and what it refers to",
		Warn:    heat.NotCold,
	}
	f.Pos, f.End = at.span()
	return f
}

// stopsOthers reports whether a task may tell the others to stop: it closes a
// channel, or calls a function value without arguments, as cancel is.
func (c *checker) stopsOthers(lit *ast.FuncLit) bool {
	found := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return !found
		}
		id, ok := ast.Unparen(call.Fun).(*ast.Ident)
		if !ok {
			return !found
		}
		switch obj := c.TypesInfo.Uses[id].(type) {
		case *types.Builtin:
			found = found || obj.Name() == "close"
		case *types.Var:
			found = found || len(call.Args) == 0 && (obj.Pos() < lit.Pos() || obj.Pos() > lit.End())
		}
		return !found
	})
	return found
}
