package heat

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// mount is a place that hands a handler to a router, or a router to a function
// that registers handlers with it.
type mount struct {
	node int32 // the handler, what makes it, or the function that registers
	from int32 // where that stands
	route
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
	for around := range chained(cur) { // r.Handle(...).Methods("GET")
		for _, arg := range around.Args {
			g.readRoute(&route, arg, false)
		}
	}
	from, _ := g.around(cur)
	for _, id := range nodes {
		if id != from {
			g.mounted = append(g.mounted, mount{id, from, route})
		}
	}
}

// chained yields the calls of methods of what the call at cur returns, and of what
// these return.
func chained(cur inspector.Cursor) iter.Seq[*ast.CallExpr] {
	return func(yield func(*ast.CallExpr) bool) {
		for cur.ParentEdgeKind() == edge.SelectorExpr_X && cur.Parent().ParentEdgeKind() == edge.CallExpr_Fun {
			cur = cur.Parent().Parent()
			if !yield(cur.Node().(*ast.CallExpr)) {
				return
			}
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

// callRoutes are elements of paths behind which requests of any kind go to the same
// place, whatever their method: that it can be read, too, does not tell that POST
// changes anything.
var callRoutes = []string{"graphql", "mcp", "message", "messages", "query", "rpc", "search"}

// changes reports whether the requests of the route change something: by their
// method, or since GET reads what is at the same place.
func (r route) changes(read map[place]bool) bool {
	for _, method := range r.methods {
		switch method {
		case "PUT", "PATCH", "DELETE":
		case "POST":
			if !read[r.place] || hasWord(r.place.path, callRoutes) {
				return false
			}
		default:
			return false
		}
	}
	return len(r.methods) > 0
}

// findRarity finds the functions that work only for requests that come seldom, or
// that change something, since they are registered, or written in or only called
// from functions that are registered, on nothing but routes for these, or since they
// are entry points in a folder of administration.
func (s *Solution) findRarity(byKey map[string]int32) {
	mounts := make(map[int32][]mount)
	read := make(map[place]bool)
	for _, r := range s.pkgs {
		for _, m := range r.graph().mounted {
			if slices.Contains(m.methods, "GET") {
				read[m.place] = true
			}
			base := s.base[r]
			m.node, m.from = s.canon[base+m.node], s.canon[base+m.from]
			m.seldom = m.seldom || s.nodes[m.from].kind == kindFunc && hasWord(s.lastName(m.from), operatorWords)
			mounts[m.node] = append(mounts[m.node], m)
		}
	}
	s.rarity = make([]rarity, len(s.nodes))
	for _, r := range s.pkgs {
		if !r.graph().isAdministration() {
			continue
		}
		for i, n := range r.graph().nodes {
			if n.needs&Request != 0 {
				s.rarity[s.canon[s.base[r]+int32(i)]] = seldom
			}
		}
	}
	if len(mounts) == 0 {
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
			if s.canon[id] != id || n.cold != "" || s.rarity[id] == seldom {
				continue
			}
			before := s.rarity[id]
			switch fn, _ := n.obj.(*types.Func); {
			case len(mounts[id]) > 0:
				s.rarity[id] = seldom
				for _, m := range mounts[id] {
					s.rarity[id] = min(s.rarity[id], m.rarity(s.rarity[m.from], read))
				}
			case n.kind == kindLit && fn != nil:
				if around, ok := byKey[fn.Origin().FullName()]; ok {
					s.rarity[id] = s.rarity[s.canon[around]]
				}
			case len(callers[id]) > 0:
				s.rarity[id] = seldom
				for _, from := range callers[id] {
					s.rarity[id] = min(s.rarity[id], s.rarity[from])
				}
			}
			changed = changed || s.rarity[id] != before
		}
	}
}

// rarity returns that of the handler of m, which a function of the rarity around
// registers.
func (m mount) rarity(around rarity, read map[place]bool) rarity {
	switch {
	case m.seldom:
		return seldom
	case m.changes(read):
		return max(around, changing)
	}
	return around
}

// lastName returns the name of a function without its package and receiver.
func (s *Solution) lastName(id int32) string {
	name := s.name(id)
	return name[strings.LastIndexByte(name, '.')+1:]
}
