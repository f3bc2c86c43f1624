package stdjson

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// ofParameter reports whether s is about a parameter that a request may lack: the
// function returns before s where it does, or s stands in a loop over its values.
func (c *checker) ofParameter(s *call) bool {
	for loop := range c.Heat.Loops(s.cur) { // the innermost
		if n, ok := loop.Node().(*ast.RangeStmt); ok && c.isParameter(n.X) {
			return true
		}
		break
	}
	for cur := s.cur; cur.Valid() && cur.Node() != nil; cur = cur.Parent() {
		if _, ok := cur.Node().(*ast.FuncLit); ok {
			return false
		}
		if cur.ParentEdgeKind() != edge.BlockStmt_List {
			continue
		}
		block := cur.Parent().Node().(*ast.BlockStmt)
		_, i := cur.ParentEdge()
		if slices.ContainsFunc(block.List[:i], c.leavesWithout) {
			return true
		}
	}
	return false
}

// leavesWithout reports whether the statement returns, with no error, where a
// parameter is empty.
func (c *checker) leavesWithout(stmt ast.Stmt) bool {
	test, ok := stmt.(*ast.IfStmt)
	if !ok || len(test.Body.List) != 1 {
		return false
	}
	ret, ok := test.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) == 0 || !c.TypesInfo.Types[ret.Results[len(ret.Results)-1]].IsNil() {
		return false
	}
	cond, ok := ast.Unparen(test.Cond).(*ast.BinaryExpr)
	if !ok || cond.Op != token.EQL || c.TypesInfo.Types[cond.Y].Value == nil {
		return false
	}
	x := ast.Unparen(cond.X)
	if call, ok := x.(*ast.CallExpr); ok && c.isBuiltin(call, "len") {
		x = call.Args[0]
	}
	return c.isParameter(x)
}

// isParameter reports whether e is what stands under a constant name: the element
// of a map of lists of strings, such as the values of a form or the header, or
// what a method like Get makes of a name; or a variable with nothing else in it.
func (c *checker) isParameter(e ast.Expr) bool {
	e = ast.Unparen(e)
	if v := c.local(e); v != nil {
		values := c.values(v)
		return len(values) == 1 && c.local(values[0]) == nil && c.isParameter(values[0])
	}
	switch e := e.(type) {
	case *ast.IndexExpr:
		m, ok := c.TypesInfo.TypeOf(e.X).Underlying().(*types.Map)
		return ok && types.TypeString(m.Elem().Underlying(), nil) == "[]string" && c.TypesInfo.Types[e.Index].Value != nil
	case *ast.CallExpr:
		return len(e.Args) == 1 && c.TypesInfo.Types[e.Args[0]].Value != nil &&
			slices.Contains([]string{"Get", "FormValue", "PostFormValue", "Query", "QueryParam", "PostForm"}, calledName(e))
	}
	return false
}

// logged reports whether what s makes is only logged, or s is a part of a logger.
func (c *checker) logged(s *call) bool {
	if decl, ok := c.decl(s).Node().(*ast.FuncDecl); ok {
		if fn, ok := c.TypesInfo.Defs[decl.Name].(*types.Func); ok && heat.IsLogging(fn) {
			return true
		}
	}
	if s.encodes() && c.inLogArgument(s.cur) {
		return true
	}
	text := c.result(s)
	if text == nil || !s.encodes() {
		return false
	}
	logs := false
	for use := range query.Uses(c.decl(s), c.TypesInfo, text) {
		if logs = c.isLogged(use); !logs {
			return false
		}
	}
	return logs
}

// isLogged reports whether the text at use is an argument of a function that logs,
// also as a string.
func (c *checker) isLogged(use inspector.Cursor) bool {
	call, ok := use.Parent().Node().(*ast.CallExpr)
	if !ok || use.ParentEdgeKind() != edge.CallExpr_Args {
		return false
	}
	if c.TypesInfo.Types[call.Fun].IsType() {
		return c.isLogged(use.Parent())
	}
	return heat.IsLogging(query.Callee(c.TypesInfo, call))
}

// inLogArgument reports whether cur stands in a literal that is, or makes, an argument
// of a function that logs: it runs where the level is on.
func (c *checker) inLogArgument(cur inspector.Cursor) bool {
	lit := query.Func(cur)
	if _, ok := lit.Node().(*ast.FuncLit); !ok {
		return false
	}
	for cur := lit; cur.ParentEdgeKind() == edge.CallExpr_Args; cur = cur.Parent() {
		if heat.IsLogging(query.Callee(c.TypesInfo, cur.Parent().Node().(*ast.CallExpr))) {
			return true
		}
	}
	return false
}
