package heat

import (
	"go/ast"
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// isRead reports whether cond says that the method of an HTTP request is GET, or may
// be: the function is the handler of a route, and this what it is mostly asked for.
func (g *graph) isRead(cond ast.Expr) bool {
	return slices.Contains(g.methodsIn(cond), "GET")
}

// methodsIn returns the methods of an HTTP request of which cond asks for one.
func (g *graph) methodsIn(cond ast.Expr) []string {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
	case b.Op == token.LOR:
		x, y := g.methodsIn(b.X), g.methodsIn(b.Y)
		if len(x) > 0 && len(y) > 0 { // else it may be anything
			return append(x, y...)
		}
	case b.Op == token.EQL && g.isHTTPMethod(b.X):
		if method := g.constant(b.Y); method != "" {
			return []string{method}
		}
	}
	return nil
}

// methodsOf returns the methods that the case at cur is for, if it is about them.
func (g *graph) methodsOf(cur inspector.Cursor) (methods []string) {
	stmt, ok := cur.Parent().Parent().Node().(*ast.SwitchStmt)
	if !ok || stmt.Tag != nil && !g.isHTTPMethod(stmt.Tag) {
		return nil
	}
	for _, e := range cur.Node().(*ast.CaseClause).List {
		if stmt.Tag == nil {
			methods = append(methods, g.methodsIn(e)...)
		} else if method := g.constant(e); method != "" {
			methods = append(methods, method)
		}
	}
	return methods
}

// changes reports whether requests of one of these methods, for which fn asks, change
// something: POST does where the function answers GET, too.
func (g *graph) changes(fn inspector.Cursor, methods []string) bool {
	return len(methods) > 0 && !slices.ContainsFunc(methods, func(method string) bool {
		switch method {
		case "PUT", "PATCH", "DELETE":
			return false
		case "POST":
			return !g.answersGet(fn)
		}
		return true
	})
}

// answersGet reports whether fn tells GET from other methods.
func (g *graph) answersGet(fn inspector.Cursor) bool {
	for cur := range fn.Preorder((*ast.BinaryExpr)(nil), (*ast.CaseClause)(nil)) {
		if e, ok := cur.Node().(ast.Expr); ok && g.isRead(e) {
			return true
		}
		if _, ok := cur.Node().(*ast.CaseClause); ok && slices.Contains(g.methodsOf(cur), "GET") {
			return true
		}
	}
	return false
}

func (g *graph) isHTTPMethod(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Method" && query.IsNamed(g.typeOf(sel.X), "net/http", "Request")
}

// constant returns the constant string that e is, or "".
func (g *graph) constant(e ast.Expr) string {
	if v := g.info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}
