package stdjson

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// decl returns the declaration that s stands in.
func (c *checker) decl(s *call) inspector.Cursor {
	cur := s.cur
	for cur.ParentEdgeKind() != edge.File_Decls {
		cur = cur.Parent()
	}
	return cur
}

// local returns the local variable that e names, or nil.
func (c *checker) local(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := c.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok || v.Kind() != types.LocalVar {
		return nil
	}
	return v
}

// pointee returns the local variable that e points to: &v.
func (c *checker) pointee(e ast.Expr) *types.Var {
	u, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok || u.Op != token.AND {
		return nil
	}
	return c.local(u.X)
}

// target returns the local variable that the first result of s is assigned to,
// and the identifier there.
func (c *checker) target(s *call) (v *types.Var, target ast.Expr) {
	switch parent := s.cur.Parent().Node().(type) {
	case *ast.AssignStmt:
		if len(parent.Rhs) != 1 || parent.Tok != token.DEFINE && parent.Tok != token.ASSIGN {
			return nil, nil
		}
		target = parent.Lhs[0]
	case *ast.ValueSpec:
		target = parent.Names[0]
	default:
		return nil, nil
	}
	return c.local(target), target
}

// result returns the local variable that the first result of s is assigned to,
// if nothing else ever is.
func (c *checker) result(s *call) *types.Var {
	v, target := c.target(s)
	if v == nil {
		return nil
	}
	for id := range c.decl(s).Preorder((*ast.Ident)(nil)) {
		n := id.Node().(*ast.Ident)
		if n == target || n.Name != v.Name() || c.TypesInfo.ObjectOf(n) != v {
			continue
		}
		if writes(id) {
			return nil
		}
	}
	return v
}

// writes reports whether the identifier at cur is assigned to, or its address
// taken; a declaration without a value is neither.
func writes(cur inspector.Cursor) bool {
	switch cur.ParentEdgeKind() {
	case edge.AssignStmt_Lhs, edge.IncDecStmt_X, edge.RangeStmt_Key, edge.RangeStmt_Value:
		return true
	case edge.UnaryExpr_X:
		return cur.Parent().Node().(*ast.UnaryExpr).Op == token.AND
	case edge.ValueSpec_Names:
		return len(cur.Parent().Node().(*ast.ValueSpec).Values) > 0
	}
	return false
}

// made returns the call of NewEncoder or NewDecoder that the coder e is the
// result of, on the spot or as a local variable that holds nothing else.
func (c *checker) made(e ast.Expr) *ast.CallExpr {
	if e == nil {
		return nil
	}
	if v := c.local(e); v != nil {
		values := c.values(v)
		if len(values) != 1 {
			return nil
		}
		e = values[0]
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) != 1 || !query.IsFunc(query.Callee(c.TypesInfo, call), jsonPath, "NewEncoder", "NewDecoder") {
		return nil
	}
	return call
}

// comesFrom reports whether some value of the local variable v is a result of
// one of the functions of the package path.
func (c *checker) comesFrom(v *types.Var, path string, names ...string) bool {
	return slices.ContainsFunc(c.sources(v), func(e ast.Expr) bool {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		return ok && query.IsFunc(query.Callee(c.TypesInfo, call), path, names...)
	})
}

// printed reports whether the text in the local variable v is what another program
// prints.
func (c *checker) printed(v *types.Var) bool {
	return slices.ContainsFunc(c.sources(v), func(e ast.Expr) bool {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		return ok && query.IsMethod(query.Callee(c.TypesInfo, call), "os/exec", "Cmd", "Output", "CombinedOutput")
	})
}

// calledName returns the last identifier of what call calls.
func calledName(call *ast.CallExpr) string {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	}
	return ""
}
