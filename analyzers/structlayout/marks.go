package structlayout

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// The marks of types.
const (
	observed = "observed" // something depends on the layout
	shown    = "shown"    // the order of the fields is output
	ordered  = "ordered"  // something depends on the order of the fields in the source
)

// mark marks the subjects whose layout or order something in the package
// depends on: also in tests and generated files, which a fix must not break.
func (c *checker) mark() {
	m := &marker{checker: c, defined: make(map[ast.Node]bool), reflects: query.Imports(c.Pkg, "reflect")}
	for _, name := range c.Pkg.Scope().Names() {
		if obj, ok := c.Pkg.Scope().Lookup(name).(*types.TypeName); ok && m.named(obj.Type()) != nil {
			m.own = append(m.own, obj)
		}
	}
	for _, file := range c.Pass.Pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			m.node(n)
			return true
		})
	}
}

// marker sets the marks of one package.
type marker struct {
	*checker
	own      []*types.TypeName // subjects of the package
	defined  map[ast.Node]bool // struct types with a name
	reflects bool
}

func (m *marker) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if n.Body == nil || isLinked(n) {
			m.reach(m.typeOf(n.Name), observed, maxReach) // implemented elsewhere, perhaps in assembly
		}
		if n.Body != nil && m.reflects && walksFields(m.TypesInfo, n.Body) {
			m.reflected(n.Body)
		}
	case *ast.TypeSpec:
		m.defined[n.Type] = true
	case *ast.StructType:
		m.anonymous(n)
	case *ast.CallExpr:
		m.call(n)
	case *ast.CompositeLit:
		name := m.named(m.typeOf(n))
		if name == nil || len(n.Elts) == 0 {
			return
		}
		if _, keyed := n.Elts[0].(*ast.KeyValueExpr); !keyed {
			m.Mark(rule.Mark{Obj: name, Name: ordered})
		}
	}
}

// anonymous marks the types of which a struct type without a name is a twin:
// values of one are assigned to the other as they are.
func (m *marker) anonymous(n *ast.StructType) {
	if m.defined[n] {
		return
	}
	t := m.typeOf(n)
	for _, name := range m.own {
		if types.IdenticalIgnoreTags(t, name.Type().Underlying()) {
			m.Mark(rule.Mark{Obj: name, Name: observed})
		}
	}
}

// isLinked reports whether a linkname comment stands at fn.
func isLinked(fn *ast.FuncDecl) bool {
	return fn.Doc != nil && slices.ContainsFunc(fn.Doc.List, func(c *ast.Comment) bool {
		return strings.HasPrefix(c.Text, "//go:linkname ")
	})
}

// call marks the types that a call depends on.
func (m *marker) call(call *ast.CallExpr) {
	if len(call.Args) == 0 {
		return
	}
	if m.TypesInfo.Types[call.Fun].IsType() {
		m.conversion(call)
		return
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if _, ok := m.TypesInfo.Uses[sel.Sel].(*types.Builtin); ok { // of package unsafe
			m.unsafe(sel.Sel.Name, call)
			return
		}
	}
	fn := query.Callee(m.TypesInfo, call)
	if fn == nil || fn.Pkg() == nil {
		return
	}
	switch path := fn.Pkg().Path(); {
	case path == "encoding/binary":
		m.observe(call.Args[len(call.Args)-1])
	case path == "sync/atomic":
		m.atomic(fn, call)
	case path == "fmt":
		for _, arg := range call.Args {
			m.printed(m.typeOf(arg))
		}
	case strings.HasPrefix(fn.Name(), "Marshal") || strings.HasPrefix(fn.Name(), "Encode"):
		params := fn.Signature().Params()
		for i, arg := range call.Args {
			if i < params.Len() && types.IsInterface(params.At(i).Type()) {
				m.reach(m.typeOf(arg), shown, maxReach) // walks the fields
			}
		}
	}
}

// printed marks types that fmt prints field by field.
func (m *marker) printed(t types.Type) {
	for _, method := range []string{"String", "Error", "Format"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, m.Pkg, method); obj != nil {
			return
		}
	}
	m.prints(deref(t), maxReach)
}

// prints marks the types whose fields show where fmt prints values of t: of a
// pointer within, it prints the address.
func (m *marker) prints(t types.Type, depth int) {
	if depth == 0 {
		return
	}
	if name := m.named(t); name != nil {
		m.Mark(rule.Mark{Obj: name, Name: ordered})
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		m.prints(u.Elem(), depth-1)
	case *types.Array:
		m.prints(u.Elem(), depth-1)
	case *types.Map:
		m.prints(u.Key(), depth-1)
		m.prints(u.Elem(), depth-1)
	case *types.Struct:
		for f := range u.Fields() {
			m.prints(f.Type(), depth-1)
		}
	}
}

// maxReach limits how deep reach looks into types.
const maxReach = 5

// observe marks the subjects that the value of e, or what it points to, consists
// of: not what that in turn points to, of which somebody else knows the layout.
func (m *marker) observe(e ast.Expr) {
	t := m.typeOf(e)
	for {
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
			continue
		case *types.Slice:
			t = u.Elem()
			continue
		}
		break
	}
	m.consists(t, maxReach)
}

// consists marks the subjects of which values of t consist as observed.
func (m *marker) consists(t types.Type, depth int) {
	if depth == 0 {
		return
	}
	if name := m.named(t); name != nil {
		m.Mark(rule.Mark{Obj: name, Name: observed})
	}
	switch u := t.Underlying().(type) {
	case *types.Array:
		m.consists(u.Elem(), depth-1)
	case *types.Struct:
		for f := range u.Fields() {
			m.consists(f.Type(), depth-1)
		}
	}
}

// reach marks the subjects of which values of t, or what they point to, consist.
func (m *marker) reach(t types.Type, mark string, depth int) {
	if depth == 0 {
		return
	}
	if name := m.named(t); name != nil {
		m.Mark(rule.Mark{Obj: name, Name: mark})
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		m.reach(u.Elem(), mark, depth-1)
	case *types.Slice:
		m.reach(u.Elem(), mark, depth-1)
	case *types.Array:
		m.reach(u.Elem(), mark, depth-1)
	case *types.Map:
		m.reach(u.Elem(), mark, depth-1)
	case *types.Struct:
		for f := range u.Fields() {
			if _, isPointer := f.Type().Underlying().(*types.Pointer); !isPointer {
				m.reach(f.Type(), mark, depth-1)
			}
		}
	case *types.Signature:
		for v := range u.Params().Variables() {
			m.reach(v.Type(), mark, depth-1)
		}
		for v := range u.Results().Variables() {
			m.reach(v.Type(), mark, depth-1)
		}
	}
}

// named returns the name of the struct type t if it is a subject.
func (m *marker) named(t types.Type) *types.TypeName {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || !m.IsSubject(named.Obj()) {
		return nil
	}
	return named.Obj()
}
