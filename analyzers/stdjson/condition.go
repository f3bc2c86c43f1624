package stdjson

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// chosen reports whether a condition of its function, other than that of an
// error or of something that was not found, decides whether cur runs. Conditions
// around the loop within, if it is not nil, do not count, nor those about the format
// of the text, if it is not nil.
func (c *checker) chosen(cur inspector.Cursor, within ast.Node, text ast.Expr) bool {
	for ; cur.Valid() && cur.Node() != nil && cur.Node() != within; cur = cur.Parent() {
		switch cur.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
		switch cur.ParentEdgeKind() {
		case edge.IfStmt_Body:
			if cond := cur.Parent().Node().(*ast.IfStmt).Cond; !c.isErrorTest(cond) && (text == nil || !c.testsFormat(cond, text)) {
				return true
			}
		case edge.IfStmt_Else, edge.CaseClause_Body:
			return true
		}
	}
	return false
}

// testsFormat reports whether cond asks what kind of text e is, such as whether it
// is JSON at all. That it is empty says that few values have it.
func (c *checker) testsFormat(cond, e ast.Expr) bool {
	if b, ok := ast.Unparen(cond).(*ast.BinaryExpr); ok && c.isText(b.Y, "") {
		return false
	}
	var text types.Object
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && c.TypesInfo.Types[id].IsValue() {
			text = c.TypesInfo.Uses[id]
		}
		return text == nil
	})
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if id, ok := n.Fun.(*ast.Ident); ok && c.TypesInfo.Types[id].IsBuiltin() {
				return false
			}
			found = found || slices.ContainsFunc(n.Args, func(arg ast.Expr) bool { return query.Mentions(c.TypesInfo, arg, text) })
		case *ast.IndexExpr:
			found = found || query.Mentions(c.TypesInfo, n.X, text)
		}
		return !found
	})
	return text != nil && found
}

// isErrorTest reports whether cond compares an error with nil, or is what tells
// that something was found.
func (c *checker) isErrorTest(cond ast.Expr) bool {
	if id, ok := ast.Unparen(cond).(*ast.Ident); ok {
		return slices.Contains([]string{"ok", "found", "exists", "hit"}, id.Name)
	}
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if ok && b.Op == token.NEQ && c.TypesInfo.Types[b.Y].Value != nil && c.TypesInfo.Types[b.Y].Value.ExactString() == "-1" {
		return true // the place of something
	}
	return ok && c.TypesInfo.Types[b.Y].IsNil() && types.Identical(c.TypesInfo.TypeOf(b.X), types.Universe.Lookup("error").Type())
}
