package regexcompile

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// write is a place that gives a variable or field its value, or changes it.
type write struct {
	cur     inspector.Cursor // the statement, or the expression that takes its address
	target  ast.Expr         // nil in declarations
	value   ast.Expr         // what is assigned, or what it is taken from; nil: not known
	changes bool             // sets an element, adds to the value, or takes one of several
	zero    bool             // declares it without a value
}

// writesOf returns the places of the package that write to v, declarations
// first.
func (c *checker) writesOf(v *types.Var) []write {
	if c.writes == nil {
		c.indexWrites()
	}
	return c.writes[v]
}

func (c *checker) indexWrites() {
	c.writes = make(map[*types.Var][]write)
	filter := []ast.Node{
		(*ast.ValueSpec)(nil), (*ast.AssignStmt)(nil), (*ast.RangeStmt)(nil),
		(*ast.IncDecStmt)(nil), (*ast.UnaryExpr)(nil),
	}
	for cur := range c.Heat.Root().Preorder(filter...) {
		switch n := cur.Node().(type) {
		case *ast.ValueSpec:
			for i, name := range n.Names {
				w := write{cur: cur, zero: len(n.Values) == 0}
				if len(n.Names) == len(n.Values) {
					w.value = n.Values[i]
				}
				if v, ok := c.TypesInfo.Defs[name].(*types.Var); ok {
					c.writes[v] = append(c.writes[v], w)
				}
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				c.addWrite(write{cur: cur, target: lhs, value: assignedTo(n, i), changes: n.Tok != token.ASSIGN && n.Tok != token.DEFINE})
			}
		case *ast.RangeStmt:
			for _, lhs := range []ast.Expr{n.Key, n.Value} {
				if lhs != nil {
					c.addWrite(write{cur: cur, target: lhs, value: c.ranged(n.X), changes: true})
				}
			}
		case *ast.IncDecStmt:
			c.addWrite(write{cur: cur, target: n.X})
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				c.addWrite(write{cur: cur, target: n.X})
			}
		}
	}
}

// assignedTo returns what an assignment gives to its i-th target, or nil if
// that is one of the results of a call.
func assignedTo(n *ast.AssignStmt, i int) ast.Expr {
	if len(n.Lhs) == len(n.Rhs) {
		return n.Rhs[i]
	}
	if _, call := ast.Unparen(n.Rhs[0]).(*ast.CallExpr); call || i > 0 {
		return nil
	}
	return n.Rhs[0] // v, ok := m[k]
}

// ranged returns x if ranging over it yields its elements; what comes out of
// channels and functions is not known.
func (c *checker) ranged(x ast.Expr) ast.Expr {
	switch c.TypesInfo.TypeOf(x).Underlying().(type) {
	case *types.Slice, *types.Array, *types.Map, *types.Basic, *types.Pointer:
		return x
	}
	return nil
}

// addWrite files w under the variable or field that its target is, or is a
// part of.
func (c *checker) addWrite(w write) {
	for e := ast.Unparen(w.target); ; {
		switch x := e.(type) {
		case *ast.Ident:
			obj := c.TypesInfo.ObjectOf(x)
			if v, ok := obj.(*types.Var); ok {
				c.writes[v.Origin()] = append(c.writes[v.Origin()], w)
			}
			return
		case *ast.SelectorExpr:
			if v, ok := c.TypesInfo.Uses[x.Sel].(*types.Var); ok {
				c.writes[v.Origin()] = append(c.writes[v.Origin()], w)
			}
			return
		case *ast.IndexExpr:
			e = ast.Unparen(x.X)
		case *ast.StarExpr:
			e = ast.Unparen(x.X)
		default:
			return
		}
		w.changes = true
	}
}

// readOnly reports whether the uses of a slice below scope only read it, and
// hand it to nobody who might change it.
func (c *checker) readOnly(v *types.Var, scope inspector.Cursor) bool {
	for use := range query.Uses(scope, c.TypesInfo, v) {
		switch use.ParentEdgeKind() {
		case edge.RangeStmt_X:
		case edge.IndexExpr_X:
			switch use.Parent().ParentEdgeKind() {
			case edge.AssignStmt_Lhs, edge.UnaryExpr_X, edge.IncDecStmt_X:
				return false
			}
		case edge.CallExpr_Args:
			call := use.Parent().Node().(*ast.CallExpr)
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "len" {
				continue
			}
			if !isPure(query.Callee(c.TypesInfo, call)) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// topDecl returns the package-level declaration around cur.
func topDecl(cur inspector.Cursor) inspector.Cursor {
	for cur.ParentEdgeKind() != edge.File_Decls {
		cur = cur.Parent()
	}
	return cur
}
