package errgroup

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

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
			ok = ok && !r.funcs.mentions(n, r.err)
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
	if _, leaves := list[len(list)-1].(*ast.SendStmt); !leaves {
		if _, leaves = list[len(list)-1].(*ast.ReturnStmt); !leaves {
			r.edits = append(r.edits, edit.Insert(lit.Body.Rbrace, "return nil\n"))
		}
	}
	return true
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
			if r.returnsIn(s) || r.funcs.mentions(s, r.err) {
				return false
			}
		}
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

// returnsIn reports whether a return of the task stands in s.
func (r *rewrite) returnsIn(s ast.Stmt) bool {
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = true
		}
		return true
	})
	return found
}

// end replaces the statements that wait, close the channel and read it.
func (r *rewrite) end() bool {
	var wait inspector.Cursor
	for use := range query.Uses(r.fn, r.TypesInfo, r.wg) {
		if sel, ok := use.Parent().Node().(*ast.SelectorExpr); ok && sel.Sel.Name == "Wait" {
			if wait.Valid() {
				return false
			}
			wait = use.Parent().Parent().Parent()
		}
	}
	if !wait.Valid() || wait.ParentEdgeKind() != edge.BlockStmt_List || query.Func(wait) != r.fn {
		return false
	}
	_, i := wait.ParentEdge()
	list := wait.Parent().Node().(*ast.BlockStmt).List
	if i+2 >= len(list) {
		return false
	}
	closes, ok := list[i+1].(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := closes.X.(*ast.CallExpr)
	if !ok || !r.TypesInfo.Types[call.Fun].IsBuiltin() || len(call.Args) != 1 || variable(r.TypesInfo, call.Args[0]) != r.err {
		return false
	}
	name, body, ok := r.reader(list[i+2])
	if !ok || query.HasCommentIn(r.file, wait.Node().Pos(), body.Pos()) || query.HasCommentIn(r.file, body.End(), list[i+2].End()) {
		return false
	}
	r.use(wait.Node())
	r.use(closes)
	head := "if " + name + " := " + r.name + ".Wait(); " + name + " != nil "
	pos := wait.Node().Pos()
	r.edits = append(r.edits, analysis.TextEdit{Pos: pos, End: body.Pos(), NewText: []byte(head)})
	if body.End() < list[i+2].End() {
		r.edits = append(r.edits, edit.Delete(body.End(), list[i+2].End()))
	}
	return true
}

// reader returns the variable and the block for the first error that is not
// nil of
//
//	for err := range errs { if err != nil { ... return } }
func (r *rewrite) reader(s ast.Stmt) (name string, body *ast.BlockStmt, ok bool) {
	loop, ok := s.(*ast.RangeStmt)
	if !ok || loop.Tok != token.DEFINE || variable(r.TypesInfo, loop.X) != r.err || len(loop.Body.List) != 1 {
		return "", nil, false
	}
	v, ok := loop.Key.(*ast.Ident)
	cond, isIf := loop.Body.List[0].(*ast.IfStmt)
	if !ok || !isIf || cond.Init != nil || cond.Else != nil || v.Name == "_" {
		return "", nil, false
	}
	b, ok := cond.Cond.(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ || variable(r.TypesInfo, b.X) != r.TypesInfo.Defs[v] || !r.TypesInfo.Types[b.Y].IsNil() {
		return "", nil, false
	}
	n := len(cond.Body.List)
	if n == 0 {
		return "", nil, false
	}
	if _, ok := cond.Body.List[n-1].(*ast.ReturnStmt); !ok {
		return "", nil, false
	}
	r.use(loop.X)
	return v.Name, cond.Body, true
}
