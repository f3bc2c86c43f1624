package concatloop

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// effect is what a piece of code does to a growing string.
type effect uint8

const (
	grows  effect = 1 << iota
	reads         // uses its value, beyond its length and its end
	resets        // replaces it
)

// touch is an effect at a position.
type touch struct {
	cur    inspector.Cursor
	effect effect
}

// touches returns what happens in the loop to the place that group grows,
// calls of functions of the package included.
func (f *finder) touches(l loop, group []growth) []touch {
	p := group[0].place
	var found []touch
	for cur := range l.fn.Preorder((*ast.Ident)(nil), (*ast.CallExpr)(nil)) {
		if !l.contains(cur.Node().Pos()) || heldApart(cur, l.fn) {
			continue
		}
		switch n := cur.Node().(type) {
		case *ast.Ident:
			if f.TypesInfo.ObjectOf(n) != p.root {
				continue
			}
			if at, whole := f.climb(cur, p); whole {
				found = append(found, touch{at, f.effectOf(at, group)})
			} else {
				found = append(found, touch{at, f.effectOnPrefix(at)})
			}
		case *ast.CallExpr:
			found = append(found, touch{cur, f.effectOfCall(n, p, group)})
		}
	}
	return slices.DeleteFunc(found, func(t touch) bool { return t.effect == 0 })
}

// heldApart reports whether cur stands in a literal inside fn that is assigned
// to a variable: it runs where that is called.
func heldApart(cur, fn inspector.Cursor) bool {
	for c := query.Func(cur); c.Valid() && c != fn; c = query.Func(c) {
		switch c.ParentEdgeKind() {
		case edge.AssignStmt_Rhs, edge.ValueSpec_Values:
			return true
		}
	}
	return false
}

// climb goes from an identifier to the longest expression above it that is on
// the path to p, and tells whether that is p itself.
func (f *finder) climb(cur inspector.Cursor, p place) (at inspector.Cursor, whole bool) {
	for {
		switch cur.ParentEdgeKind() {
		case edge.SelectorExpr_X, edge.SelectorExpr_Sel, edge.IndexExpr_X, edge.StarExpr_X, edge.ParenExpr_X:
			q, ok := placeOf(f.TypesInfo, cur.Parent().Node().(ast.Expr))
			if ok && p.within(q) {
				cur = cur.Parent()
				continue
			}
		}
		q, _ := placeOf(f.TypesInfo, cur.Node().(ast.Expr))
		return cur, p.equal(q)
	}
}

// effectOf tells what the expression at cur, which is the place that group
// grows, is used for.
func (f *finder) effectOf(cur inspector.Cursor, group []growth) effect {
	up, e := cur.Parent(), ast.Unparen(cur.Node().(ast.Expr))
	for _, g := range group {
		if slices.Contains(g.self, e) {
			return 0
		}
	}
	switch kind, i := cur.ParentEdge(); kind {
	case edge.AssignStmt_Lhs:
		for _, g := range group {
			if g.lhs == e {
				return grows
			}
		}
		return resets
	case edge.RangeStmt_Key, edge.RangeStmt_Value:
		return resets
	case edge.KeyValueExpr_Key:
		if id, ok := e.(*ast.Ident); ok && isField(f.TypesInfo.Uses[id]) {
			return 0 // of a new struct
		}
	case edge.CallExpr_Args:
		if i == 0 && f.looksAtEnd(up.Node().(*ast.CallExpr)) {
			return 0
		}
	case edge.BinaryExpr_X, edge.BinaryExpr_Y:
		if comparesEmpty(f.TypesInfo, up.Node().(*ast.BinaryExpr)) {
			return 0
		}
	case edge.IndexExpr_X:
		if f.isLast(up.Node().(*ast.IndexExpr)) {
			return 0
		}
	}
	return reads
}

func isField(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	return ok && v.IsField()
}

// looksAtEnd reports whether call only measures its first argument, or looks at
// an end of it: that costs a Builder nothing.
func (f *finder) looksAtEnd(call *ast.CallExpr) bool {
	if _, ok := lenArg(f.TypesInfo, call); ok {
		return true
	}
	return query.IsFunc(query.Callee(f.TypesInfo, call), "strings", "HasSuffix", "HasPrefix")
}

// isLast reports whether e is s[len(s)-1].
func (f *finder) isLast(e *ast.IndexExpr) bool {
	b, ok := ast.Unparen(e.Index).(*ast.BinaryExpr)
	if !ok || b.Op != token.SUB {
		return false
	}
	arg, ok := lenArg(f.TypesInfo, b.X)
	return ok && sameIndex(f.TypesInfo, arg, e.X)
}

// comparesEmpty reports whether b compares with the empty string.
func comparesEmpty(info *types.Info, b *ast.BinaryExpr) bool {
	if b.Op != token.EQL && b.Op != token.NEQ {
		return false
	}
	for _, e := range []ast.Expr{b.X, b.Y} {
		if v := info.Types[e].Value; v != nil && v.Kind() == constant.String && constant.StringVal(v) == "" {
			return true
		}
	}
	return false
}

// effectOnPrefix tells what the use of something that contains the growing
// string, such as the struct of a field, does to the string.
func (f *finder) effectOnPrefix(cur inspector.Cursor) effect {
	switch kind, _ := cur.ParentEdge(); kind {
	case edge.AssignStmt_Lhs, edge.RangeStmt_Key, edge.RangeStmt_Value:
		return resets
	case edge.SelectorExpr_X, edge.IndexExpr_X, edge.BinaryExpr_X, edge.BinaryExpr_Y:
		return 0 // another field or element, a method, a comparison with nil
	case edge.CallExpr_Args:
		call := cur.Parent().Node().(*ast.CallExpr)
		if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && f.TypesInfo.Types[call.Fun].IsBuiltin() {
			if id.Name == "delete" || id.Name == "clear" {
				return resets
			}
			return 0
		}
		if fn := query.Callee(f.TypesInfo, call); fn != nil && fn.Pkg() == f.Pkg {
			return 0 // effectOfCall looks into it
		}
	}
	return reads
}

// effectOfCall tells what a call does to p in the body of the function: of a
// closure held in a variable, or of a function of the package.
func (f *finder) effectOfCall(call *ast.CallExpr, p place, group []growth) effect {
	v, bodies := f.bodies(call)
	if len(bodies) == 0 {
		return 0
	}
	var obj types.Object = p.root
	if p.field != nil {
		obj = p.field
	} else if p.root.Kind() != types.PackageVar && v == nil {
		return 0
	}
	var e effect
	for _, body := range bodies {
		e |= f.effectOfBody(body, obj, group)
	}
	if v == nil {
		e &^= grows // perhaps of another value of the type
	}
	return e
}

// effectOfBody tells what the function at body does to obj, a variable or
// field.
func (f *finder) effectOfBody(body inspector.Cursor, obj types.Object, group []growth) effect {
	var e effect
	for cur := range body.Preorder((*ast.Ident)(nil)) {
		use := f.TypesInfo.Uses[cur.Node().(*ast.Ident)]
		if v, ok := use.(*types.Var); !ok || v.Origin() != obj {
			continue
		}
		if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
			cur = cur.Parent()
		}
		e |= f.effectOf(cur, f.growthsOf(cur, group))
	}
	return e
}

// growthsOf adds to group the growth that the expression at cur is part of, if
// it is one of another spelling: p.buf += x in a method.
func (f *finder) growthsOf(cur inspector.Cursor, group []growth) []growth {
	for c := range cur.Enclosing((*ast.AssignStmt)(nil)) {
		return append(growthsAt(f.TypesInfo, c), group...)
	}
	return group
}
