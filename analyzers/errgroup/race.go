package errgroup

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
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
	if s.group != nil && c.runsOne(s) {
		return
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

// waitsIn reports whether each turn of a loop may wait for what it started. A
// place acquired keeps nobody out who has another one, unless there is but one.
func (c *checker) waitsIn(loop inspector.Cursor) bool {
	body := loopBody(loop.Node())
	if body == nil {
		return true
	}
	src, ok := c.sourcesAt(loop)
	waits := !ok
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.SendStmt:
			waits = waits || !c.isToken(n.Value) || src.onePlace(n.Chan)
		case *ast.UnaryExpr:
			waits = waits || n.Op == token.ARROW
		case *ast.CallExpr:
			waits = waits || c.funcs.waits(n) && (!c.acquires(n) || src.onePlace(receiver(n)))
		}
		return !waits
	})
	return waits
}

// onePlace reports whether a semaphore may have one place only: all that is known
// of it is where it is made.
func (s *sources) onePlace(sem ast.Expr) bool {
	v := variable(s.TypesInfo, sem)
	if v == nil || v.Kind() != types.LocalVar {
		return true
	}
	values := s.values(v)
	if len(values) != 1 || values[0].expr == nil {
		return true
	}
	call, ok := ast.Unparen(values[0].expr).(*ast.CallExpr)
	return !ok || len(call.Args) == 0 || s.mayBeOne(call.Args[len(call.Args)-1])
}

// runsOne reports whether the errgroup that s starts its task in may have a limit
// of one.
func (c *checker) runsOne(s start) bool {
	if _, limited := c.groupLimited(s); !limited {
		return false
	}
	v := variable(c.TypesInfo, s.group)
	for file := range c.Heat.Root().Children() {
		for use := range query.Uses(file, c.TypesInfo, v) {
			sel, ok := use.Parent().Node().(*ast.SelectorExpr)
			if !ok || sel.Sel.Name != "SetLimit" || use.Parent().ParentEdgeKind() != edge.CallExpr_Fun {
				continue
			}
			call := use.Parent().Parent().Node().(*ast.CallExpr)
			return len(call.Args) != 1 || c.mayBeOne(call.Args[0])
		}
	}
	return true
}

// mayBeOne reports whether a number of places is one, or a type, as in
// make(chan bool).
func (c *checker) mayBeOne(n ast.Expr) bool {
	tv := c.TypesInfo.Types[n]
	return tv.IsType() || tv.Value != nil && constant.Compare(constant.ToInt(tv.Value), token.LEQ, constant.MakeInt64(1))
}
