package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// total reports whether n is a number that says how much there is of something
// fetched, or how many pages of it: p.Total, (p.Total + size - 1) / size, or a
// parameter for which the package passes such a number.
func (s *sources) total(n ast.Expr) bool {
	switch n := ast.Unparen(n).(type) {
	case *ast.BinaryExpr:
		switch n.Op {
		case token.ADD, token.SUB, token.MUL, token.QUO:
			return s.total(n.X)
		}
	case *ast.CallExpr: // int(n), math.Ceil(n)
		fn := query.Callee(s.TypesInfo, n)
		converts := s.TypesInfo.Types[n.Fun].IsType() || fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "math"
		return converts && len(n.Args) == 1 && s.total(n.Args[0])
	case *ast.SelectorExpr:
		return s.TypesInfo.Selections[n] != nil && isTotal(n.Sel.Name) && s.of(n.X) == many
	case *ast.Ident:
		v, _ := s.TypesInfo.Uses[n].(*types.Var)
		return v != nil && s.holdsTotal(v)
	}
	return false
}

// holdsTotal reports whether a local variable or parameter may be such a number.
func (s *sources) holdsTotal(v *types.Var) bool {
	if s.active[v] {
		return false
	}
	s.active[v] = true
	defer delete(s.active, v)
	switch v.Kind() {
	case types.ParamVar:
		fn, i := s.paramAt(v)
		return fn != nil && !ast.IsExported(fn.Name()) && s.passed(fn, i, few, func(caller *sources, arg ast.Expr) size {
			if caller.total(arg) {
				return many
			}
			return few
		}) == many
	case types.LocalVar:
		return slices.ContainsFunc(s.values(v), func(val value) bool {
			if val.unpacked {
				return isTotal(v.Name()) && s.value(v, val) == many
			}
			return val.expr != nil && !val.element && s.total(val.expr)
		})
	}
	return false
}

// isTotal reports whether the name of a number says that it counts data.
func isTotal(name string) bool {
	words := heat.Words(name)
	return len(words) > 0 &&
		slices.Contains([]string{"total", "totals", "pages", "count", "size", "length", "rows", "items", "records", "results"}, words[len(words)-1]) &&
		!slices.ContainsFunc(words, func(w string) bool { return soundsLike(w, partWords) || soundsLike(w, siteWords) })
}
