package errgroup

import (
	"go/ast"
	"go/token"
	"slices"
)

// blocksTurns reports whether the turns of a loop may wait for others. Who waits
// before he leaves the loop, or passes over an element, as to tell that its task
// cannot be made, does not limit the others.
func (f *functions) blocksTurns(loop ast.Node, body *ast.BlockStmt) bool {
	if _, ok := loop.(*ast.FuncLit); ok {
		return f.blocks(body) // of which a return ends but the turn
	}
	_, ranged := loop.(*ast.RangeStmt)
	return slices.ContainsFunc(body.List, func(s ast.Stmt) bool {
		cond, ok := s.(*ast.IfStmt)
		if !ok || !leaves(cond.Body) && !(ranged && continues(cond.Body)) {
			return f.blocks(s)
		}
		return cond.Init != nil && f.blocks(cond.Init) || f.blocks(cond.Cond) || cond.Else != nil && f.blocks(cond.Else)
	})
}

// continues reports whether a block ends the turn of the loop around it.
func continues(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	last, ok := body.List[len(body.List)-1].(*ast.BranchStmt)
	return ok && last.Tok == token.CONTINUE
}

func loopBody(loop ast.Node) *ast.BlockStmt {
	switch loop := loop.(type) {
	case *ast.ForStmt:
		return loop.Body
	case *ast.RangeStmt:
		return loop.Body
	case *ast.FuncLit:
		return loop.Body
	}
	return nil
}
