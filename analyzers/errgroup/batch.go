package errgroup

import (
	"go/ast"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
)

// holdsBatches reports whether the elements of e are batches of what is many: a
// variable that gets nothing but those,
//
//	batches = append(batches, list[i:end])
//
// or what a function makes that is called so, such as slices.Chunk.
func (s *sources) holdsBatches(e ast.Expr) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		fn := query.Callee(s.TypesInfo, call)
		return fn != nil && len(call.Args) > 1 && soundsBatched(fn.Name())
	}
	v := variable(s.TypesInfo, e)
	if v == nil || s.active[v] {
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

// soundsBatched reports whether a function of this name divides a list.
func soundsBatched(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "chunk") || strings.HasPrefix(name, "batch")
}
