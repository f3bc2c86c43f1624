package structlayout

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// unsafe marks what a function of package unsafe looks into.
func (m *marker) unsafe(name string, call *ast.CallExpr) {
	if name == "Offsetof" {
		if sel, ok := ast.Unparen(call.Args[0]).(*ast.SelectorExpr); ok {
			m.observe(sel.X)
		}
	}
	m.observe(call.Args[0])
}

// conversion marks the types that a conversion finds identical but for their
// names, and those that become an unsafe.Pointer or come from one.
func (m *marker) conversion(call *ast.CallExpr) {
	to, from := m.typeOf(call), m.typeOf(call.Args[0])
	if isUnsafe(to) || isUnsafe(from) {
		m.observe(call)
		m.observe(call.Args[0])
		return
	}
	a, b := m.named(deref(to)), m.named(deref(from))
	if a == b || types.IsInterface(to) {
		return
	}
	for _, name := range []*types.TypeName{a, b} {
		if name != nil && !derived(to, from) {
			m.Mark(rule.Mark{Obj: name, Name: observed})
		}
	}
}

func isUnsafe(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.UnsafePointer
}

func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// derived reports whether the struct types a and b are one in the source: type
// B A.
func derived(a, b types.Type) bool {
	s, ok := deref(a).Underlying().(*types.Struct)
	t, ok2 := deref(b).Underlying().(*types.Struct)
	return ok && ok2 && s.NumFields() > 0 && t.NumFields() > 0 && s.Field(0).Pos() == t.Field(0).Pos()
}

// atomic marks the struct types whose 64-bit fields atomic functions work on:
// on 32-bit machines these must be aligned, which depends on their place.
func (m *marker) atomic(fn *types.Func, call *ast.CallExpr) {
	if !strings.HasSuffix(fn.Name(), "64") {
		return
	}
	addr, ok := ast.Unparen(call.Args[0]).(*ast.UnaryExpr)
	if !ok || addr.Op != token.AND {
		return
	}
	for x := ast.Unparen(addr.X); ; {
		sel, ok := x.(*ast.SelectorExpr)
		if !ok {
			return
		}
		m.observe(sel.X)
		x = ast.Unparen(sel.X)
	}
}

// walksFields reports whether the function body asks package reflect for the
// fields of a struct.
func walksFields(info *types.Info, body ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if ok {
			fn := query.Callee(info, call)
			found = found || fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "reflect" &&
				slices.Contains([]string{"Field", "FieldByIndex", "NumField", "VisibleFields", "Fields"}, fn.Name())
		}
		return !found
	})
	return found
}

// reflected marks the types that body hands to package reflect.
func (m *marker) reflected(body ast.Node) {
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if fn := query.Callee(m.TypesInfo, call); query.IsFunc(fn, "reflect", "TypeOf", "ValueOf") && len(call.Args) == 1 {
				m.reach(m.typeOf(call.Args[0]), shown, maxReach)
			}
		}
		return true
	})
}
