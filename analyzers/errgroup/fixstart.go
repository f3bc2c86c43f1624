package errgroup

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/query"
)

// starts turns the go statements into calls of Go, and removes what counts the
// tasks.
func (r *rewrite) starts() bool {
	for use := range query.Uses(r.fn, r.TypesInfo, r.wg) {
		sel, ok := use.Parent().Node().(*ast.SelectorExpr)
		if !ok {
			return false
		}
		if sel.Sel.Name != "Add" {
			continue
		}
		call := use.Parent().Parent()
		stmt, ok := call.Parent().Node().(*ast.ExprStmt)
		if !ok {
			return false
		}
		add, ok := stmt.X.(*ast.CallExpr)
		if !ok || len(add.Args) != 1 || !r.harmless(add.Args[0]) || !r.remove(stmt) {
			return false
		}
	}
	for _, s := range r.tasks {
		if !r.start(s) {
			return false
		}
	}
	return true
}

// start rewrites one start and its task.
func (r *rewrite) start(s start) bool {
	lit := s.task.(*ast.FuncLit)
	copies, ok := r.captures(s.call, lit)
	if len(lit.Body.List) == 0 || lit.Type.Results != nil || !ok {
		return false
	}
	list := lit.Body.List
	if goStmt, ok := s.cur.Node().(*ast.GoStmt); ok {
		first, ok := list[0].(*ast.DeferStmt)
		if !ok || !query.IsMethod(query.Callee(r.TypesInfo, first.Call), "sync", "WaitGroup", "Done") || !r.remove(first) {
			return false
		}
		list = list[1:]
		if query.HasCommentIn(r.file, goStmt.Pos(), lit.Body.Lbrace) || query.HasCommentIn(r.file, lit.Body.Rbrace, goStmt.End()) {
			return false
		}
		r.edits = append(r.edits,
			analysis.TextEdit{Pos: goStmt.Pos(), End: lit.Body.Lbrace, NewText: []byte(r.name + ".Go(func() error ")},
			analysis.TextEdit{Pos: lit.Body.Rbrace + 1, End: goStmt.End(), NewText: []byte(")")})
		if copies != "" {
			r.edits = append(r.edits, edit.Insert(lit.Body.Lbrace+1, copies))
		}
	} else {
		r.use(s.call.Fun)
		r.edits = append(r.edits,
			edit.Replace(receiver(s.call), r.name),
			edit.Insert(lit.Type.End(), " error"))
	}
	return r.task(lit, list)
}

// neighbours returns the positions of what stands before and after a statement
// of a block: of the ends of others, or the braces.
func (r *rewrite) neighbours(s ast.Stmt) (before, after token.Pos) {
	cur, ok := r.fn.FindNode(s)
	if !ok || cur.ParentEdgeKind() != edge.BlockStmt_List {
		return s.Pos(), s.Pos()
	}
	block := cur.Parent().Node().(*ast.BlockStmt)
	before, after = block.Lbrace, block.Rbrace
	if prev, ok := cur.PrevSibling(); ok {
		before = prev.Node().End()
	}
	if next, ok := cur.NextSibling(); ok {
		after = next.Node().Pos()
	}
	return before, after
}
