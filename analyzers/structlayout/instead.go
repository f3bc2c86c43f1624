package structlayout

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// reuses reports whether cur makes an object only where the caller gave none to
// use again:
//
//	v, ok := old.(*T)
//	if !ok {
//		v = &T{}
//	}
func (c *checker) reuses(cur inspector.Cursor) bool {
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	kind, i := cur.ParentEdge()
	if !ok || kind != edge.AssignStmt_Rhs || assign.Tok != token.ASSIGN || len(assign.Lhs) != len(assign.Rhs) {
		return false
	}
	id, ok := ast.Unparen(assign.Lhs[i]).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	if !ok {
		return false
	}
	given := []*types.Var{v} // and what tells whether it is there
	if v.Kind() != types.ParamVar {
		if given = c.given(cur, v); given == nil {
			return false
		}
	}
	for branch := range cur.Enclosing((*ast.IfStmt)(nil)) {
		cond := branch.ChildAt(edge.IfStmt_Cond, -1)
		for _, v := range given {
			if !cond.Contains(cur) && query.Mentions(c.TypesInfo, cond.Node(), v) {
				return true
			}
		}
		return false
	}
	return false
}

// given returns the variables that are defined together with v, if that is from a
// parameter: v, ok := old.(*T), v := list[i].
func (c *checker) given(cur inspector.Cursor, v *types.Var) (vars []*types.Var) {
	def := c.declaration(cur, v)
	if !def.Valid() {
		return nil
	}
	assign, ok := def.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 {
		return nil
	}
	x := ast.Unparen(assign.Rhs[0])
	for {
		switch e := x.(type) {
		case *ast.TypeAssertExpr:
			x = e.X
			continue
		case *ast.IndexExpr:
			x = e.X
			continue
		case *ast.SelectorExpr:
			x = e.X
			continue
		}
		break
	}
	id, ok := x.(*ast.Ident)
	if !ok {
		return nil
	}
	if p, ok := c.TypesInfo.Uses[id].(*types.Var); !ok || p.Kind() != types.ParamVar {
		return nil
	}
	for _, lhs := range assign.Lhs {
		if id, ok := lhs.(*ast.Ident); ok {
			if v, ok := c.TypesInfo.Defs[id].(*types.Var); ok {
				vars = append(vars, v)
			}
		}
	}
	return vars
}

// replaces reports whether cur takes, on a condition, the place of an element of
// the list that the loop around it goes through: there are as many as before.
func (c *checker) replaces(cur inspector.Cursor, lhs *ast.IndexExpr) bool {
	list := c.variableOf(lhs.X)
	optional := false
	for n := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.CaseClause)(nil), (*ast.RangeStmt)(nil), (*ast.ForStmt)(nil), (*ast.FuncLit)(nil)) {
		switch n := n.Node().(type) {
		case *ast.IfStmt, *ast.CaseClause:
			optional = true
		case *ast.RangeStmt:
			return optional && list != nil && c.variableOf(n.X) == list
		default:
			return false
		}
	}
	return false
}

// overwrites reports whether cur, in a loop, becomes the value of a field of one
// and the same object, which nothing in the loop takes from there: the last one
// stays.
func (c *checker) overwrites(cur inspector.Cursor, lhs *ast.SelectorExpr) bool {
	root := rootOf(lhs)
	owner, ok := c.TypesInfo.Uses[root].(*types.Var)
	f := c.TypesInfo.Uses[lhs.Sel]
	if root == nil || !ok || f == nil {
		return false
	}
	for loop := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		n := loop.Node()
		switch n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return false
		}
		if n.Pos() <= owner.Pos() && owner.Pos() < n.End() {
			return false // another object in each turn
		}
		for use := range query.Uses(loop, c.TypesInfo, owner) {
			if !c.onlyFields(use, f) {
				return false
			}
		}
		return true
	}
	return false
}

// rootOf returns the variable that sel selects from, through fields only, or nil.
func rootOf(sel *ast.SelectorExpr) *ast.Ident {
	for {
		switch x := ast.Unparen(sel.X).(type) {
		case *ast.SelectorExpr:
			sel = x
		case *ast.Ident:
			return x
		default:
			return nil
		}
	}
}

// onlyFields reports whether the use of a variable selects a field, and if that is
// f or holds it, sets it, selects from it, or compares it.
func (c *checker) onlyFields(use inspector.Cursor, f types.Object) bool {
	for {
		parent := use.Parent()
		sel, ok := parent.Node().(*ast.SelectorExpr)
		if !ok || use.ParentEdgeKind() != edge.SelectorExpr_X {
			return false
		}
		v, ok := c.TypesInfo.Uses[sel.Sel].(*types.Var)
		if !ok {
			return false // a method
		}
		if v == f {
			switch kind := parent.ParentEdgeKind(); kind {
			case edge.AssignStmt_Lhs, edge.SelectorExpr_X, edge.BinaryExpr_X:
				return true
			}
			return false
		}
		if parent.ParentEdgeKind() != edge.SelectorExpr_X {
			return true
		}
		use = parent
	}
}
