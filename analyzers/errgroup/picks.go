package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// picks reports whether a call is of a function of the package that collects
// elements, and stops when it has as many as a constant says.
func (s *sources) picks(call *ast.CallExpr) bool {
	decl := s.funcs.callee(call)
	if decl == nil {
		return false
	}
	cur, ok := s.Heat.Root().FindNode(decl)
	if !ok {
		return false
	}
	in := s.in(cur)
	capped := false
	for at := range cur.Preorder((*ast.CallExpr)(nil)) {
		call := at.Node().(*ast.CallExpr)
		if !isAppend(s.TypesInfo, call) {
			continue
		}
		if !in.stopsAppending(at, variable(s.TypesInfo, call.Args[0])) {
			return false
		}
		capped = true
	}
	return capped
}

// stopsAppending reports whether the loop around an append to v ends when v has
// a constant number of elements: for len(v) < 2, if len(v) >= 2 { break }.
func (s *sources) stopsAppending(at inspector.Cursor, v *types.Var) bool {
	for cur := range at.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		if loop, ok := cur.Node().(*ast.ForStmt); ok && loop.Cond != nil && s.bounds(loop.Cond, v, token.LAND, token.LSS, token.LEQ) {
			return true
		}
		for _, stmt := range loopBody(cur.Node()).List {
			cond, ok := stmt.(*ast.IfStmt)
			if ok && leaves(cond.Body) && s.bounds(cond.Cond, v, token.LOR, token.GEQ, token.GTR, token.EQL) {
				return true
			}
		}
		break
	}
	return false
}

// leaves reports whether a block ends the loop around it.
func leaves(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	switch last := body.List[len(body.List)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return last.Tok == token.BREAK
	}
	return false
}

// bounds reports whether e, or one of the conditions that join connects to it,
// compares len(v) with a small constant by one of ops.
func (s *sources) bounds(e ast.Expr, v *types.Var, join token.Token, ops ...token.Token) bool {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok || v == nil {
		return false
	}
	if b.Op == join {
		return s.bounds(b.X, v, join, ops...) || s.bounds(b.Y, v, join, ops...)
	}
	of := s.lenOf(b.X)
	most := s.TypesInfo.Types[b.Y].Value
	return slices.Contains(ops, b.Op) && of != nil && variable(s.TypesInfo, of) == v && most != nil && !s.exceeds(most)
}
