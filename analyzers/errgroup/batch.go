package errgroup

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
)

// holdsBatches reports whether the elements of e are batches of what is many: a local
// variable that gets nothing but those,
//
//	batches = append(batches, list[i:end])
//
// or what a function that is called so, such as slices.Chunk, makes of a list.
func (s *sources) holdsBatches(e ast.Expr) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		return s.divides(call)
	}
	v := variable(s.TypesInfo, e)
	if v == nil || v.Kind() != types.LocalVar || s.active[v] {
		return false
	}
	s.active[v] = true
	defer delete(s.active, v)
	found := false
	for _, val := range s.values(v) {
		call, ok := ast.Unparen(val.expr).(*ast.CallExpr)
		switch {
		case val.expr == nil:
			return false
		case s.TypesInfo.Types[val.expr].IsNil():
		case !ok:
			if lit, ok := ast.Unparen(val.expr).(*ast.CompositeLit); !ok || len(lit.Elts) > 0 {
				return false
			}
		case isAppendTo(s.TypesInfo, call, v):
			for _, arg := range call.Args[1:] {
				batch, ok := ast.Unparen(arg).(*ast.SliceExpr)
				if !ok || batch.High == nil {
					return false
				}
				found = true
			}
		case s.TypesInfo.Types[call.Fun].IsBuiltin(): // make
		case s.holdsBatches(call):
			found = true
		default:
			return false
		}
	}
	return found
}

// divides reports whether a call is of a function that divides one of its arguments,
// by its name and since it gives more than one of what that is.
func (s *sources) divides(call *ast.CallExpr) bool {
	fn := query.Callee(s.TypesInfo, call)
	if fn == nil {
		return false
	}
	name := strings.ToLower(fn.Name())
	if !strings.HasPrefix(name, "chunk") && !strings.HasPrefix(name, "batch") {
		return false
	}
	var elem types.Type
	switch t := s.TypesInfo.TypeOf(call).Underlying().(type) {
	case *types.Slice:
		elem = t.Elem()
	case *types.Signature: // iter.Seq
		for yield := range t.Params().Variables() {
			if fn, ok := yield.Type().Underlying().(*types.Signature); ok && fn.Params().Len() == 1 {
				elem = fn.Params().At(0).Type()
			}
		}
	}
	return elem != nil && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		return types.Identical(elem, s.TypesInfo.TypeOf(arg))
	})
}
