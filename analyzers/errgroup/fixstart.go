package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/gover"
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

// captures reports whether the task means the same without parameters: it has
// none, or the arguments of a go statement are variables of the loop, which each
// turn has its own of. copies declares those that have another name in the task.
func (r *rewrite) captures(call *ast.CallExpr, lit *ast.FuncLit) (copies string, ok bool) {
	if lit.Type.Params.NumFields() == 0 {
		return "", true
	}
	if !gover.Has(r.Pass.Pass, r.file, gover.LoopVar) {
		return "", false
	}
	var names, args []string
	i := 0
	for _, field := range lit.Type.Params.List {
		for _, name := range field.Names {
			arg, ok := call.Args[i].(*ast.Ident)
			if !ok || !r.isLoopVar(arg) || !types.Identical(r.TypesInfo.TypeOf(arg), r.TypesInfo.TypeOf(name)) {
				return "", false
			}
			if arg.Name != name.Name && name.Name != "_" && query.Mentions(r.TypesInfo, lit.Body, r.TypesInfo.Defs[name]) {
				names, args = append(names, name.Name), append(args, arg.Name)
			}
			i++
		}
	}
	if len(names) > 0 {
		copies = "\n" + strings.Join(names, ", ") + " := " + strings.Join(args, ", ")
	}
	return copies, i == len(call.Args)
}

// isLoopVar reports whether id names a variable of a range statement that
// nothing assigns to.
func (r *rewrite) isLoopVar(id *ast.Ident) bool {
	v, ok := r.TypesInfo.Uses[id].(*types.Var)
	if !ok {
		return false
	}
	declared := false
	for cur := range r.fn.Preorder((*ast.Ident)(nil)) {
		n := cur.Node().(*ast.Ident)
		if n.Name != v.Name() || r.TypesInfo.ObjectOf(n) != v {
			continue
		}
		switch cur.ParentEdgeKind() {
		case edge.RangeStmt_Key, edge.RangeStmt_Value:
			if cur.Parent().Node().(*ast.RangeStmt).Tok != token.DEFINE {
				return false
			}
			declared = true
		case edge.AssignStmt_Lhs, edge.IncDecStmt_X, edge.UnaryExpr_X:
			return false
		}
	}
	return declared
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
