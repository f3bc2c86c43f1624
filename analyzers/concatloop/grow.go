package concatloop

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/edit"
)

// grow reserves the final size before loops where it is known: those that add
// equally long constants, one for each element.
func (b *builderFix) grow() {
	done := make(map[*ast.RangeStmt]bool)
	for _, l := range b.loops {
		s, ok := l.cur.Node().(*ast.RangeStmt)
		if !ok || done[s] || !inList(l.cur) || !b.hasLen(s.X) {
			continue
		}
		done[s] = true
		n, ok := b.perTurn(s.Body.List)
		if !ok || n == 0 {
			continue
		}
		size := "len(" + types.ExprString(s.X) + ")"
		if n > 1 {
			size = fmt.Sprintf("%s * %d", size, n)
		}
		b.edits = append(b.edits, edit.Insert(s.Pos(), fmt.Sprintf("%s.Grow(%s)\n%s", b.v.Name(), size, b.indent(s))))
	}
}

// hasLen reports whether x is a variable whose length bounds the turns of a
// loop that ranges over it.
func (b *builderFix) hasLen(x ast.Expr) bool {
	p, ok := placeOf(b.TypesInfo, x)
	if !ok || p.root == b.v || len(p.deps) > 0 {
		return false
	}
	switch t := b.TypesInfo.TypeOf(x).Underlying().(type) {
	case *types.Slice, *types.Array:
		return true
	case *types.Basic:
		return t.Info()&types.IsString != 0
	}
	return false
}

// perTurn returns how many bytes the statements write, if that is a constant on
// every path through them.
func (b *builderFix) perTurn(list []ast.Stmt) (n int, ok bool) {
	for _, s := range list {
		k, ok := b.bytesOf(s)
		if !ok {
			return 0, false
		}
		n += k
	}
	return n, true
}

func (b *builderFix) bytesOf(s ast.Stmt) (n int, ok bool) {
	for _, g := range b.group {
		if g.stmt == s {
			return constantLen(b.TypesInfo, g.pieces)
		}
	}
	switch s := s.(type) {
	case *ast.BlockStmt:
		return b.perTurn(s.List)
	case *ast.IfStmt:
		if s.Else == nil {
			return 0, false
		}
		n, ok := b.bytesOf(s.Body)
		m, ok2 := b.bytesOf(s.Else)
		return n, ok && ok2 && n == m
	}
	return 0, false
}

// constantLen returns the length of constant pieces.
func constantLen(info *types.Info, pieces []ast.Expr) (n int, ok bool) {
	for _, e := range pieces {
		v := info.Types[e].Value
		if v == nil || v.Kind() != constant.String {
			return 0, false
		}
		n += len(constant.StringVal(v))
	}
	return n, true
}
