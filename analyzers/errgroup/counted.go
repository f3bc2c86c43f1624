package errgroup

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// counted returns the size of what a three-clause or condition loop runs over.
func (s *sources) counted(loop *ast.ForStmt) (size, string) {
	switch cond := ast.Unparen(loop.Cond).(type) {
	case *ast.CallExpr: // for rows.Next()
		if sel, ok := ast.Unparen(cond.Fun).(*ast.SelectorExpr); ok && slices.Contains([]string{"Next", "Scan", "HasNext", "More"}, sel.Sel.Name) {
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

// exceeds reports whether a constant is too large a number of goroutines.
func (s *sources) exceeds(n constant.Value) bool {
	return constant.Compare(constant.ToInt(n), token.GTR, constant.MakeInt64(int64(s.opts.MaxConst)))
}
