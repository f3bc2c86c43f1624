package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// value is something that a variable gets.
type value struct {
	at       inspector.Cursor // the statement
	expr     ast.Expr         // nil: an element of it is set, or it is filled through its address
	unpacked bool             // expr is a call with several results
	element  bool             // it is an element of expr
	decoded  bool             // filled through its address by a call that may fail
}

// variable returns how many elements v may hold.
func (s *sources) variable(v *types.Var) size {
	switch v.Kind() {
	case types.RecvVar, types.PackageVar:
		return parts
	case types.ParamVar, types.ResultVar, types.LocalVar:
	default:
		return unknown
	}
	if v.Kind() == types.ParamVar && isRequest(v.Type()) {
		return many
	}
	if isComponent(v.Type()) || isConfigType(v.Type()) || heat.Sounds(v.Name(), configWords) {
		return parts
	}
	if s.active[v] {
		return few
	}
	s.active[v] = true
	defer delete(s.active, v)
	worst := few
	if v.Kind() == types.ParamVar {
		worst = s.param(v)
	}
	values := s.values(v)
	if len(values) == 0 && v.Kind() == types.LocalVar {
		return unknown
	}
	for _, val := range values {
		if s.truncates(v, val) {
			return few
		}
		worst = max(worst, s.value(v, val))
	}
	return worst
}

// truncates reports whether v gets its own first elements, v = v[:n], or a few
// that a function picks: v = pick(v).
func (s *sources) truncates(v *types.Var, val value) bool {
	if val.expr == nil {
		return false
	}
	switch e := ast.Unparen(val.expr).(type) {
	case *ast.SliceExpr:
		return e.High != nil && e.Low == nil && variable(s.TypesInfo, e.X) == v
	case *ast.CallExpr:
		return s.picks(e)
	}
	return false
}

// value returns how many elements v may hold because of val.
func (s *sources) value(v *types.Var, val value) size {
	switch {
	case val.decoded:
		return many
	case val.element && s.holdsBatches(val.expr):
		return few
	case val.expr == nil && s.isGrouped(val.at): // m[k] = append(m[k], x)
		return min(s.repeated(val.at), some)
	case val.expr == nil: // m[k] = x
		return s.repeated(val.at)
	case val.unpacked:
		return s.call(ast.Unparen(val.expr).(*ast.CallExpr))
	}
	if call, ok := ast.Unparen(val.expr).(*ast.CallExpr); ok && isAppendTo(s.TypesInfo, call, v) {
		worst := s.repeated(val.at)
		if call.Ellipsis.IsValid() {
			worst = max(worst, s.of(call.Args[len(call.Args)-1]))
		}
		return worst
	}
	return s.of(val.expr)
}

// repeated returns the size of the loop around a statement that adds one
// element.
func (s *sources) repeated(at inspector.Cursor) size {
	if s.newKind(at) {
		return parts
	}
	worst := few
	for loop := range s.Heat.Loops(at) {
		n, _ := s.loop(loop)
		worst = max(worst, n)
	}
	return worst
}

// values returns what v gets in the function.
func (s *sources) values(v *types.Var) []value {
	var values []value
	for id := range s.decl.Preorder((*ast.Ident)(nil)) {
		n := id.Node().(*ast.Ident)
		if n.Name != v.Name() || s.TypesInfo.ObjectOf(n) != v {
			continue
		}
		if val, ok := s.given(id); ok {
			values = append(values, val)
		}
	}
	return values
}

// given returns what the variable named at id gets there.
func (s *sources) given(id inspector.Cursor) (value, bool) {
	at := id
	element := false
	for at.ParentEdgeKind() == edge.IndexExpr_X {
		at, element = at.Parent(), true
	}
	kind, i := at.ParentEdge()
	up := at.Parent()
	switch kind {
	case edge.AssignStmt_Lhs:
		assign := up.Node().(*ast.AssignStmt)
		switch {
		case element && s.growsElement(assign, i):
			return value{}, false
		case element:
			return value{at: up}, true
		case len(assign.Lhs) == len(assign.Rhs):
			return value{at: up, expr: assign.Rhs[i]}, true
		}
		if call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr); ok {
			return value{at: up, expr: call, unpacked: true}, true
		}
		return value{at: up, expr: assign.Rhs[0]}, true // v, ok := x[i], x.(T), <-x
	case edge.ValueSpec_Names:
		spec := up.Node().(*ast.ValueSpec)
		switch {
		case len(spec.Values) == len(spec.Names):
			return value{at: up, expr: spec.Values[i]}, true
		case len(spec.Values) == 1:
			call, ok := ast.Unparen(spec.Values[0]).(*ast.CallExpr)
			return value{at: up, expr: call, unpacked: true}, ok
		}
	case edge.RangeStmt_Value, edge.RangeStmt_Key:
		return value{at: up, expr: up.Node().(*ast.RangeStmt).X, element: true}, true
	case edge.UnaryExpr_X:
		if up.Node().(*ast.UnaryExpr).Op == token.AND && up.ParentEdgeKind() == edge.CallExpr_Args {
			call := up.Parent().Node().(*ast.CallExpr)
			if fn := query.Callee(s.TypesInfo, call); fn != nil && returnsError(fn) {
				return value{at: up, decoded: true}, true
			}
		}
	}
	return value{}, false
}

func returnsError(fn *types.Func) bool {
	n := fn.Signature().Results().Len()
	return n > 0 && isError(fn.Signature().Results().At(n-1).Type())
}

// filled returns how many elements a field of a type of the package may hold
// because of what its functions put there.
func (s *sources) filled(v *types.Var) size {
	if v.Pkg() != s.Pkg || s.active[v] {
		return unknown
	}
	s.active[v] = true
	defer delete(s.active, v)
	worst := few
	for file := range s.Files() {
		for cur := range file.Preorder((*ast.SelectorExpr)(nil)) {
			sel := cur.Node().(*ast.SelectorExpr)
			if sel.Sel.Name != v.Name() || s.TypesInfo.Uses[sel.Sel] != v {
				continue
			}
			val, ok := s.given(cur)
			if !ok || val.decoded {
				continue // configuration is decoded, too
			}
			if decl, ok := declAt(cur); ok {
				worst = max(worst, s.in(decl).value(v, val))
			}
		}
	}
	return worst
}
