package heat

import (
	"go/ast"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// paramKey is the key of the slot of a parameter: the functions passed to it.
func paramKey(fn *types.Func, i int) string {
	return fn.Origin().FullName() + "#" + strconv.Itoa(i)
}

// varNode returns the slot of a variable or field, or -1 if it has no identity.
func (g *graph) varNode(v *types.Var, owner types.Type) int32 {
	v = v.Origin()
	if id, ok := g.byObj[v]; ok {
		return id
	}
	key := ""
	switch {
	case v.IsField():
		if named, ok := types.Unalias(owner).(*types.Named); ok && named.Obj().Pkg() != nil {
			key = named.Obj().Pkg().Path() + "." + named.Obj().Name() + "." + v.Name()
		}
	case v.Pkg() != nil && v.Parent() == v.Pkg().Scope():
		key = v.Pkg().Path() + "." + v.Name()
	}
	if key != "" {
		id := g.keyed(key, kindSlot, v)
		g.byObj[v] = id
		return id
	}
	g.nodes = append(g.nodes, node{kind: kindSlot, obj: v})
	id := int32(len(g.nodes) - 1)
	g.byObj[v] = id
	return id
}

// typeNode returns the slot of the functions that a named function type with
// methods holds, which its methods may call, or -1.
func (g *graph) typeNode(t types.Type) int32 {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || !isFunc(named) || named.NumMethods() == 0 || named.Obj().Pkg() == nil {
		return -1
	}
	return g.keyed(named.Obj().Pkg().Path()+"."+named.Obj().Name()+"()", kindSlot, named.Obj())
}

// target returns the node that a call of e goes to, or -1.
func (g *graph) target(e ast.Expr) int32 {
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return g.litNode(e)
	case *ast.Ident:
		return g.object(g.info.Uses[e], nil)
	case *ast.SelectorExpr:
		sel := g.info.Selections[e]
		if sel == nil {
			return g.object(g.info.Uses[e.Sel], nil)
		}
		return g.object(sel.Obj(), fieldOwner(sel))
	case *ast.IndexExpr: // instance of a generic function, or element of a container of functions
		return g.target(e.X)
	case *ast.IndexListExpr:
		return g.target(e.X)
	case *ast.CallExpr:
		if tv := g.info.Types[e.Fun]; tv.IsType() && len(e.Args) == 1 {
			return g.target(e.Args[0])
		}
		if fn := query.Callee(g.info, e); fn != nil && holdsFunc(g.typeOf(e)) {
			return g.result(fn, 0)
		}
	}
	return -1
}

func (g *graph) object(obj types.Object, owner types.Type) int32 {
	switch obj := obj.(type) {
	case *types.Func:
		return g.funcNode(obj)
	case *types.Var:
		if holdsFunc(obj.Type()) {
			return g.varNode(obj, owner)
		}
	}
	return -1
}

// fieldOwner returns the named struct type that declares the selected field.
func fieldOwner(sel *types.Selection) types.Type {
	t := sel.Recv()
	for i, index := range sel.Index() {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		if i == len(sel.Index())-1 {
			return t
		}
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			return nil
		}
		t = s.Field(index).Type()
	}
	return nil
}

// flow records that functions held by rhs may be called through lhs.
func (g *graph) flow(lhs, rhs ast.Expr) {
	if !holdsFunc(g.typeOf(rhs)) {
		return
	}
	to := g.assigned(lhs)
	if to < 0 {
		return
	}
	if lit, ok := ast.Unparen(rhs).(*ast.CompositeLit); ok { // a table of functions
		for _, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			g.flowTo(to, g.target(elt))
		}
		return
	}
	g.flowTo(to, g.target(rhs))
}

func (g *graph) flowTo(slot, fn int32) {
	if fn >= 0 && slot != fn {
		g.links = append(g.links, link{from: slot, to: fn})
	}
}

// composite records the functions that a struct literal puts into fields.
func (g *graph) composite(lit *ast.CompositeLit) {
	t := g.typeOf(lit)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok { // element of []*T{{...}}
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, elt := range lit.Elts {
		var field *types.Var
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			id, ok := kv.Key.(*ast.Ident)
			if !ok {
				continue
			}
			field, _ = g.info.Uses[id].(*types.Var)
			elt = kv.Value
		} else if i < st.NumFields() {
			field = st.Field(i)
		}
		if field == nil || !holdsFunc(field.Type()) {
			continue
		}
		if slot := g.varNode(field, t); slot >= 0 {
			g.flowTo(slot, g.target(elt))
		}
	}
}

// returns records the functions that a function returns.
func (g *graph) returns(cur inspector.Cursor, ret *ast.ReturnStmt) {
	decl, ok := query.Func(cur).Node().(*ast.FuncDecl)
	if !ok {
		return
	}
	fn, ok := g.info.Defs[decl.Name].(*types.Func)
	if !ok || len(ret.Results) != fn.Signature().Results().Len() {
		return
	}
	for i, e := range ret.Results {
		if holdsFunc(g.typeOf(e)) {
			g.flowTo(g.result(fn, i), g.target(e))
		}
	}
}

// unpack records the functions among the results of a call that are assigned
// together.
func (g *graph) unpack(lhs []ast.Expr, call *ast.CallExpr) {
	fn := query.Callee(g.info, call)
	if fn == nil {
		return
	}
	for i := range lhs {
		if to := g.assigned(lhs[i]); to >= 0 {
			g.flowTo(to, g.result(fn, i))
		}
	}
}

// isFunc reports whether t is a function type.
func isFunc(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// holdsFunc reports whether t is a function type or a container of functions.
func holdsFunc(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return true
	case *types.Slice:
		return isFunc(u.Elem())
	case *types.Array:
		return isFunc(u.Elem())
	case *types.Map:
		return isFunc(u.Elem())
	case *types.Chan:
		return isFunc(u.Elem())
	}
	return false
}
