package errgroup

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"

	"github.com/zenithlint/zenithlint/internal/query"
)

// param returns the size of a parameter: that of what the package passes, if
// nobody else calls the function.
func (s *sources) param(v *types.Var) size {
	fn, i := s.paramAt(v)
	switch {
	case fn == nil:
		return unknown
	case ast.IsExported(fn.Name()):
		*s.open = append(*s.open, v)
		return unknown
	}
	return s.passed(fn, i, unknown, (*sources).of)
}

// paramAt returns the declared function that v is parameter i of, or nil.
func (s *sources) paramAt(v *types.Var) (fn *types.Func, i int) {
	decl, ok := s.decl.Node().(*ast.FuncDecl)
	if !ok {
		return nil, 0
	}
	fn, ok = s.TypesInfo.Defs[decl.Name].(*types.Func)
	if !ok || fn.Signature().Variadic() {
		return nil, 0
	}
	for i := range fn.Signature().Params().Len() {
		if fn.Signature().Params().At(i) == v {
			return fn, i
		}
	}
	return nil, 0
}

// passed returns the size of what the calls in the package pass to a function
// as argument i, as of tells it for each, or other if somebody else may call it.
func (s *sources) passed(fn *types.Func, i int, other size, of func(*sources, ast.Expr) size) size {
	worst, calls := few, 0
	for file := range s.Heat.Root().Children() {
		if query.IsTestFile(s.Fset.File(file.Node().Pos()).Name()) {
			continue
		}
		for id := range query.Uses(file, s.TypesInfo, fn) {
			call := id
			if call.ParentEdgeKind() == edge.SelectorExpr_Sel {
				call = call.Parent()
			}
			if call.ParentEdgeKind() != edge.CallExpr_Fun {
				return other // passed on as a value
			}
			call = call.Parent()
			decl, ok := declAt(call)
			args := call.Node().(*ast.CallExpr).Args
			if !ok || i >= len(args) {
				return other
			}
			calls++
			worst = max(worst, of(s.in(decl), args[i]))
		}
	}
	if calls == 0 {
		return other
	}
	return worst
}
