package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// size is what is known of the number of elements that a loop is about, in the
// order of what it says about the goroutines that the loop starts.
type size int

const (
	few     size = iota // provably few, or as many as somebody chose: workers
	parts               // parts of the program or its deployment: listeners, backends
	unknown             // what a caller passes
	some                // fetched, but of one thing, of one page, groups, members of a deployment
	many                // data: what a query, a file or a request holds
)

// sources finds out how many elements expressions of one function hold.
type sources struct {
	*checker
	decl   inspector.Cursor    // *ast.FuncDecl, or *ast.FuncLit outside of any
	active map[*types.Var]bool // under examination, against cycles
	open   *[]*types.Var       // parameters of exported functions, of which others decide

	through map[*types.Func]bool // functions whose results are under examination
}

func (c *checker) sourcesIn(decl inspector.Cursor) *sources {
	return &sources{checker: c, decl: decl, active: make(map[*types.Var]bool), open: new([]*types.Var), through: make(map[*types.Func]bool)}
}

// sourcesAt returns the sources of the declared function around cur, or of the
// literal that a package variable holds.
func (c *checker) sourcesAt(cur inspector.Cursor) (*sources, bool) {
	if decl, ok := declAt(cur); ok {
		return c.sourcesIn(decl), true
	}
	found := false
	for lit := range cur.Enclosing((*ast.FuncLit)(nil)) {
		cur, found = lit, true // the outermost one
	}
	return c.sourcesIn(cur), found
}

// in returns the sources of another function of the package.
func (s *sources) in(decl inspector.Cursor) *sources {
	other := *s
	other.decl = decl
	return &other
}

// loop returns the size of what a loop runs over, and the name of it.
func (s *sources) loop(cur inspector.Cursor) (size, string) {
	switch loop := cur.Node().(type) {
	case *ast.RangeStmt:
		return s.ranged(cur, loop)
	case *ast.ForStmt:
		return s.counted(cur, loop)
	case *ast.FuncLit: // called per element
		call, ok := cur.Parent().Node().(*ast.CallExpr)
		if !ok {
			return unknown, ""
		}
		if fn := query.Callee(s.TypesInfo, call); fn != nil && fn.Pkg() != nil && (fn.Name() == "Walk" || fn.Name() == "WalkDir") && !s.isDevices(call) {
			return many, "the files"
		}
		if s.isPart(loop, partWords) || s.isPart(loop, siteWords) {
			return parts, ""
		}
		return unknown, ""
	}
	return few, ""
}

// text returns e as messages quote it.
func text(e ast.Expr) string {
	if t := types.ExprString(e); len(t) <= 40 {
		return t
	}
	return query.LastName(e)
}

// of returns how many elements e may hold.
func (s *sources) of(e ast.Expr) size {
	t := s.TypesInfo.TypeOf(e)
	if t == nil {
		return few
	}
	u := t.Underlying()
	if p, ok := u.(*types.Pointer); ok {
		u = p.Elem().Underlying()
	}
	if a, ok := u.(*types.Array); ok && a.Len() <= int64(s.opts.MaxConst) {
		return few
	}
	if heat.Sounds(query.LastName(e), configWords) {
		return parts
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return few
	case *ast.Ident:
		v, _ := s.TypesInfo.ObjectOf(e).(*types.Var)
		if v == nil {
			return few
		}
		return s.variable(v)
	case *ast.SelectorExpr:
		return s.field(e)
	case *ast.IndexExpr:
		if s.holdsBatches(e.X) {
			return few
		}
		return s.of(e.X)
	case *ast.SliceExpr:
		if e.High != nil {
			return few // a batch
		}
		return s.of(e.X)
	case *ast.StarExpr:
		return s.of(e.X)
	case *ast.UnaryExpr:
		if e.Op == token.ARROW {
			return unknown
		}
		return s.of(e.X)
	case *ast.TypeAssertExpr:
		return s.of(e.X)
	case *ast.CallExpr:
		return s.call(e)
	}
	return unknown
}

// field returns the size of x.f: that of a part of what x is, or of the state
// of a component.
func (s *sources) field(e *ast.SelectorExpr) size {
	if s.TypesInfo.Selections[e] == nil {
		return parts // a variable of another package
	}
	if v, ok := s.TypesInfo.Uses[e.Sel].(*types.Var); ok && s.filled(v.Origin()) == many {
		return many
	}
	if isRequest(s.TypesInfo.TypeOf(e.X)) {
		return s.of(e.X)
	}
	if isComponent(s.TypesInfo.TypeOf(e.X)) || s.isConfig(e.X) {
		return parts
	}
	return s.of(e.X)
}

// call returns the size of the result of a call.
func (s *sources) call(call *ast.CallExpr) size {
	if s.TypesInfo.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return s.of(call.Args[0])
	}
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && s.TypesInfo.Types[id].IsBuiltin() {
		switch id.Name {
		case "append":
			worst := few
			for i, arg := range call.Args {
				if i == 0 || call.Ellipsis.IsValid() {
					worst = max(worst, s.of(arg))
				}
			}
			return worst
		case "make", "new":
			return few // what fills it counts
		}
	}
	fn := query.Callee(s.TypesInfo, call)
	if fn == nil || fn.Pkg() == nil {
		if sig, ok := s.TypesInfo.TypeOf(call.Fun).Underlying().(*types.Signature); ok && asksOutside(query.LastName(call.Fun), sig) {
			return s.fetched(call) // list(ctx), of func(context.Context) ([]T, error)
		}
		return unknown
	}
	switch {
	case heat.Sounds(fn.Name(), configWords) || heat.Sounds(fn.Name(), partWords):
		return parts
	case fn.Pkg().Path() == "flag" || fn.Pkg().Path() == "os" && fn.Name() == "Environ" || fn.Pkg().Path() == "net" && strings.Contains(fn.Name(), "Interface"):
		return few
	case resolvesName(fn) || s.isDevices(call):
		return few
	case converts(fn) && len(call.Args) > 0:
		return s.of(call.Args[0]) // PBToUsers(list)
	case asksOutside(fn.Name(), fn.Signature()):
		return s.fetched(call)
	}
	n := s.returned(fn)
	switch {
	case n >= some:
		return n
	case fn.Signature().Recv() != nil && len(call.Args) == 0: // x.Items()
		if recv := receiver(call); recv != nil {
			if isRequest(s.TypesInfo.TypeOf(recv)) {
				return s.of(recv)
			}
			if isComponent(s.TypesInfo.TypeOf(recv)) {
				return parts
			}
			return min(s.of(recv), unknown)
		}
	case !s.funcs.sameModule(fn.Pkg()) && fn.Signature().Recv() == nil && len(call.Args) > 0:
		return s.of(call.Args[0]) // maps.Keys(m), strings.Split(text, ",")
	}
	return n
}

var errorType = types.Universe.Lookup("error").Type()

func isError(t types.Type) bool { return types.Identical(t, errorType) }
