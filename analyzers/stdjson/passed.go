package stdjson

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// sizeOfArguments is the size of the largest value that the callers of an unexported
// function pass for its parameter e, whose type does not tell. It is known where the
// function is only called.
func (c *checker) sizeOfArguments(e ast.Expr) (n int, ok bool) {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return 0, false
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.Kind() != types.ParamVar || !isOpen(v.Type()) || c.sizing[v] {
		return 0, false
	}
	fn, at := c.paramOf(v)
	if fn == nil || fn.Exported() {
		return 0, false
	}
	c.sizing[v] = true
	defer delete(c.sizing, v)
	called := false
	for file := range c.Files() {
		for use := range query.Uses(file, c.TypesInfo, fn) {
			if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
				use = use.Parent()
				if sel := c.TypesInfo.Selections[use.Node().(*ast.SelectorExpr)]; sel != nil && sel.Kind() == types.MethodExpr {
					return 0, false
				}
			}
			call, ok := use.Parent().Node().(*ast.CallExpr)
			if !ok || use.ParentEdgeKind() != edge.CallExpr_Fun || len(call.Args) <= at {
				return 0, false
			}
			called = true
			n = max(n, c.size(call.Args[at]))
		}
	}
	return n, called
}

// paramOf returns the declared function that v is a parameter of, which is set nowhere
// else, and its index; nil for one that is variadic or generic.
func (c *checker) paramOf(v *types.Var) (fn *types.Func, at int) {
	for _, id := range c.mentions(v) {
		if id.ParentEdgeKind() == edge.AssignStmt_Lhs {
			return nil, 0
		}
		if id.ParentEdgeKind() != edge.Field_Names {
			continue
		}
		fn = c.declared(id)
	}
	if fn == nil || fn.Signature().Variadic() || fn.Signature().TypeParams() != nil {
		return nil, 0
	}
	for i := range fn.Signature().Params().Len() {
		if fn.Signature().Params().At(i) == v {
			return fn, i
		}
	}
	return nil, 0
}

// declared returns the function in whose declaration the parameter at cur stands.
func (c *checker) declared(cur inspector.Cursor) *types.Func {
	decl, ok := cur.Parent().Parent().Parent().Parent().Node().(*ast.FuncDecl)
	if !ok {
		return nil
	}
	fn, _ := c.TypesInfo.Defs[decl.Name].(*types.Func)
	return fn
}
