package heat

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
)

// hop is one arc of a chain, with the node it leads to.
type hop struct {
	to int32
	r  *reason
}

// chain returns what is known of a node that is hot in some way, with the steps
// from the evidence to it, and the node that the evidence is about. A condition
// decides about it if one does about one of the calls, in the last loop if there is
// one.
func (s *Solution) chain(id int32, way int) (h Heat, source *node) {
	var steps []Step
	h.rarity = s.rarity[id]
	var hops []hop
	r := s.reached[id][way]
	for r.arc != nil {
		hops = append(hops, hop{id, r})
		id = r.from
		h.rarity = max(h.rarity, s.rarity[id], r.arc.e.rarity())
		if r.way >= ways {
			break
		}
		r = s.reached[id][r.way]
	}
	slices.Reverse(hops)
	source = s.nodes[id]
	switch {
	case r.arc != nil && r.way == startReceive:
		steps = append(steps, Step{What: r.arc.e.request, Pos: r.arc.pkg.position(r.arc.e.loop)})
	case r.arc != nil: // startLoop
		steps = append(steps, Step{What: s.name(id), Pos: s.position(id)})
	case source.kind != kindRoot:
		steps = append(steps, Step{What: s.evidence(id), Pos: s.position(id)})
	case source.isBenchmark():
		steps = append(steps, Step{What: source.evidence, Pos: hops[0].r.arc.pkg.position(hops[0].r.arc.e.pos)})
	}
	for _, hop := range hops {
		loop, _ := s.loop(hop.r.arc)
		h.Optional = h.Optional && !loop.IsValid() || hop.r.arc.e.chosen
		if loop.IsValid() {
			h.Few, h.Own = hop.r.arc.e.few, hop.r.arc.e.own
		}
	}
	h.Chain = s.follow(steps, hops, source)
	return h, source
}

// follow appends the steps of the hops.
func (s *Solution) follow(steps []Step, hops []hop, source *node) []Step {
	call := token.NoPos
	var caller *Result
	for i, h := range hops {
		e, n := h.r.arc.e, s.nodes[h.to]
		if loop, in := s.loop(h.r.arc); loop.IsValid() && h.r.way != startReceive && (h.r.way != wayRequest || s.becomes(hops, i) == wayElement) {
			steps = append(steps, Step{What: inTheLoop, Pos: in.position(loop)})
		}
		if e.pos.IsValid() {
			call, caller = e.pos, h.r.arc.pkg
		}
		from := s.nodes[h.r.from]
		switch {
		case (n.kind == kindSlot || n.kind == kindParam) && i < len(hops)-1:
			// The next step names what the slot holds, at the place of the call.
		case source.kind == kindRoot && !source.isBenchmark() && len(steps) == 0:
			steps = append(steps, Step{What: source.evidence + " " + s.name(h.to), Pos: s.position(h.to)})
		case from.kind == kindIface:
			steps = append(steps, Step{What: implementedBy + s.name(h.to), Pos: s.position(h.to), Of: len(s.edges[h.r.from])})
		case caller == nil:
			steps = append(steps, Step{What: s.name(h.to), Pos: s.position(h.to)})
		default:
			steps = append(steps, Step{What: callsFunc + s.name(h.to), Pos: caller.position(call)})
		}
	}
	return steps
}

// becomes returns the way in which the node that hop i leads to was hot when
// the chain went on from it, or at the end of the chain.
func (s *Solution) becomes(hops []hop, i int) int {
	if i+1 < len(hops) {
		return hops[i+1].r.way
	}
	return wayElement
}

// evidence names a function with the reason why it is hot by itself.
func (s *Solution) evidence(id int32) string {
	n := s.nodes[id]
	switch {
	case n.hot:
		return s.name(id) + ", declared hot"
	case strings.HasSuffix(n.evidence, ":"):
		return s.name(id) + " " + strings.TrimSuffix(n.evidence, ":")
	}
	return n.evidence + " " + s.name(id)
}

func (n *node) isBenchmark() bool {
	return n.kind == kindRoot && strings.HasPrefix(n.evidence, "benchmark ")
}

// name returns the display name of a node.
func (s *Solution) name(id int32) string {
	n := s.nodes[id]
	fn, isFunc := n.obj.(*types.Func)
	switch {
	case n.kind == kindLit && isFunc:
		return literalIn + FuncName(fn)
	case n.kind == kindLit:
		return "func literal"
	case isFunc:
		return FuncName(fn)
	case n.obj != nil:
		return n.obj.Name()
	}
	return n.key
}

// position returns the place of a node's declaration.
func (s *Solution) position(id int32) token.Position {
	n := s.nodes[id]
	if n.pos.IsValid() {
		return s.owner[id].position(n.pos)
	}
	if n.obj != nil {
		return s.owner[id].position(n.obj.Pos())
	}
	return token.Position{}
}

func (r *Result) position(pos token.Pos) token.Position {
	if !pos.IsValid() {
		return token.Position{}
	}
	return r.pass.Fset.Position(pos)
}

// Func returns the function of this package with the given key, or nil.
func (r *Result) Func(key string) *types.Func {
	g := r.graph()
	id, ok := g.byKey[key]
	if !ok || !g.nodes[id].pos.IsValid() {
		return nil
	}
	fn, _ := g.nodes[id].obj.(*types.Func)
	return fn
}

// Name returns the display name of the function with the given key.
func (r *Result) Name(key string) string {
	if fn := r.Func(key); fn != nil {
		return FuncName(fn)
	}
	return key
}

// Callers returns the keys of the functions of this package that call the
// function with the given key on each of their own calls, sorted. Cold code
// does not count.
func (r *Result) Callers(key string) []string {
	g := r.graph()
	id, ok := g.byKey[key]
	if !ok {
		return nil
	}
	var keys []string
	for _, e := range g.links {
		if e.to != id || e.cond || e.cold || !e.pos.IsValid() {
			continue
		}
		if from := &g.nodes[e.from]; from.kind == kindFunc && from.key != "" && from.cold == "" {
			keys = append(keys, from.key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Site returns the position of cur in the graph.
func (r *Result) Site(cur inspector.Cursor) Site {
	g := r.lock()
	defer r.mu.Unlock()
	fn, l := g.around(cur)
	return Site{pkg: r, fn: fn, local: l}
}

// Function returns the display name of the declared function that cur stands
// in, or "" outside functions.
func (r *Result) Function(cur inspector.Cursor) string {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		if fn, ok := r.pass.TypesInfo.Defs[c.Node().(*ast.FuncDecl).Name].(*types.Func); ok {
			return shortName(fn)
		}
	}
	return ""
}

// shortName is FuncName without the package.
func shortName(fn *types.Func) string {
	name := FuncName(fn)
	if fn.Pkg() == nil {
		return name
	}
	return strings.Replace(name, fn.Pkg().Name()+".", "", 1)
}
