package stdjson

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// keys reports JSON that is decoded into a map of which only constant keys are
// read: a struct with these fields holds the same.
func (c *checker) keys(s *call) bool {
	if s.encodes() {
		return false
	}
	v := c.pointee(s.value)
	if v == nil || !isLoose(v.Type()) {
		return false
	}
	keys, ok := c.keysOf(v, c.decl(s), s)
	if !ok || len(keys) == 0 {
		return false
	}
	var quoted []string
	for i, key := range keys {
		if i == 3 && len(keys) > 4 {
			quoted = append(quoted, fmt.Sprintf("%d more", len(keys)-i))
			break
		}
		quoted = append(quoted, fmt.Sprintf("%q", key))
	}
	list, noun := quoted[0], "key"
	if n := len(quoted); n > 1 {
		list, noun = strings.Join(quoted[:n-1], ", ")+" and "+quoted[n-1], "keys"
	}
	c.said[s.expr] = true
	c.waste(s, rule.Finding{
		Cur:     s.cur,
		Message: fmt.Sprintf("JSON is decoded into a %s of which only the %s %s %s read", typeName(c.Pkg, v.Type()), noun, list, map[bool]string{true: "is", false: "are"}[len(keys) == 1]),
		Remedy:  "decode into a struct with these fields",
		Cost:    "6.3 µs and 64 allocations for an object of 11 keys, 2.9 µs and 8 with a struct of 3 fields",
		Warn:    heat.Request,
		Effect:  "decodes JSON into a map to read constant keys",
	})
	return true
}

// isLoose reports whether t is the type of JSON objects of any shape: any, or a
// map of such values.
func isLoose(t types.Type) bool {
	if m, ok := t.Underlying().(*types.Map); ok {
		key, ok := m.Key().Underlying().(*types.Basic)
		if !ok || key.Kind() != types.String {
			return false
		}
		t = m.Elem()
	}
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty()
}

// keysOf returns the keys that are read of the map, or of the map in the
// interface, v, sorted; ok is false if anything else is done with it.
func (c *checker) keysOf(v *types.Var, scope inspector.Cursor, s *call) (keys []string, ok bool) {
	for use := range query.Uses(scope, c.TypesInfo, v) {
		more, ok := c.readAt(use, scope, s)
		if !ok {
			return nil, false
		}
		keys = append(keys, more...)
	}
	slices.Sort(keys)
	return slices.Compact(keys), true
}

// readAt returns the keys that are read of the value at use, which is an
// identifier or an expression that stands for it.
func (c *checker) readAt(use, scope inspector.Cursor, s *call) (keys []string, ok bool) {
	up := use.Parent()
	switch use.ParentEdgeKind() {
	case edge.ParenExpr_X:
		return c.readAt(up, scope, s)
	case edge.UnaryExpr_X: // &v
		call := up.Parent().Node()
		if call == s.expr {
			return nil, true
		}
		other, isCall := call.(*ast.CallExpr)
		return nil, isCall && isCoder(query.Callee(c.TypesInfo, other))
	case edge.BinaryExpr_X: // v == nil
		return nil, c.TypesInfo.Types[up.Node().(*ast.BinaryExpr).Y].IsNil()
	case edge.AssignStmt_Lhs: // v = make(...), or v declared by :=
		return nil, up.Node().(*ast.AssignStmt).Tok.String() == "="
	case edge.IndexExpr_X:
		value := c.TypesInfo.Types[up.Node().(*ast.IndexExpr).Index].Value
		if value == nil || value.Kind() != constant.String || writes(up) || c.switched(up) {
			return nil, false
		}
		return []string{constant.StringVal(value)}, true
	case edge.TypeAssertExpr_X:
		t := up.Node().(*ast.TypeAssertExpr).Type
		if t == nil || !isMap(c.TypesInfo.TypeOf(t)) || !isLoose(c.TypesInfo.TypeOf(t)) {
			return nil, false
		}
		if assign, isAssign := up.Parent().Node().(*ast.AssignStmt); isAssign && len(assign.Rhs) == 1 {
			v := c.local(assign.Lhs[0])
			if v == nil {
				return nil, false
			}
			return c.keysOf(v, scope, s)
		}
		return c.readAt(up, scope, s)
	}
	return nil, false
}

// switched reports whether the type of the value at cur decides what is done
// with it, which no field of a struct can hold.
func (c *checker) switched(cur inspector.Cursor) bool {
	assert, ok := cur.Parent().Node().(*ast.TypeAssertExpr)
	return ok && assert.Type == nil
}

// oneField reports a struct that is decoded whole although one of its fields is
// all that is read.
func (c *checker) oneField(s *call) bool {
	if s.encodes() {
		return false
	}
	v := c.pointee(s.value)
	if v == nil {
		return false
	}
	t, ok := v.Type().Underlying().(*types.Struct)
	if !ok || c.asked(s) || hasMethod(v.Type(), "UnmarshalJSON") || c.strict(s) {
		return false
	}
	field := c.onlyField(v, s)
	if field == nil {
		return false
	}
	rest, doubt := 0, once
	for i := range t.NumFields() {
		if encoded(t, i) && t.Field(i) != field && rawKind(deref(t.Field(i).Type())) == "" {
			rest = min(many, rest+leaves(t.Field(i).Type(), nil))
			if holdsMany(t.Field(i).Type(), []types.Type{t}) {
				doubt = nil
			}
		}
	}
	if rest < many {
		return false
	}
	c.said[s.expr] = true
	c.waste(s, rule.Finding{
		Cur:     s.cur,
		Message: fmt.Sprintf("%s is decoded whole although only its field %s is read", typeName(c.Pkg, v.Type()), field.Name()),
		Remedy:  "decode into a struct of that field",
		Cost:    "8.2 µs and 24 allocations for 11 fields, 3.9 µs and 6 for one",
		Warn:    heat.Request,
		Effect:  "decodes a whole " + typeName(c.Pkg, v.Type()) + " for one field",
		Doubt:   doubt,
	})
	return true
}

// asked reports whether the JSON is the body of a request, which may well have
// that field alone.
func (c *checker) asked(s *call) bool {
	if s.name == "Unmarshal" {
		return c.fromBody(s.args[0], 3)
	}
	made := c.made(s.coder)
	return made == nil || c.fromBody(made.Args[0], 3)
}

// onlyField returns the field of the local struct v if that is all that is used
// of it, apart from decoding into it.
func (c *checker) onlyField(v *types.Var, s *call) *types.Var {
	var only *types.Var
	for use := range query.Uses(c.decl(s), c.TypesInfo, v) {
		up := use.Parent()
		switch use.ParentEdgeKind() {
		case edge.UnaryExpr_X:
			if up.Parent().Node() != s.expr {
				return nil
			}
		case edge.SelectorExpr_X:
			sel := c.TypesInfo.Selections[up.Node().(*ast.SelectorExpr)]
			if sel == nil || sel.Kind() != types.FieldVal || len(sel.Index()) != 1 {
				return nil // a method, or a field of an embedded struct
			}
			field := sel.Obj().(*types.Var)
			if only != nil && only != field || up.ParentEdgeKind() == edge.AssignStmt_Lhs {
				return nil
			}
			only = field
		default:
			return nil
		}
	}
	return only
}

// strict reports whether s checks the JSON for fields that the struct lacks.
func (c *checker) strict(s *call) bool {
	v := c.local(s.coder)
	if s.coder == nil || v == nil {
		return false
	}
	for use := range query.Uses(c.decl(s), c.TypesInfo, v) {
		if sel, ok := use.Parent().Node().(*ast.SelectorExpr); ok && sel.Sel.Name == "DisallowUnknownFields" {
			return true
		}
	}
	return false
}
