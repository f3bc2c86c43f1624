package stdjson

import (
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// many stands for any number of values.
const many = 1 << 16

// few values are encoded or decoded in so little time that neither a faster
// codec nor a smaller struct gains a microsecond: see bench/stdjson.
const few = 8

// size returns how many basic values an expression that is encoded or decoded
// into stands for, at most many.
func (c *checker) size(e ast.Expr) int {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	lit, ok := e.(*ast.CompositeLit)
	if v := c.local(e); v != nil {
		return c.sizeOf(v)
	}
	if !ok {
		if tv := c.TypesInfo.Types[e]; tv.Value != nil || tv.IsNil() {
			return 1
		}
		return leaves(c.TypesInfo.TypeOf(e), nil)
	}
	t := c.TypesInfo.TypeOf(lit)
	if _, ok := t.Underlying().(*types.Struct); ok && leaves(t, nil) < many {
		return leaves(t, nil)
	}
	n := 0
	for _, elt := range lit.Elts { // of a map, mostly
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			elt = kv.Value
		}
		n = min(many, n+c.size(elt))
	}
	return n
}

// sizeOf is size for a local variable: a map that is filled key by key has no
// more values than these.
func (c *checker) sizeOf(v *types.Var) int {
	values := c.values(v)
	if len(values) == 0 || !isMap(v.Type()) {
		return leaves(v.Type(), nil)
	}
	n := 0
	for _, value := range values {
		if c.local(value) != nil {
			return many
		}
		n = min(many, n+c.size(value))
	}
	for _, use := range c.mentions(v) {
		switch kind := use.ParentEdgeKind(); {
		case kind == edge.AssignStmt_Lhs, kind == edge.ValueSpec_Names:
		case kind == edge.CallExpr_Args && isCoder(query.Callee(c.TypesInfo, use.Parent().Node().(*ast.CallExpr))):
		case kind == edge.IndexExpr_X && !c.inLoop(use):
			n = min(many, n+1)
		default:
			return many
		}
	}
	return n
}

func isMap(t types.Type) bool {
	_, ok := t.Underlying().(*types.Map)
	return ok
}

// inLoop reports whether cur stands in a loop that is not short.
func (c *checker) inLoop(cur inspector.Cursor) bool {
	for range c.Heat.Loops(cur) {
		return true
	}
	return false
}

// leaves returns how many basic values a value of type t has, at most many.
// around are the types it stands in.
func leaves(t types.Type, around []types.Type) int {
	t = deref(t)
	for _, outer := range around {
		if types.Identical(outer, t) {
			return many
		}
	}
	if hasMethod(t, "MarshalText") {
		return 1 // a string
	}
	around = append(around, t)
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return 1
	case *types.Array:
		return int(min(many, t.Len()*int64(leaves(t.Elem(), around))))
	case *types.Struct:
		n := 0
		for i := range t.NumFields() {
			if encoded(t, i) {
				n = min(many, n+max(1, leaves(t.Field(i).Type(), around)))
			}
		}
		return n
	}
	return many
}

// hasMethod reports whether t or *t has a method of its own under the name.
func hasMethod(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), false, nil, name)
	_, ok := obj.(*types.Func)
	return ok && !types.IsInterface(t)
}

// encoded reports whether field i of t has a place in JSON.
func encoded(t *types.Struct, i int) bool {
	f := t.Field(i)
	return (f.Exported() || f.Embedded()) && reflect.StructTag(t.Tag(i)).Get("json") != "-"
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return types.Unalias(p.Elem())
	}
	return types.Unalias(t)
}

// quirk names what about the values of type t other codecs are known to treat
// in their own way, or returns "".
func quirk(t types.Type, encodes bool) string {
	method := "UnmarshalJSON"
	if encodes {
		method = "MarshalJSON"
	}
	for range 8 { // type list []list
		t = deref(t)
		if name := rawKind(t); name != "" {
			return "is " + name
		}
		if hasMethod(t, method) && !query.IsNamed(t, "time", "Time") {
			return "has its own " + method
		}
		switch u := t.Underlying().(type) {
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		default:
			if name := holdsRaw(t, nil); name != "" {
				return "holds " + name
			}
			return ""
		}
	}
	return ""
}

// rawKind returns the name of t if it is a type of encoding/json whose values
// are JSON themselves.
func rawKind(t types.Type) string {
	for _, name := range []string{"RawMessage", "Number"} {
		if query.IsNamed(t, jsonPath, name) {
			return "json." + name
		}
	}
	return ""
}

// holdsRaw returns the name of the first such type among the fields of t.
func holdsRaw(t types.Type, around []types.Type) string {
	t = deref(t)
	for _, outer := range around {
		if types.Identical(outer, t) {
			return ""
		}
	}
	if name := rawKind(t); name != "" {
		return name
	}
	around = append(around, t)
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return holdsRaw(u.Elem(), around)
	case *types.Array:
		return holdsRaw(u.Elem(), around)
	case *types.Map:
		return holdsRaw(u.Elem(), around)
	case *types.Struct:
		for i := range u.NumFields() {
			if encoded(u, i) {
				if name := holdsRaw(u.Field(i).Type(), around); name != "" {
					return name
				}
			}
		}
	}
	return ""
}

// isText reports whether the constant value of e, if it has one, is s.
func (c *checker) isText(e ast.Expr, s string) bool {
	v := c.TypesInfo.Types[e].Value
	return v != nil && v.Kind() == constant.String && constant.StringVal(v) == s
}
