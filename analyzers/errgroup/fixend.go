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
	if _, ok := wait.Node().(*ast.ExprStmt); !ok {
		return false // deferred
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
	if recv := r.receive(list[i+2]); recv != nil && r.failures == r.sent {
		r.use(wait.Node())
		r.use(closes)
		r.use(recv)
		r.edits = append(r.edits, edit.Replace(recv, r.name+".Wait()"))
		return r.remove(list[i]) && r.remove(closes)
	}
	name, body, ok := r.reader(list[i+2])
	if !ok || query.HasCommentIn(r.file, list[i+2].Pos(), body.Pos()) || query.HasCommentIn(r.file, body.End(), list[i+2].End()) {
		return false
	}
	r.use(wait.Node())
	r.use(closes)
	head := "if " + name + " := " + r.name + ".Wait(); " + name + " != nil "
	pos := wait.Node().Pos()
	if query.HasCommentIn(r.file, pos, list[i+2].Pos()) { // "check for errors"
		pos = list[i+2].Pos()
		if !r.remove(list[i]) || !r.remove(closes) {
			return false
		}
	}
	r.edits = append(r.edits, analysis.TextEdit{Pos: pos, End: body.Pos(), NewText: []byte(head)})
	if body.End() < list[i+2].End() {
		r.edits = append(r.edits, edit.Delete(body.End(), list[i+2].End()))
	}
	return true
}

// receive returns the <-errs that is all that a statement, or the first part of
// it, evaluates:
//
//	return <-errs
//	err := <-errs
//	if err := <-errs; err != nil { ... }
func (r *rewrite) receive(s ast.Stmt) ast.Expr {
	var values []ast.Expr
	switch s := s.(type) {
	case *ast.ReturnStmt:
		values = s.Results
	case *ast.AssignStmt:
		if len(s.Lhs) == 1 {
			values = s.Rhs // err, ok := <-errs tells more
		}
	case *ast.IfStmt:
		if s.Init != nil {
			return r.receive(s.Init)
		}
	}
	if len(values) != 1 {
		return nil
	}
	recv, ok := values[0].(*ast.UnaryExpr)
	if !ok || recv.Op != token.ARROW || variable(r.TypesInfo, recv.X) != r.err {
		return nil
	}
	return recv
}

// reader returns the variable and the block for the first error that is not
// nil of
//
//	for err := range errs { if err != nil { ... return } }
//
// or, if the tasks send nothing else, for the first error.
func (r *rewrite) reader(s ast.Stmt) (name string, body *ast.BlockStmt, ok bool) {
	loop, ok := s.(*ast.RangeStmt)
	if !ok || loop.Tok != token.DEFINE || variable(r.TypesInfo, loop.X) != r.err || len(loop.Body.List) == 0 {
		return "", nil, false
	}
	v, ok := loop.Key.(*ast.Ident)
	if _, leaves := loop.Body.List[len(loop.Body.List)-1].(*ast.ReturnStmt); ok && leaves && v.Name != "_" && r.failures == r.sent {
		r.use(loop.X)
		return v.Name, loop.Body, !jumps(loop.Body)
	}
	if len(loop.Body.List) != 1 {
		return "", nil, false
	}
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
	if _, ok := cond.Body.List[n-1].(*ast.ReturnStmt); !ok || jumps(cond.Body) {
		return "", nil, false
	}
	r.use(loop.X)
	return v.Name, cond.Body, true
}

// jumps reports whether the body of a loop over errors may go on with the next,
// or elsewhere.
func jumps(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BranchStmt:
			found = found || n.Tok == token.CONTINUE || n.Tok == token.BREAK || n.Tok == token.GOTO
		}
		return !found
	})
	return found
}

// isFailure reports whether a value that a task sends is an error: what it has
// compared with nil around the send, or makes there.
func (r *rewrite) isFailure(send *ast.SendStmt) bool {
	if call, ok := ast.Unparen(send.Value).(*ast.CallExpr); ok {
		fn := query.Callee(r.TypesInfo, call)
		return query.IsFunc(fn, "fmt", "Errorf") || query.IsFunc(fn, "errors", "New")
	}
	v := variable(r.TypesInfo, send.Value)
	cur, ok := r.fn.FindNode(send)
	if v == nil || !ok || cur.ParentEdgeKind() != edge.BlockStmt_List || cur.Parent().ParentEdgeKind() != edge.IfStmt_Body {
		return false
	}
	b, ok := ast.Unparen(cur.Parent().Parent().Node().(*ast.IfStmt).Cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ || variable(r.TypesInfo, b.X) != v || !r.TypesInfo.Types[b.Y].IsNil() {
		return false
	}
	for use := range query.Uses(cur.Parent(), r.TypesInfo, v) {
		if use.ParentEdgeKind() == edge.AssignStmt_Lhs || use.ParentEdgeKind() == edge.UnaryExpr_X {
			return false
		}
	}
	return true
}
