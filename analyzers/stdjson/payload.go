package stdjson

import (
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

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
