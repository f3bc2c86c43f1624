package heat

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// mount is a place that hands a handler to a router, or a router to a function
// that registers handlers with it.
type mount struct {
	node   int32 // the handler, what makes it, or the function that registers
	from   int32 // where that stands
	seldom bool  // by the path or what guards it
}

// mounts records the handlers that a call registers: arguments, next to a path in
// the call or in those that its router comes from.
func (g *graph) mounts(cur inspector.Cursor, call *ast.CallExpr) {
	if cur.ParentEdgeKind() == edge.CallExpr_Args {
		return // a handler is wrapped: the call around it registers
	}
	var nodes []int32
	for _, arg := range call.Args {
		nodes = g.handlers(nodes, arg)
	}
	if len(nodes) == 0 {
		nodes = g.registrars(call)
	}
	if len(nodes) == 0 || g.inTest(call.Pos()) {
		return
	}
	route := g.routeOf(call)
	if !route.known {
		return
	}
	from, _ := g.around(cur)
	for _, id := range nodes {
		if id != from {
			g.mounted = append(g.mounted, mount{id, from, route.seldom})
		}
	}
}

// handlers appends the nodes of the handlers in an argument: functions, also
// wrapped in calls, the functions that make them, and ServeHTTP of values.
func (g *graph) handlers(nodes []int32, e ast.Expr) []int32 {
	e = ast.Unparen(e)
	t := g.typeOf(e)
	if t == nil {
		return nodes
	}
	if call, ok := e.(*ast.CallExpr); ok {
		for _, arg := range call.Args {
			nodes = g.handlers(nodes, arg)
		}
		if fn := query.Callee(g.info, call); fn != nil && !g.outside(fn) && (isFunc(t) || servesHTTP(t) != nil) {
			nodes = append(nodes, g.funcNode(fn))
		}
		return nodes
	}
	id := int32(-1)
	if isFunc(t) {
		id = g.target(e)
	} else if fn := servesHTTP(t); fn != nil && !types.IsInterface(t) && !g.outside(fn) {
		id = g.funcNode(fn)
	}
	if id >= 0 {
		nodes = append(nodes, id)
	}
	return nodes
}

// servesHTTP returns the method ServeHTTP of t, or nil.
func servesHTTP(t types.Type) *types.Func {
	switch types.Unalias(t).(type) {
	case *types.Named, *types.Pointer:
	default:
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
	fn, _ := obj.(*types.Func)
	return fn
}

// registrars returns the function of the module that the call passes a router to.
func (g *graph) registrars(call *ast.CallExpr) []int32 {
	fn := query.Callee(g.info, call)
	if fn == nil || g.outside(fn) {
		return nil
	}
	for _, arg := range call.Args {
		if g.isRouter(g.typeOf(arg)) {
			return []int32{g.funcNode(fn)}
		}
	}
	return nil
}

// isRouter reports whether handlers can be registered with a value of type t.
func (g *graph) isRouter(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	is, ok := g.routers[named]
	if !ok {
		for _, name := range []string{"Handle", "HandleFunc", "GET", "Group"} {
			obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(named), true, nil, name)
			if types.IsInterface(named) {
				obj, _, _ = types.LookupFieldOrMethod(named, true, nil, name)
			}
			_, method := obj.(*types.Func)
			is = is || method
		}
		g.routers[named] = is
	}
	return is
}

// findSeldom finds the functions that requests reach seldom, since they are
// registered, or written in or only called from functions that are registered, on
// nothing but routes for which requests come seldom.
func (s *Solution) findSeldom(byKey map[string]int32) {
	mounts := make(map[int32][]mount)
	any := false
	for _, r := range s.pkgs {
		base := s.base[r]
		for _, m := range r.graph().mounted {
			m.node, m.from = s.canon[base+m.node], s.canon[base+m.from]
			m.seldom = m.seldom || s.nodes[m.from].kind == kindFunc && hasWord(s.lastName(m.from), operatorWords)
			any = any || m.seldom
			mounts[m.node] = append(mounts[m.node], m)
		}
	}
	s.seldom = make([]bool, len(s.nodes))
	if !any {
		return
	}
	callers := make(map[int32][]int32)
	for from := range s.edges {
		for i := range s.edges[from] {
			a := &s.edges[from][i]
			if to := s.nodes[a.to]; to.kind == kindFunc && s.owner[a.to].graph().private(to) {
				callers[a.to] = append(callers[a.to], int32(from))
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for i, n := range s.nodes {
			id := int32(i)
			if s.seldom[id] || s.canon[id] != id || n.cold != "" {
				continue
			}
			switch fn, _ := n.obj.(*types.Func); {
			case len(mounts[id]) > 0:
				s.seldom[id] = !slices.ContainsFunc(mounts[id], func(m mount) bool { return !m.seldom && !s.seldom[m.from] })
			case n.kind == kindLit && fn != nil:
				around, ok := byKey[fn.Origin().FullName()]
				s.seldom[id] = ok && s.seldom[s.canon[around]]
			case len(callers[id]) > 0:
				s.seldom[id] = !slices.ContainsFunc(callers[id], func(from int32) bool { return !s.seldom[from] })
			}
			changed = changed || s.seldom[id]
		}
	}
}

// lastName returns the name of a function without its package and receiver.
func (s *Solution) lastName(id int32) string {
	name := s.name(id)
	return name[strings.LastIndexByte(name, '.')+1:]
}
