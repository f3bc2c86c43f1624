package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// kindWords name what there are few of, however many things have one.
var kindWords = []string{"type", "kind"}

// newKind reports whether the statement at cur runs only where an element is of
// another kind than the one before: what it adds are groups, a few.
func (s *sources) newKind(at inspector.Cursor) bool {
	for cond := range at.Enclosing((*ast.IfStmt)(nil)) {
		n := cond.Node().(*ast.IfStmt)
		if query.Func(cond) != query.Func(at) {
			break
		}
		if at.Node().Pos() < n.Body.Pos() || at.Node().Pos() >= n.Body.End() {
			continue // the condition does not hold there
		}
		found := false
		ast.Inspect(n.Cond, func(n ast.Node) bool {
			b, ok := n.(*ast.BinaryExpr)
			found = found || ok && b.Op == token.NEQ && s.isKind(b.X) && s.isKind(b.Y)
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// growsElement reports whether value i of an assignment is an element of a slice
// and more: there are as many elements as before.
func (s *sources) growsElement(assign *ast.AssignStmt, i int) bool {
	if len(assign.Lhs) != len(assign.Rhs) {
		return false
	}
	element, ok := ast.Unparen(assign.Lhs[i]).(*ast.IndexExpr)
	if !ok {
		return false
	}
	_, slice := s.TypesInfo.TypeOf(element.X).Underlying().(*types.Slice)
	call, ok := ast.Unparen(assign.Rhs[i]).(*ast.CallExpr)
	if !ok || !slice || len(call.Args) == 0 {
		return false
	}
	grown, ok := ast.Unparen(call.Args[0]).(*ast.IndexExpr)
	if !ok {
		return false
	}
	list := variable(s.TypesInfo, element.X)
	return list != nil && variable(s.TypesInfo, grown.X) == list && isAppend(s.TypesInfo, call)
}

// isKind reports whether e is the kind of something: x.Type(), x.kind. Most
// elements may differ from a constant.
func (s *sources) isKind(e ast.Expr) bool {
	e = ast.Unparen(e)
	if s.TypesInfo.Types[e].Value != nil {
		return false
	}
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 0 {
		e = ast.Unparen(call.Fun)
	}
	sel, ok := e.(*ast.SelectorExpr)
	return ok && soundsLike(sel.Sel.Name, kindWords)
}

// isAppendTo reports whether call is append(v, ...).
func isAppendTo(info *types.Info, call *ast.CallExpr, v *types.Var) bool {
	return isAppend(info, call) && len(call.Args) > 0 && variable(info, call.Args[0]) == v
}

func isAppend(info *types.Info, call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	return ok && id.Name == "append" && info.Types[id].IsBuiltin()
}
