package stdjson

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// readsPassword reports whether s decodes a map of which a password is read.
func (c *checker) readsPassword(s *call) bool {
	v := c.pointee(s.value)
	if v == nil || s.encodes() || !isMap(v.Type()) {
		return false
	}
	return slices.ContainsFunc(c.mentions(v), func(use inspector.Cursor) bool {
		index, ok := use.Parent().Node().(*ast.IndexExpr)
		if !ok || use.ParentEdgeKind() != edge.IndexExpr_X {
			return false
		}
		key := c.TypesInfo.Types[index.Index].Value
		return key != nil && key.Kind() == constant.String && isPassword(constant.StringVal(key))
	})
}

// knowsPassword reports whether the function of s has a variable for a password.
func (c *checker) knowsPassword(s *call) bool {
	for cur := range c.decl(s).Preorder((*ast.Ident)(nil)) {
		id := cur.Node().(*ast.Ident)
		if v, ok := c.TypesInfo.Defs[id].(*types.Var); ok && !v.IsField() && isPassword(id.Name) {
			return true
		}
	}
	return false
}

// logsIn reports whether the function of s returns a token for a session, as after a
// log-in.
func (c *checker) logsIn(s *call) bool {
	decl, ok := c.decl(s).Node().(*ast.FuncDecl)
	if !ok || decl.Type.Results == nil {
		return false
	}
	for _, result := range decl.Type.Results.List {
		st, ok := deref(c.TypesInfo.TypeOf(result.Type)).Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for f := range st.Fields() {
			switch strings.ToLower(f.Name()) {
			case "accesstoken", "authtoken", "clienttoken", "refreshtoken", "sessiontoken":
				return true
			}
		}
	}
	return false
}

func isPassword(name string) bool { return strings.Contains(strings.ToLower(name), "password") }

// isCredential reports whether t, or a struct in it, has a field for a password:
// it is for logging in, signing up and administration.
func isCredential(t types.Type, around ...types.Type) bool {
	t = deref(t)
	st, ok := t.Underlying().(*types.Struct)
	if !ok || slices.ContainsFunc(around, func(outer types.Type) bool { return types.Identical(outer, t) }) {
		return false
	}
	for i := range st.NumFields() {
		if encoded(st, i) && (isPassword(st.Field(i).Name()) ||
			isCredential(st.Field(i).Type(), append(around, t)...)) {
			return true
		}
	}
	return false
}
