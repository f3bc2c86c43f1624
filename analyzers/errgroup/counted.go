package errgroup

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// counted returns the size of what a loop runs over that is no range loop.
func (s *sources) counted(cur inspector.Cursor, loop *ast.ForStmt) (size, string) {
	if x := s.drains(loop); x != nil && s.joined(cur) {
		return many, "what " + types.ExprString(x) + " yields"
	}
	switch cond := ast.Unparen(loop.Cond).(type) {
	case *ast.CallExpr: // for rows.Next()
		if sel, ok := ast.Unparen(cond.Fun).(*ast.SelectorExpr); ok && slices.Contains([]string{"Next", "Scan", "HasNext", "More"}, sel.Sel.Name) && !s.isDialogue(sel.X) {
			return many, "what " + types.ExprString(sel.X) + " yields"
		}
	case *ast.BinaryExpr:
		if loop.Post == nil {
			return few, ""
		}
		switch cond.Op {
		case token.LSS, token.LEQ, token.NEQ:
			return s.count(cond.Y)
		case token.GTR, token.GEQ:
			if init, ok := loop.Init.(*ast.AssignStmt); ok && len(init.Rhs) == 1 {
				return s.count(init.Rhs[0])
			}
		}
	}
	return few, ""
}

// drains returns x of a loop that takes elements by x.Next until there are no
// more, which one of its first statements looks at:
//
//	for { e, err := x.Next(); if err == io.EOF { break }; ... }
func (s *sources) drains(loop *ast.ForStmt) ast.Expr {
	if loop.Cond != nil || len(loop.Body.List) < 3 {
		return nil
	}
	take, ok := loop.Body.List[0].(*ast.AssignStmt)
	if !ok || len(take.Rhs) != 1 {
		return nil
	}
	call, ok := ast.Unparen(take.Rhs[0]).(*ast.CallExpr)
	if !ok || !strings.HasPrefix(query.LastName(call.Fun), "Next") || receiver(call) == nil {
		return nil
	}
	for _, stmt := range loop.Body.List[1:] {
		cond, ok := stmt.(*ast.IfStmt)
		if !ok || len(cond.Body.List) == 0 {
			return nil
		}
		if last, ok := cond.Body.List[len(cond.Body.List)-1].(*ast.BranchStmt); ok && last.Tok == token.BREAK {
			return receiver(call)
		}
	}
	return nil
}

// count returns the size that the number n stands for. Numbers that are neither
// the length of anything nor fetched are chosen: workers, processors.
func (s *sources) count(n ast.Expr) (size, string) {
	n = ast.Unparen(n)
	if v := s.TypesInfo.Types[n].Value; v != nil {
		if s.exceeds(v) {
			return many, v.String() + " turns"
		}
		return few, ""
	}
	if s.total(n) {
		return many, text(n) + " turns"
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		if of := s.lenOf(n); of != nil {
			return s.of(of), text(of)
		}
		if len(n.Args) == 1 && s.TypesInfo.Types[n.Fun].IsType() {
			return s.count(n.Args[0])
		}
		if query.IsMethod(query.Callee(s.TypesInfo, n), "reflect", "Value", "Len") {
			return unknown, text(receiver(n))
		}
	case *ast.BinaryExpr:
		if n.Op == token.SUB {
			return s.count(n.X)
		}
	case *ast.Ident:
		v, _ := s.TypesInfo.Uses[n].(*types.Var)
		if v == nil || v.Kind() != types.LocalVar || s.active[v] {
			return few, ""
		}
		if values := s.values(v); len(values) == 1 && values[0].expr != nil && !values[0].unpacked {
			s.active[v] = true
			defer delete(s.active, v)
			return s.count(values[0].expr)
		}
	}
	return few, ""
}

// lenOf returns x if e is len(x), else nil.
func (s *sources) lenOf(e ast.Expr) ast.Expr {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) != 1 {
		return nil
	}
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); !ok || id.Name != "len" || !s.TypesInfo.Types[id].IsBuiltin() {
		return nil
	}
	return call.Args[0]
}

// isConstant reports whether a loop counts to a constant.
func (c *checker) isConstant(loop ast.Node) bool {
	switch loop := loop.(type) {
	case *ast.RangeStmt:
		return c.TypesInfo.Types[loop.X].Value != nil
	case *ast.ForStmt:
		cond, ok := ast.Unparen(loop.Cond).(*ast.BinaryExpr)
		return ok && c.TypesInfo.Types[cond.Y].Value != nil
	}
	return false
}

// exceeds reports whether a constant is too large a number of goroutines.
func (s *sources) exceeds(n constant.Value) bool {
	return constant.Compare(constant.ToInt(n), token.GTR, constant.MakeInt64(int64(s.opts.MaxConst)))
}
