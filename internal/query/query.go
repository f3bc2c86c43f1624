// Package query answers questions about typed syntax: which function a call
// names, which file or declaration a node stands in, where a variable is used.
// It never reports.
package query

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// File returns the file that cur stands in.
func File(cur inspector.Cursor) *ast.File {
	for c := range cur.Enclosing((*ast.File)(nil)) {
		return c.Node().(*ast.File)
	}
	return nil
}

// TopDecl returns the package-level declaration that cur stands in, or nil.
func TopDecl(cur inspector.Cursor) ast.Decl {
	for ; cur.Valid() && cur.Node() != nil; cur = cur.Parent() {
		if cur.ParentEdgeKind() == edge.File_Decls {
			return cur.Node().(ast.Decl)
		}
	}
	return nil
}

// Func returns the innermost function declaration or literal around cur, cur
// itself excluded. The result is invalid outside functions.
func Func(cur inspector.Cursor) inspector.Cursor {
	for {
		cur = cur.Parent()
		if !cur.Valid() || cur.Node() == nil {
			return inspector.Cursor{}
		}
		switch cur.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return cur
		}
	}
}

// Body returns the body of a function declaration or literal, which is nil for
// functions declared without one.
func Body(fn ast.Node) *ast.BlockStmt {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Body
	case *ast.FuncLit:
		return fn.Body
	}
	return nil
}

// HasComment reports whether a comment of file overlaps the range of node.
func HasComment(file *ast.File, node ast.Node) bool {
	return HasCommentIn(file, node.Pos(), node.End())
}

// HasCommentIn reports whether a comment of file overlaps [pos, end).
func HasCommentIn(file *ast.File, pos, end token.Pos) bool {
	// The first group that ends behind pos: one that ends at pos only touches.
	i, _ := slices.BinarySearchFunc(file.Comments, pos+1, func(g *ast.CommentGroup, pos token.Pos) int {
		return int(g.End() - pos)
	})
	return i < len(file.Comments) && file.Comments[i].Pos() < end
}

// Callee returns the function or method that call names, in its generic form,
// or nil for conversions, built-ins and calls of function values.
func Callee(info *types.Info, call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	if fn == nil {
		return nil
	}
	return fn.Origin()
}

// IsFunc reports whether fn is a package-level function of the package with
// the given import path, under one of names.
func IsFunc(fn *types.Func, path string, names ...string) bool {
	return fn != nil && fn.Pkg() != nil && slices.Contains(names, fn.Name()) &&
		fn.Pkg().Path() == path && fn.Signature().Recv() == nil
}

// IsMethod reports whether fn is a method of the named type path.typ or of a
// pointer to it, under one of names.
func IsMethod(fn *types.Func, path, typ string, names ...string) bool {
	if fn == nil || fn.Pkg() == nil || !slices.Contains(names, fn.Name()) || fn.Pkg().Path() != path {
		return false
	}
	recv := fn.Signature().Recv()
	return recv != nil && IsNamed(recv.Type(), path, typ)
}

// IsNamed reports whether t, or the type it points to, is the named type
// path.name.
func IsNamed(t types.Type, path, name string) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	obj := named.Obj()
	return obj.Name() == name && obj.Pkg() != nil && obj.Pkg().Path() == path
}

// IsEmptyStruct reports whether values of type t hold nothing, as struct{}.
func IsEmptyStruct(t types.Type) bool {
	st, ok := t.Underlying().(*types.Struct)
	return ok && st.NumFields() == 0
}

// IsInteger reports whether the underlying type of t, which may be nil, is one of
// the integer types.
func IsInteger(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// Imports reports whether pkg imports path directly. A package that does not
// cannot call a function of path by name, so most walks can be skipped.
func Imports(pkg *types.Package, path string) bool {
	for _, p := range pkg.Imports() {
		if p.Path() == path {
			return true
		}
	}
	return false
}

// Calls yields the calls below root of the package-level functions of path
// with the given names, in source order.
func Calls(root inspector.Cursor, info *types.Info, path string, names ...string) iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for cur := range root.Preorder((*ast.CallExpr)(nil)) {
			call := cur.Node().(*ast.CallExpr)
			if name := callName(call); name == "" || !slices.Contains(names, name) {
				continue
			}
			if IsFunc(Callee(info, call), path, names...) && !yield(cur) {
				return
			}
		}
	}
}

// callName returns the last identifier of the called expression.
func callName(call *ast.CallExpr) string {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	}
	return ""
}

// Uses yields the identifiers below root that refer to obj, or to an instance of
// it, its declaration excluded, in source order.
func Uses(root inspector.Cursor, info *types.Info, obj types.Object) iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for cur := range root.Preorder((*ast.Ident)(nil)) {
			id := cur.Node().(*ast.Ident)
			if id.Name == obj.Name() && origin(info.Uses[id]) == origin(obj) && !yield(cur) {
				return
			}
		}
	}
}

// origin returns what obj is an instance of: the method or the field of the
// generic type.
func origin(obj types.Object) types.Object {
	switch obj := obj.(type) {
	case *types.Func:
		return obj.Origin()
	case *types.Var:
		return obj.Origin()
	}
	return obj
}

// IsTestFile reports whether the file name is that of a Go test file.
func IsTestFile(name string) bool {
	return strings.HasSuffix(filepath.Base(name), "_test.go")
}

// Generated reports whether a comment above the declarations of file says that a
// tool generated it and nobody edits it, in the words of
// https://go.dev/s/generatedcode or in others. The output of cgo does not count:
// its source is hand-written, and its positions refer to that source.
func Generated(file *ast.File) bool {
	var doc *ast.CommentGroup
	end := file.FileEnd
	if len(file.Decls) > 0 {
		end = file.Decls[0].Pos()
		switch decl := file.Decls[0].(type) {
		case *ast.GenDecl:
			doc = decl.Doc
		case *ast.FuncDecl:
			doc = decl.Doc
		}
	}
	for _, group := range file.Comments {
		if group.Pos() > end || group == doc {
			break
		}
		for _, c := range group.List {
			if strings.Contains(c.Text, "enerated") && c.Text != "// Code generated by cmd/cgo; DO NOT EDIT." && generated.MatchString(c.Text) {
				return true
			}
		}
	}
	return false
}

// generated matches a line of a comment such as "Code generated by x. DO NOT EDIT."
var generated = regexp.MustCompile(`(?i)generated\b.*\bdo not (edit|modify)\b`)

// LastName returns the last identifier of an expression that names something,
// without what is done with it (x.items[i].Name(), *p): "Name", "p"; "" if there
// is none.
func LastName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.ParenExpr:
		return LastName(e.X)
	case *ast.StarExpr:
		return LastName(e.X)
	case *ast.UnaryExpr:
		return LastName(e.X)
	case *ast.IndexExpr:
		return LastName(e.X)
	case *ast.CallExpr:
		return LastName(e.Fun)
	case *ast.SliceExpr:
		return LastName(e.X)
	}
	return ""
}
