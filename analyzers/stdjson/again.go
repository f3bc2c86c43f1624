package stdjson

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// again reports a text that is decoded although its function has decoded it
// before: each time all of it is read, however little is wanted.
func (c *checker) again(s *call) bool {
	text := c.decoded(s)
	if text == nil || c.chosen(s.cur, nil, nil) || c.inLoop(s.cur) {
		return false // which of them run is not known
	}
	for _, before := range c.calls {
		if before.expr.Pos() >= s.expr.Pos() {
			break
		}
		if c.decoded(before) != text || c.decl(before) != c.decl(s) || c.inLoop(before.cur) || c.Heat.Cold(before.cur) != "" || c.settles(before.cur) {
			continue
		}
		c.waste(s, rule.Finding{
			Cur:     s.cur,
			Message: fmt.Sprintf("%s is decoded again, after line %d", text.Name(), c.Fset.Position(before.expr.Pos()).Line),
			Remedy:  "decode it once, into a struct of all that is read",
			Cost:    decodeCost,
			Note:    heat.Request,
		})
		break
	}
	return false // the codec may matter still
}

// decoded returns the variable whose text s decodes, if it is set but once.
func (c *checker) decoded(s *call) *types.Var {
	if s.name != "Unmarshal" {
		return nil
	}
	id, ok := ast.Unparen(s.args[0]).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.Kind() != types.LocalVar && v.Kind() != types.ParamVar {
		return nil
	}
	sets := 0
	for _, use := range c.mentions(v) {
		switch use.ParentEdgeKind() {
		case edge.AssignStmt_Lhs:
			sets++
		case edge.UnaryExpr_X, edge.RangeStmt_Key, edge.RangeStmt_Value:
			return nil
		}
	}
	if v.Kind() == types.ParamVar {
		sets++
	}
	if sets > 1 {
		return nil
	}
	return v
}

// settles reports whether nothing follows the decoding at cur where it succeeds:
// its block returns, or a test of its error for nil comes next.
func (c *checker) settles(cur inspector.Cursor) bool {
	for ; cur.Valid() && cur.Node() != nil; cur = cur.Parent() {
		switch n := cur.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		case *ast.IfStmt:
			if c.isSuccess(n.Cond) {
				return true
			}
		}
		var list []ast.Stmt
		switch kind := cur.ParentEdgeKind(); kind {
		case edge.BlockStmt_List:
			list = cur.Parent().Node().(*ast.BlockStmt).List
		case edge.CaseClause_Body:
			list = cur.Parent().Node().(*ast.CaseClause).Body
		default:
			continue
		}
		_, i := cur.ParentEdge()
		if i+1 < len(list) {
			if next, ok := list[i+1].(*ast.IfStmt); ok && c.isSuccess(next.Cond) {
				return true
			}
		}
		if up := cur.Parent().ParentEdgeKind(); up == edge.FuncDecl_Body || up == edge.FuncLit_Body {
			return false
		}
		switch list[len(list)-1].(type) {
		case *ast.ReturnStmt, *ast.BranchStmt:
			return true
		}
	}
	return false
}

// isSuccess reports whether cond tests an error for nil.
func (c *checker) isSuccess(cond ast.Expr) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	return ok && b.Op == token.EQL && c.isErrorTest(cond)
}
