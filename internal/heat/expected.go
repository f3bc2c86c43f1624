package heat

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// expected returns what a function literal is if the type that its place
// expects is one of genericHandlers, or "".
func (g *graph) expected(cur inspector.Cursor) string {
	t := g.expectedType(cur)
	if t == nil {
		return ""
	}
	return genericHandlers[typeKey(t)]
}

// expectedType returns the type that the place of an expression expects, or nil.
func (g *graph) expectedType(cur inspector.Cursor) types.Type {
	parent := cur.Parent()
	switch kind, index := cur.ParentEdge(); kind {
	case edge.ParenExpr_X:
		return g.expectedType(parent)
	case edge.ReturnStmt_Results:
		var sig *types.Signature
		switch fn := query.Func(parent).Node().(type) {
		case *ast.FuncDecl:
			if obj, ok := g.info.Defs[fn.Name].(*types.Func); ok {
				sig = obj.Signature()
			}
		case *ast.FuncLit:
			sig, _ = g.typeOf(fn).(*types.Signature)
		}
		if sig != nil && index < sig.Results().Len() {
			return sig.Results().At(index).Type()
		}
	case edge.CallExpr_Args:
		call := parent.Node().(*ast.CallExpr)
		tv := g.info.Types[call.Fun]
		if tv.IsType() {
			return tv.Type
		}
		if sig, ok := tv.Type.Underlying().(*types.Signature); ok {
			return paramType(sig, index)
		}
	case edge.AssignStmt_Rhs:
		if s := parent.Node().(*ast.AssignStmt); len(s.Lhs) == len(s.Rhs) {
			return g.typeOf(s.Lhs[index])
		}
	case edge.ValueSpec_Values:
		if s := parent.Node().(*ast.ValueSpec); s.Type != nil {
			return g.typeOf(s.Type)
		}
	case edge.KeyValueExpr_Value:
		return g.elementType(parent)
	case edge.CompositeLit_Elts:
		return g.elementType(cur)
	}
	return nil
}

// paramType returns the type of argument i of a call, or nil.
func paramType(sig *types.Signature, i int) types.Type {
	last := sig.Params().Len() - 1
	if sig.Variadic() && i >= last {
		if s, ok := sig.Params().At(last).Type().Underlying().(*types.Slice); ok {
			return s.Elem()
		}
	}
	if i > last {
		return nil
	}
	return sig.Params().At(i).Type()
}

// elementType returns the type that the composite literal around cur, one of
// its elements, expects there, or nil.
func (g *graph) elementType(cur inspector.Cursor) types.Type {
	lit, ok := cur.Parent().Node().(*ast.CompositeLit)
	if !ok || g.typeOf(lit) == nil {
		return nil
	}
	switch t := g.typeOf(lit).Underlying().(type) {
	case *types.Slice:
		return t.Elem()
	case *types.Array:
		return t.Elem()
	case *types.Map:
		return t.Elem()
	case *types.Struct:
		if kv, ok := cur.Node().(*ast.KeyValueExpr); ok {
			return g.typeOf(kv.Key)
		}
		if _, i := cur.ParentEdge(); i < t.NumFields() {
			return t.Field(i).Type()
		}
	}
	return nil
}
