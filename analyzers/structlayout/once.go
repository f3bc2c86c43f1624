package structlayout

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// onceEach reports whether cur makes something once in the life of the receiver,
// which has a field that says that it is made:
//
//	if !p.found {
//		p.list = append(p.list, T{})
//		p.found = true
//	}
func (c *checker) onceEach(cur inspector.Cursor) bool {
	for branch := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		stmt, ok := branch.Node().(*ast.IfStmt)
		if !ok {
			return false
		}
		not, ok := ast.Unparen(stmt.Cond).(*ast.UnaryExpr)
		if !ok || not.Op != token.NOT || !branch.ChildAt(edge.IfStmt_Body, -1).Contains(cur) {
			continue
		}
		sel, ok := ast.Unparen(not.X).(*ast.SelectorExpr)
		if !ok {
			continue
		}
		id, ok := ast.Unparen(sel.X).(*ast.Ident)
		if !ok {
			continue
		}
		v, ok := c.TypesInfo.Uses[id].(*types.Var)
		if f := c.TypesInfo.Uses[sel.Sel]; ok && v.Kind() == types.RecvVar && f != nil && c.setsOnly(stmt.Body, f) > 0 && c.setForGood(f) {
			return true
		}
	}
	return false
}

// setForGood reports whether the package never sets the field f to anything but
// true.
func (c *checker) setForGood(f types.Object) bool {
	for _, file := range c.Pass.Pass.Files {
		if c.setsOnly(file, f) < 0 {
			return false
		}
	}
	return true
}

// setsOnly returns how often node sets the field f to true, or -1 if it also sets
// it to something else, or takes its address.
func (c *checker) setsOnly(node ast.Node, f types.Object) (n int) {
	isField := func(e ast.Expr) bool {
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		return ok && c.TypesInfo.Uses[sel.Sel] == f
	}
	other := false
	ast.Inspect(node, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.AssignStmt:
			for i, lhs := range node.Lhs {
				if !isField(lhs) {
					continue
				}
				var value constant.Value
				if len(node.Lhs) == len(node.Rhs) {
					value = c.TypesInfo.Types[node.Rhs[i]].Value
				}
				if value != nil && value.Kind() == constant.Bool && constant.BoolVal(value) {
					n++
				} else {
					other = true
				}
			}
		case *ast.UnaryExpr:
			other = other || node.Op == token.AND && isField(node.X)
		}
		return !other
	})
	if other {
		return -1
	}
	return n
}
