package errgroup

import (
	"go/ast"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/query"
)

// returned returns the size of the list that a function of the package returns,
// as far as its statements tell: of functions that return one list, with or
// without an error.
func (s *sources) returned(fn *types.Func) size {
	at := listResult(fn.Signature())
	decl := s.funcs.decl(fn)
	if decl == nil || at < 0 || s.through[fn.Origin()] || len(s.through) == reach {
		return unknown
	}
	cur, ok := s.Heat.Root().FindNode(decl)
	if !ok {
		return unknown
	}
	s.through[fn.Origin()] = true
	defer delete(s.through, fn.Origin())
	in := s.in(cur)
	in.open = new([]*types.Var) // its callers decide on its parameters, not those of the loop
	worst, found := few, false
	for ret := range cur.Preorder((*ast.ReturnStmt)(nil)) {
		if query.Func(ret) != cur {
			continue
		}
		found = true
		switch results := ret.Node().(*ast.ReturnStmt).Results; {
		case len(results) == 0:
			worst = max(worst, in.variable(fn.Origin().Signature().Results().At(at)))
		case at < len(results) && !s.TypesInfo.Types[results[at]].IsNil():
			worst = max(worst, in.of(results[at]))
		case len(results) == 1 && at > 0:
			return unknown
		}
	}
	if !found {
		return unknown
	}
	return worst
}

// listResult returns the index of the only result that is a slice or a map, or
// -1.
func listResult(sig *types.Signature) int {
	found := -1
	for i := range sig.Results().Len() {
		switch sig.Results().At(i).Type().Underlying().(type) {
		case *types.Slice, *types.Map:
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}
