package errgroup

import (
	"go/ast"
	"go/token"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/query"
)

// task turns the sends of a task, whose statements after the deferred Done are
// list, into results.
func (r *rewrite) task(lit *ast.FuncLit, list []ast.Stmt) bool {
	ok := true
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			ok = ok && !query.Mentions(r.TypesInfo, n, r.err)
		case *ast.CallExpr:
			id, isName := n.Fun.(*ast.Ident)
			ok = ok && !(isName && id.Name == "recover")
		case *ast.LabeledStmt:
			ok = false
		}
		return ok
	})
	if !ok || len(list) == 0 || !r.block(list, true) {
		return false
	}
	if !r.terminates(list[len(list)-1]) {
		r.edits = append(r.edits, edit.Insert(lit.Body.Rbrace, "return nil\n"))
	}
	return true
}

// terminates reports whether nothing follows the last statement of a task, in
// the sense of the language, when its sends are returns.
func (r *rewrite) terminates(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.SendStmt:
		return r.sends(s)
	case *ast.ReturnStmt:
		return true
	case *ast.BlockStmt:
		return len(s.List) > 0 && r.terminates(s.List[len(s.List)-1])
	case *ast.IfStmt:
		return s.Else != nil && r.terminates(s.Body) && r.terminates(s.Else)
	case *ast.ForStmt:
		return s.Cond == nil && !breaks(s.Body)
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		id, ok := call.Fun.(*ast.Ident)
		return ok && id.Name == "panic" && r.TypesInfo.Types[id].IsBuiltin()
	}
	return false
}

// breaks reports whether the body of a loop may leave it by a break; labels there
// are none.
func breaks(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			return false
		case *ast.BranchStmt:
			found = found || n.Tok == token.BREAK
		}
		return !found
	})
	return found
}

// block rewrites a list of statements; tail tells whether the task ends after
// them.
func (r *rewrite) block(list []ast.Stmt, tail bool) bool {
	for i, s := range list {
		switch s := s.(type) {
		case *ast.SendStmt:
			if !r.send(list, i, tail) {
				return false
			}
		case *ast.ReturnStmt:
			if i > 0 {
				if send, ok := list[i-1].(*ast.SendStmt); ok && r.sends(send) {
					continue // done with the send
				}
			}
			r.edits = append(r.edits, edit.Replace(s, "return nil"))
		case *ast.IfStmt:
			if !r.branch(s, tail && i == len(list)-1) {
				return false
			}
		default:
			if !r.nested(s) {
				return false
			}
		}
	}
	return true
}

// nested rewrites the blocks in another statement.
func (r *rewrite) nested(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.BlockStmt:
		return r.block(s.List, false)
	case *ast.ForStmt:
		return r.block(s.Body.List, false)
	case *ast.RangeStmt:
		return r.block(s.Body.List, false)
	case *ast.SwitchStmt:
		return r.block(s.Body.List, false)
	case *ast.TypeSwitchStmt:
		return r.block(s.Body.List, false)
	case *ast.SelectStmt:
		return r.block(s.Body.List, false)
	case *ast.CaseClause:
		return r.block(s.Body, false)
	case *ast.CommClause:
		return r.block(s.Body, false)
	}
	return true
}

// sends reports whether s sends to the channel of errors.
func (r *rewrite) sends(s *ast.SendStmt) bool {
	return variable(r.TypesInfo, s.Chan) == r.err
}

// send turns the send at list[i], and the return behind it, into a return.
func (r *rewrite) send(list []ast.Stmt, i int, tail bool) bool {
	s := list[i].(*ast.SendStmt)
	if !r.sends(s) {
		return true
	}
	r.use(s.Chan)
	r.sent++
	if r.isFailure(s) {
		r.failures++
	}
	switch {
	case i == len(list)-1 && tail:
		return r.returns(s.Pos(), s.Value.Pos(), "")
	case i == len(list)-2:
		ret, ok := list[i+1].(*ast.ReturnStmt)
		if !ok || query.HasCommentIn(r.file, s.End(), ret.End()) {
			return false
		}
		r.edits = append(r.edits, edit.Delete(s.End(), ret.End()))
		return r.returns(s.Pos(), s.Value.Pos(), "")
	}
	return false
}

// branch rewrites an if statement.
func (r *rewrite) branch(s *ast.IfStmt, tail bool) bool {
	if !r.block(s.Body.List, tail) {
		return false
	}
	switch els := s.Else.(type) {
	case *ast.BlockStmt:
		return r.block(els.List, tail)
	case *ast.IfStmt:
		return r.branch(els, tail)
	}
	return true
}
