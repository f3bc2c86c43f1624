package heat

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/query"
)

// readsNext reports whether a loop asks again after each turn for what it asked for
// at first: for line, ok := next(f); ok; line, ok = next(f). To go from an element
// to its neighbour is no such question.
func (g *graph) readsNext(s *ast.ForStmt) bool {
	first, again := onlyCall(s.Init), onlyCall(s.Post)
	if first == nil || again == nil || types.ExprString(first) != types.ExprString(again) {
		return false
	}
	for _, lhs := range s.Post.(*ast.AssignStmt).Lhs {
		id, ok := ast.Unparen(lhs).(*ast.Ident)
		if obj := g.info.ObjectOf(id); !ok || obj != nil && query.Mentions(g.info, again, obj) {
			return false
		}
	}
	return true
}

// onlyCall returns the call that is all that s assigns, or nil.
func onlyCall(s ast.Stmt) *ast.CallExpr {
	assign, ok := s.(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 {
		return nil
	}
	call, _ := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
	return call
}

// readsUntil reports whether a loop goes on until a field of a reader has a value
// that marks an end, and calls methods of the reader that set it: for p.tok != EOF {
// p.next() }, for !d.done { d.step() }. A field that counts is none.
func (g *graph) readsUntil(s *ast.ForStmt) bool {
	if s.Init != nil || s.Post != nil {
		return false
	}
	v := g.endMark(s.Cond)
	if v == nil {
		return false
	}
	calls, assigned := false, false
	ast.Inspect(s.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
			calls = calls || ok && g.info.Selections[sel] != nil && g.rootVar(sel.X) == v
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				id, ok := lhs.(*ast.Ident)
				assigned = assigned || ok && g.info.Uses[id] == v
			}
		}
		return true
	})
	return calls && !assigned
}

// endMark returns the variable of which a field is compared with a mark in cond, or
// an operand of && in it.
func (g *graph) endMark(cond ast.Expr) types.Object {
	switch cond := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		if cond.Op == token.LAND {
			if v := g.endMark(cond.X); v != nil {
				return v
			}
			return g.endMark(cond.Y)
		}
		if cond.Op == token.NEQ && g.info.Types[cond.Y].Value != nil && g.isMark(g.typeOf(cond.X)) {
			return g.fieldOf(cond.X)
		}
	case *ast.UnaryExpr:
		if cond.Op == token.NOT {
			return g.fieldOf(cond.X)
		}
	}
	return nil
}

// isMark reports whether values of t are kinds or characters, not numbers.
func (g *graph) isMark(t types.Type) bool {
	if t == nil {
		return false // does not compile
	}
	b, ok := t.Underlying().(*types.Basic)
	if !ok {
		return false
	}
	_, named := types.Unalias(t).(*types.Named)
	return named || b.Info()&types.IsString != 0 || b.Kind() == types.Int32 || b.Kind() == types.Uint8
}

// fieldOf returns the variable that x selects a field from, or nil.
func (g *graph) fieldOf(x ast.Expr) types.Object {
	sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
	if !ok || g.info.Selections[sel] == nil || g.info.Selections[sel].Kind() != types.FieldVal {
		return nil
	}
	return g.rootVar(sel.X)
}

// rootVar returns the variable that x is, or selects from through fields, or nil.
func (g *graph) rootVar(x ast.Expr) types.Object {
	for {
		switch e := ast.Unparen(x).(type) {
		case *ast.SelectorExpr:
			x = e.X
		case *ast.Ident:
			if v, ok := g.info.Uses[e].(*types.Var); ok {
				return v
			}
			return nil
		default:
			return nil
		}
	}
}
