package structlayout

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// holdsLive reports whether the package shortens the slice x by its last element, or
// deletes from the map x: it then holds as many as are nested, or live, however
// often something is put there.
func (c *checker) holdsLive(x ast.Expr) bool {
	v := c.variableOf(x)
	if v == nil {
		return false
	}
	if c.live == nil {
		c.live = c.findLive()
	}
	return c.live[v]
}

// findLive returns the variables and fields s of the package for which it
// says s = s[:len(s)-1] or delete(s, key).
func (c *checker) findLive() map[*types.Var]bool {
	found := make(map[*types.Var]bool)
	for _, file := range c.Pass.Pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && builtin(c.TypesInfo, call) == "delete" {
				if v := c.variableOf(call.Args[0]); v != nil {
					found[v] = true
				}
			}
			assign, ok := n.(*ast.AssignStmt)
			if !ok || len(assign.Lhs) != len(assign.Rhs) {
				return true
			}
			for i, rhs := range assign.Rhs {
				if s, ok := ast.Unparen(rhs).(*ast.SliceExpr); ok && s.Low == nil && s.High != nil {
					if v := c.variableOf(s.X); v != nil && v == c.variableOf(assign.Lhs[i]) && c.isLast(s.High) {
						found[v] = true
					}
				}
			}
			return true
		})
	}
	return found
}

// isLast reports whether x is n-1, or a variable: the index of the last element.
func (c *checker) isLast(x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.BinaryExpr:
		one := c.TypesInfo.Types[x.Y].Value
		return x.Op == token.SUB && one != nil && constant.Compare(one, token.EQL, constant.MakeInt64(1))
	case *ast.Ident:
		return true
	}
	return false
}

// variableOf returns the variable or field that x names, nil if it is another
// expression.
func (c *checker) variableOf(x ast.Expr) *types.Var {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		v, _ := c.TypesInfo.ObjectOf(x).(*types.Var)
		return v
	case *ast.SelectorExpr:
		v, _ := c.TypesInfo.ObjectOf(x.Sel).(*types.Var)
		return v
	case *ast.StarExpr:
		return c.variableOf(x.X)
	}
	return nil
}
