package concatloop

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// place is something that can be assigned to: a variable, or what a path of
// fields, pointers and indices leads to from one. Equal roots and steps mean
// the same place, as long as nothing assigns to what the path depends on.
type place struct {
	root  *types.Var
	steps []string     // empty: the root itself
	field *types.Var   // the last field on the path, or nil
	deps  []*types.Var // variables in indices
}

// placeOf returns the place that e names. A pointer and what it points to count
// as one place, as do the spellings x.f and x.Embedded.f.
func placeOf(info *types.Info, e ast.Expr) (place, bool) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return placeOf(info, e.X)
	case *ast.StarExpr:
		return placeOf(info, e.X)
	case *ast.Ident:
		v, ok := info.ObjectOf(e).(*types.Var)
		return place{root: v}, ok
	case *ast.SelectorExpr:
		sel := info.Selections[e]
		if sel == nil {
			v, ok := info.Uses[e.Sel].(*types.Var) // of another package
			return place{root: v}, ok
		}
		p, ok := placeOf(info, e.X)
		if !ok || sel.Kind() != types.FieldVal {
			return place{}, false
		}
		for _, i := range sel.Index() {
			p.steps = append(p.steps, "."+strconv.Itoa(i))
		}
		p.field = sel.Obj().(*types.Var).Origin()
		return p, true
	case *ast.IndexExpr:
		return elementOf(info, e)
	}
	return place{}, false
}

// elementOf returns the place of an element of a slice, array or map.
func elementOf(info *types.Info, e *ast.IndexExpr) (place, bool) {
	p, ok := placeOf(info, e.X)
	if !ok || isString(info.TypeOf(e.X)) {
		return place{}, false // a byte of a string is no place
	}
	if v := info.Types[e.Index].Value; v != nil {
		p.steps = append(p.steps, "["+v.ExactString()+"]")
		return p, true
	}
	i, ok := placeOf(info, e.Index)
	if !ok {
		return place{}, false
	}
	p.steps = append(p.steps, "["+i.root.Name()+strconv.Itoa(int(i.root.Pos()))+strings.Join(i.steps, "")+"]")
	p.deps = append(append(p.deps, i.root), i.deps...)
	return p, true
}

// equal reports whether p and q are the same place.
func (p place) equal(q place) bool {
	return p.root == q.root && slices.Equal(p.steps, q.steps)
}

// within reports whether p is q, or lies on a path through q.
func (p place) within(q place) bool {
	return p.root == q.root && len(q.steps) <= len(p.steps) && slices.Equal(p.steps[:len(q.steps)], q.steps)
}

// isString reports whether every value of type t is a string: string itself, a
// named string type, or a type parameter that admits only those.
func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	if p, ok := types.Unalias(t).(*types.TypeParam); ok {
		return onlyStrings(p.Constraint())
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// onlyStrings reports whether the constraint or type t admits nothing but
// strings.
func onlyStrings(t types.Type) bool {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return isString(t)
	}
	for e := range iface.EmbeddedTypes() {
		if u, ok := e.(*types.Union); ok && allStrings(u) || !ok && onlyStrings(e) {
			return true
		}
	}
	return false
}

// allStrings reports whether every term of u is a string type.
func allStrings(u *types.Union) bool {
	for t := range u.Terms() {
		if !onlyStrings(t.Type()) {
			return false
		}
	}
	return true
}
