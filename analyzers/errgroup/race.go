package errgroup

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// addInside reports wg.Add inside the goroutine it counts: Wait may be over
// before it runs.
func (c *checker) addInside(s start) {
	lit, ok := s.task.(*ast.FuncLit)
	if _, isGo := s.cur.Node().(*ast.GoStmt); !ok || !isGo || len(lit.Body.List) == 0 {
		return
	}
	first, ok := lit.Body.List[0].(*ast.ExprStmt)
	if !ok {
		return
	}
	call, ok := first.X.(*ast.CallExpr)
	if !ok || !query.IsMethod(query.Callee(c.TypesInfo, call), "sync", "WaitGroup", "Add") {
		return
	}
	cur, ok := s.cur.FindNode(call)
	if !ok {
		return
	}
	c.Report(rule.Finding{
		Cur:     cur,
		Message: fmt.Sprintf("%s.Add runs in the goroutine that it counts: Wait may return before it", types.ExprString(receiver(call))),
		Remedy:  "call Add before the go statement, or use Go of the group",
		Warn:    heat.NotCold | heat.Command,
	})
}

// racyAppend reports appends to one slice by many goroutines without a lock.
func (c *checker) racyAppend(s start) {
	lit, ok := s.task.(*ast.FuncLit)
	if !ok || c.synchronizes(lit.Body) {
		return
	}
	loop := inspector.Cursor{}
	for l := range c.Heat.Loops(s.cur) {
		if !inTask(s.cur, l) {
			loop = l
		}
		break
	}
	if !loop.Valid() || c.waitsIn(loop) {
		return
	}
	if s.group != nil {
		if _, limited := c.groupLimited(s); limited {
			return // to one, maybe
		}
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || assign.Tok != token.ASSIGN || len(assign.Lhs) != 1 {
			return true
		}
		id, ok := assign.Lhs[0].(*ast.Ident)
		call, isCall := assign.Rhs[0].(*ast.CallExpr)
		if !ok || !isCall {
			return true
		}
		v, _ := c.TypesInfo.Uses[id].(*types.Var)
		if v == nil || !isAppendTo(c.TypesInfo, call, v) || v.Pos() >= loop.Node().Pos() && v.Pos() < loop.Node().End() {
			return true
		}
		cur, ok := s.cur.FindNode(assign)
		if !ok {
			return true
		}
		c.Report(rule.Finding{
			Cur:     cur,
			Message: fmt.Sprintf("goroutines append to %s without a lock: elements get lost", v.Name()),
			Remedy:  "one element for each goroutine in a slice of that length, or a lock",
			Warn:    heat.NotCold | heat.Command,
		})
		return false
	})
}

// synchronizes reports whether a task locks or waits for anything, itself or in
// what it calls.
func (c *checker) synchronizes(body ast.Node) bool {
	found := c.funcs.blocks(body)
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && (sel.Sel.Name == "Lock" || sel.Sel.Name == "Do") {
				found = true
			}
		}
		return !found
	})
	return found
}

// waitsIn reports whether each turn of a loop waits for what it started.
func (c *checker) waitsIn(loop inspector.Cursor) bool {
	body := loopBody(loop.Node())
	return body == nil || c.funcs.blocks(body)
}
