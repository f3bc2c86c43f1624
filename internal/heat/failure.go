package heat

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
)

// answersFailure reports whether the block ends a request that failed: it
// returns after a call that is given an HTTP status of 400 or more. Few requests
// fail where it is busy.
func (g *graph) answersFailure(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	ret, ok := body.List[len(body.List)-1].(*ast.ReturnStmt)
	if !ok {
		return false
	}
	for _, e := range ret.Results {
		if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && g.tellsFailure(call) {
			return true
		}
	}
	for _, stmt := range body.List {
		if s, ok := stmt.(*ast.ExprStmt); ok {
			if call, ok := s.X.(*ast.CallExpr); ok && g.tellsFailure(call) {
				return true
			}
		}
	}
	return false
}

// tellsFailure reports whether an argument of call is a status of net/http that
// says that the request failed, or call is of http.Error or http.NotFound.
func (g *graph) tellsFailure(call *ast.CallExpr) bool {
	if fn := query.Callee(g.info, call); query.IsFunc(fn, "net/http", "Error") || query.IsFunc(fn, "net/http", "NotFound") {
		return true
	}
	for _, arg := range call.Args {
		sel, ok := ast.Unparen(arg).(*ast.SelectorExpr)
		if !ok {
			continue
		}
		status, ok := g.info.Uses[sel.Sel].(*types.Const)
		if !ok || status.Pkg().Path() != "net/http" || !strings.HasPrefix(status.Name(), "Status") {
			continue
		}
		if code, ok := constant.Int64Val(status.Val()); ok && code >= 400 {
			return true
		}
	}
	return false
}
