package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// ranged returns the size of what a range statement runs over, and the name of
// it.
func (s *sources) ranged(cur inspector.Cursor, loop *ast.RangeStmt) (size, string) {
	t := s.TypesInfo.TypeOf(loop.X)
	if t == nil {
		return few, ""
	}
	switch t := t.Underlying().(type) {
	case *types.Basic:
		if t.Info()&types.IsInteger != 0 {
			return s.count(loop.X)
		}
		return few, ""
	case *types.Chan:
		// A loop that takes what comes serves; one whose function waits for the
		// end of all works on data.
		if v := variable(s.TypesInfo, loop.X); v != nil && s.isLocal(loop.X) && s.joined(cur) && !sendsTo(s.TypesInfo, loop.Body, v) {
			return many, "what " + query.LastName(loop.X) + " delivers"
		}
		if call, ok := ast.Unparen(loop.X).(*ast.CallExpr); ok && len(call.Args) == 0 && receiver(call) != nil && strings.HasPrefix(query.LastName(call.Fun), "Iter") {
			return max(some, s.of(receiver(call))), text(receiver(call)) // set.Iter()
		}
		return few, ""
	}
	list := loop.X
	if counted := s.counts(loop.X); counted != nil {
		list = counted
	}
	if s.isPart(loop, partWords) || soundsLike(query.LastName(list), partWords) {
		return parts, text(list)
	}
	n := s.of(list)
	switch {
	case (n < some || s.isKept(list)) && s.isPart(loop, siteWords):
		return parts, text(list)
	case n == many && (s.isPart(loop, scarceWords) || soundsLike(query.LastName(list), scarceWords)):
		return some, text(list)
	}
	return n, text(list)
}

// isKept reports whether e is a field of a component: what that keeps is its own,
// even if it has been fetched some time.
func (s *sources) isKept(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	return ok && s.TypesInfo.Selections[sel] != nil && isComponent(s.TypesInfo.TypeOf(sel.X))
}

// isLocal reports whether e is a local variable, or a field of what one got from
// a call.
func (s *sources) isLocal(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		v := variable(s.TypesInfo, e)
		return v != nil && v.Kind() == types.LocalVar
	}
	v := variable(s.TypesInfo, sel.X)
	if v == nil || v.Kind() != types.LocalVar {
		return false
	}
	values := s.values(v)
	if len(values) != 1 || values[0].expr == nil {
		return false
	}
	_, ok = ast.Unparen(values[0].expr).(*ast.CallExpr)
	return ok
}

// counts returns what e has the indexes of: list of rand.Perm(len(list)); or nil.
func (s *sources) counts(e ast.Expr) ast.Expr {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) != 1 {
		return nil
	}
	return s.lenOf(call.Args[0])
}

// sendsTo reports whether statements send to ch: in the body of a loop over it
// the tasks decide how many follow them, in a task that receives from it they
// give a place back.
func sendsTo(info *types.Info, body *ast.BlockStmt, ch *types.Var) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		send, ok := n.(*ast.SendStmt)
		found = found || ok && variable(info, send.Chan) == ch
		return !found
	})
	return found
}

// joined reports whether the function waits, after the loop, for what it
// started: by Wait, or by receiving what the tasks send.
func (s *sources) joined(loop inspector.Cursor) bool {
	fn := query.Func(loop)
	found := false
	for cur := range fn.Preorder((*ast.CallExpr)(nil), (*ast.UnaryExpr)(nil), (*ast.RangeStmt)(nil)) {
		after := cur.Node().Pos() > loop.Node().End()
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
			found = found || ok && sel.Sel.Name == "Wait" && len(n.Args) == 0 && (after || cur.ParentEdgeKind() == edge.DeferStmt_Call)
		case *ast.UnaryExpr:
			found = found || after && n.Op == token.ARROW && s.isLocalChan(n.X)
		case *ast.RangeStmt:
			found = found || after && s.isLocalChan(n.X)
		}
	}
	return found
}

// isLocalChan reports whether e is a channel in a local variable.
func (s *sources) isLocalChan(e ast.Expr) bool {
	v := variable(s.TypesInfo, e)
	if v == nil || v.Kind() != types.LocalVar {
		return false
	}
	_, ok := v.Type().Underlying().(*types.Chan)
	return ok
}
