package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/gover"
	"github.com/zenithlint/zenithlint/internal/query"
)

// captures reports whether the task means the same without parameters: it has
// none, or the arguments of a go statement are variables of the loop, which each
// turn has its own of. copies declares those that have another name in the task,
// or get another value there.
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
			param, _ := r.TypesInfo.Defs[name].(*types.Var)
			if name.Name != "_" && (arg.Name != name.Name && query.Mentions(r.TypesInfo, lit.Body, param) || r.changes(lit.Body, param)) {
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

// changes reports whether statements change v.
func (r *rewrite) changes(body ast.Node, v *types.Var) bool {
	cur, ok := r.fn.FindNode(body)
	if !ok {
		return true
	}
	for use := range query.Uses(cur, r.TypesInfo, v) {
		if r.isChange(use) {
			return true
		}
	}
	return false
}

// isChange reports whether a use of a variable assigns to it or a part of it, or
// hands out its address.
func (r *rewrite) isChange(at inspector.Cursor) bool {
	for {
		switch at.ParentEdgeKind() {
		case edge.AssignStmt_Lhs, edge.IncDecStmt_X, edge.RangeStmt_Key, edge.RangeStmt_Value:
			return true
		case edge.UnaryExpr_X:
			return at.Parent().Node().(*ast.UnaryExpr).Op == token.AND
		case edge.SelectorExpr_X:
			sel := r.TypesInfo.Selections[at.Parent().Node().(*ast.SelectorExpr)]
			if sel == nil || query.IsPointer(sel.Recv()) {
				return false // of what it points to
			}
			if fn, ok := sel.Obj().(*types.Func); ok {
				return query.IsPointer(fn.Signature().Recv().Type())
			}
		case edge.IndexExpr_X, edge.SliceExpr_X:
			if _, ok := r.TypesInfo.TypeOf(at.Node().(ast.Expr)).Underlying().(*types.Array); !ok {
				return false
			}
			if at.ParentEdgeKind() == edge.SliceExpr_X {
				return true
			}
		case edge.ParenExpr_X:
		default:
			return false
		}
		at = at.Parent()
	}
}

// isLoopVar reports whether id names a variable that each turn of a loop has its
// own of, and that nothing changes but the loop.
func (r *rewrite) isLoopVar(id *ast.Ident) bool {
	v, ok := r.TypesInfo.Uses[id].(*types.Var)
	if !ok {
		return false
	}
	declared := false
	for cur := range r.fn.Preorder((*ast.Ident)(nil)) {
		n := cur.Node().(*ast.Ident)
		if n.Name != v.Name() || r.TypesInfo.ObjectOf(n) != v || !r.isChange(cur) {
			continue
		}
		switch {
		case r.TypesInfo.Defs[n] != nil:
			kind := cur.ParentEdgeKind()
			if kind != edge.RangeStmt_Key && kind != edge.RangeStmt_Value && cur.Parent().ParentEdgeKind() != edge.ForStmt_Init {
				return false
			}
			declared = true
		case cur.Parent().ParentEdgeKind() != edge.ForStmt_Post: // which makes that of the next turn
			return false
		}
	}
	return declared
}
