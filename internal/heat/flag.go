package heat

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// flag is a local variable that allows what an if statement does.
type flag struct {
	v    *types.Var
	on   bool // the value that allows it
	stmt *ast.IfStmt
}

// flagsOf returns the flags that the condition of stmt asks for: first, !done,
// also as operands of &&.
func (g *graph) flagsOf(stmt *ast.IfStmt) (flags []flag) {
	var find func(e ast.Expr, on bool)
	find = func(e ast.Expr, on bool) {
		switch e := ast.Unparen(e).(type) {
		case *ast.BinaryExpr:
			if e.Op == token.LAND && on {
				find(e.X, on)
				find(e.Y, on)
			}
		case *ast.UnaryExpr:
			if e.Op == token.NOT {
				find(e.X, !on)
			}
		case *ast.Ident:
			if v, ok := g.info.Uses[e].(*types.Var); ok && v.Kind() == types.LocalVar {
				flags = append(flags, flag{v, on, stmt})
			}
		}
	}
	find(stmt.Cond, true)
	return flags
}

// once reports whether the loop lets what f allows happen once: the flag is
// declared outside, turned off there or in each turn, and never on again.
func (f flag) once(info *types.Info, loop ast.Node) bool {
	if loop.Pos() <= f.v.Pos() && f.v.Pos() < loop.End() {
		return false
	}
	off, kept := false, true
	turnsOff := func(s ast.Stmt) bool {
		a, ok := s.(*ast.AssignStmt)
		if !ok || len(a.Lhs) != 1 || len(a.Rhs) != 1 || a.Tok != token.ASSIGN {
			return false
		}
		id, ok := a.Lhs[0].(*ast.Ident)
		value := info.Types[a.Rhs[0]].Value
		return ok && info.Uses[id] == f.v && value != nil && value.Kind() == constant.Bool && constant.BoolVal(value) != f.on
	}
	var body *ast.BlockStmt
	switch l := loop.(type) {
	case *ast.ForStmt:
		body = l.Body
	case *ast.RangeStmt:
		body = l.Body
	default:
		return false
	}
	for _, list := range [][]ast.Stmt{f.stmt.Body.List, body.List} {
		for _, s := range list {
			off = off || turnsOff(s)
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && info.Uses[id] == f.v {
					kept = kept && turnsOff(n)
				}
			}
		case *ast.UnaryExpr:
			if id, ok := n.X.(*ast.Ident); ok && n.Op == token.AND && info.Uses[id] == f.v {
				kept = false
			}
		}
		return kept
	})
	return off && kept
}

// isConstant reports whether cond always has the given value in this build, by
// itself or by an operand that decides: debug && n > 0, where debug is a constant.
func (g *graph) isConstant(cond ast.Expr, value bool) bool {
	if v := g.info.Types[cond].Value; v != nil {
		return v.Kind() == constant.Bool && constant.BoolVal(v) == value
	}
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.LOR && value || b.Op != token.LAND && !value {
		return false
	}
	return g.isConstant(b.X, value) || g.isConstant(b.Y, value)
}
