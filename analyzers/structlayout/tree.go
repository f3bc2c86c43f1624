package structlayout

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// growsTree reports whether cur makes a node of a tree, how tells where that goes,
// in a function that calls itself for several children: there are as many as the
// tree has nodes. What walks over a tree that is there may make few.
func (c *checker) growsTree(cur inspector.Cursor, t types.Type, how string) bool {
	return linksItself(t) && !ownsList(t) && c.branches(cur) && (how == "returned" || !c.walks(cur, t))
}

// walks reports whether the function around cur is given a node of type t other
// than by its receiver, and calls itself for others than the one that cur makes.
func (c *checker) walks(cur inspector.Cursor, t types.Type) bool {
	for decl := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		fn, ok := c.TypesInfo.Defs[decl.Node().(*ast.FuncDecl).Name].(*types.Func)
		if !ok {
			return false
		}
		given := false
		for v := range fn.Signature().Params().Variables() {
			given = given || types.Identical(deref(v.Type()), t)
		}
		if !given {
			return false
		}
		for call := range decl.Preorder((*ast.CallExpr)(nil)) {
			n := call.Node().(*ast.CallExpr)
			if query.Callee(c.TypesInfo, n) == fn && slices.ContainsFunc(n.Args, func(arg ast.Expr) bool { return c.isMade(cur, arg) }) {
				return false
			}
		}
		return true
	}
	return false
}

// isMade reports whether arg is the object that cur makes, or a variable that is
// set to that.
func (c *checker) isMade(cur inspector.Cursor, arg ast.Expr) bool {
	if arg.Pos() <= cur.Node().Pos() && cur.Node().End() <= arg.End() {
		return true
	}
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	v := c.variableOf(arg)
	return ok && v != nil && slices.ContainsFunc(assign.Lhs, func(lhs ast.Expr) bool { return c.variableOf(lhs) == v })
}

// linksItself reports whether a field of the struct t links to other values of
// t: by a pointer, or as the elements of a slice, an array or a map.
func linksItself(t types.Type) bool {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		u := f.Type()
		for e := elemOf(u); e != nil; e = elemOf(u) {
			if u = e; types.Identical(u, t) {
				return true
			}
			if _, named := types.Unalias(u).(*types.Named); named {
				break
			}
		}
	}
	return false
}

// branches reports whether the function around cur calls itself in a loop, or in
// two places.
func (c *checker) branches(cur inspector.Cursor) bool {
	for decl := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		fn := c.TypesInfo.Defs[decl.Node().(*ast.FuncDecl).Name]
		calls := 0
		for call := range decl.Preorder((*ast.CallExpr)(nil)) {
			if callee := query.Callee(c.TypesInfo, call.Node().(*ast.CallExpr)); callee == nil || callee != fn {
				continue
			}
			calls++
			for range c.Heat.Loops(call) {
				return true
			}
		}
		return calls > 1
	}
	return false
}

// ownsList reports whether values of t have a list that is none of their like, nor
// of bytes. Such a value is a group of others, and weighs more than its padding.
func ownsList(t types.Type) bool {
	s, ok := elemOfArray(t).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		list, ok := f.Type().Underlying().(*types.Slice)
		if ok && !isByte(list.Elem()) && !types.Identical(deref(list.Elem()), t) {
			return true
		}
	}
	return false
}
