package heat

import (
	"go/ast"
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// isRead reports whether cond says that the method of an HTTP request is GET: the
// function is the handler of a route, and this what it is mostly asked for.
func (g *graph) isRead(cond ast.Expr) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	return ok && b.Op == token.EQL && g.isHTTPMethod(b.X) && g.isGet(b.Y)
}

// isReadCase reports whether the case at cur says so.
func (g *graph) isReadCase(cur inspector.Cursor) bool {
	stmt, ok := cur.Parent().Parent().Node().(*ast.SwitchStmt)
	clause := cur.Node().(*ast.CaseClause)
	switch {
	case !ok:
		return false
	case stmt.Tag == nil:
		return slices.ContainsFunc(clause.List, g.isRead)
	}
	return g.isHTTPMethod(stmt.Tag) && slices.ContainsFunc(clause.List, g.isGet)
}

func (g *graph) isHTTPMethod(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Method" && query.IsNamed(g.typeOf(sel.X), "net/http", "Request")
}

func (g *graph) isGet(e ast.Expr) bool {
	v := g.info.Types[e].Value
	return v != nil && v.Kind() == constant.String && constant.StringVal(v) == "GET"
}
