package heat

import (
	"go/token"
	"maps"
	"slices"
	"strings"
)

// maxHops is the number of calls through which a loop or a benchmark makes
// functions hot. Requests have no such limit: what they reach runs once for
// each, whereas a loop says less with every call between, and a benchmark is
// about the function it names.
const maxHops = 4

// The ways in which a function can be hot, as indices, and the two in
// which a call can make its callee hot although the caller is not.
const (
	wayLoop = iota
	wayRequest
	wayElement
	wayBench
	wayNested // in a loop of what a loop runs
	ways

	startLoop    // the call stands in a loop
	startReceive // the call stands in a loop that receives messages
)

// Solution holds what is hot in a set of packages, and why.
type Solution struct {
	pkgs    []*Result
	base    map[*Result]int32 // index of a package's first node
	nodes   []*node
	owner   []*Result      // package whose file set positions refer to
	canon   []int32        // the node that stands for all with the same key
	edges   [][]arc        // by caller
	looped  map[int32]*arc // parameters that are called in a loop, with that call
	rarity  []rarity       // see findRarity
	reached [][ways]*reason
}

// arc is an edge between nodes of a solution.
type arc struct {
	pkg *Result // where the link stands
	e   *link
	to  int32
	via int32 // the parameter that to is passed to; -1 if none
}

// loop returns the loop that an arc goes through, which stands around the call
// or, for a function that is passed on, in the callee.
func (s *Solution) loop(a *arc) (pos token.Pos, pkg *Result) {
	if a.e.loop.IsValid() {
		return a.e.loop, a.pkg
	}
	if in := s.looped[a.via]; in != nil {
		return in.e.loop, in.pkg
	}
	return token.NoPos, nil
}

// reason says how heat came to a node: along arc, from the node from that was
// hot in some way or is where a chain starts.
type reason struct {
	from int32
	way  int
	arc  *arc // nil: evidence of the node's own
	hops int  // calls since the evidence
}

// Solve finds what is hot in the given packages together: those of one package
// for drivers that see one at a time, those of all packages of a module.
func Solve(pkgs []*Result) *Solution {
	s := &Solution{pkgs: pkgs, base: make(map[*Result]int32), looped: make(map[int32]*arc)}
	byKey := make(map[string]int32)
	for _, r := range pkgs {
		g := r.graph()
		s.base[r] = int32(len(s.nodes))
		for i := range g.nodes {
			n := &g.nodes[i]
			id := int32(len(s.nodes))
			s.nodes = append(s.nodes, n)
			s.owner = append(s.owner, r)
			first, ok := byKey[n.key]
			switch {
			case n.key == "" || !ok:
				s.canon = append(s.canon, id)
				if n.key != "" {
					byKey[n.key] = id
				}
			default:
				s.canon = append(s.canon, first)
				if n.pos.IsValid() && !s.nodes[first].pos.IsValid() { // the declaration knows most
					s.nodes[first], s.owner[first] = n, r
				}
			}
		}
	}
	s.edges = make([][]arc, len(s.nodes))
	for _, r := range pkgs {
		base := s.base[r]
		g := r.graph()
		for i := range g.links {
			e := &g.links[i]
			from, to := s.canon[base+e.from], s.canon[base+e.to]
			a := arc{to: to, pkg: r, e: e, via: -1}
			if e.via != 0 {
				a.via = s.canon[base+e.via]
			}
			if s.nodes[to].kind == kindParam && e.pos.IsValid() {
				// Heat does not flow through a parameter from the callee to all
				// functions that anybody passes; that the callee loops does.
				if e.loop.IsValid() && s.looped[to] == nil {
					s.looped[to] = &a
				}
				if n := s.nodes[from]; n.kind != kindLit || n.needs&Request == 0 {
					continue
				}
				// A handler literal that an adapter returns calls what the adapter
				// was given, whoever gave it.
			}
			s.edges[from] = append(s.edges[from], a)
		}
	}
	s.forward()
	s.implement(byKey)
	s.findRarity(byKey)
	s.spread()
	return s
}

// forward finds the parameters that are passed on to parameters called in a
// loop.
func (s *Solution) forward() {
	queue := slices.Sorted(maps.Keys(s.looped))
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		for i := range s.edges[id] {
			to := s.edges[id][i].to
			if s.nodes[to].kind == kindParam && s.looped[to] == nil {
				s.looped[to] = s.looped[id]
				queue = append(queue, to)
			}
		}
	}
}

// state is a node that became hot in some way, of which calls are to be followed.
type state struct {
	id      int32
	changes bool // those for requests that change something
	way     int
}

// spread lets heat flow from evidence along calls until nothing changes,
// breadth first, so that every chain is as short as can be. Entry points that
// change something come later and functions that requests reach seldom last, so
// that a chain goes through one only where there is no other.
func (s *Solution) spread() {
	s.reached = make([][ways]*reason, len(s.nodes))
	var queue []state
	var later [2][]state // by how seldom they are
	reach := func(id int32, way int, r *reason) {
		n := s.nodes[id]
		switch {
		case n.cold != "" || s.reached[id][way] != nil:
			return
		case n.setup != "" && n.firm && r.arc != nil:
			return
		case (way == wayLoop || way == wayNested || way == wayBench) && r.hops > maxHops:
			return
		}
		s.reached[id][way] = r
		queue = append(queue, state{id: id, way: way})
	}
	own := new(reason)
	helps := s.helpers()
	for id, n := range s.nodes {
		if s.canon[id] != int32(id) {
			continue
		}
		if n.needs&Loop != 0 {
			reach(int32(id), wayLoop, own)
		}
		if n.needs&Request != 0 && !helps[int32(id)] {
			reach(int32(id), wayRequest, own)
		}
		switch {
		case n.isBenchmark():
			reach(int32(id), wayBench, own)
		case n.needs&Element != 0 || n.hot:
			reach(int32(id), wayElement, own)
		}
	}
	for id, n := range s.nodes {
		if n.cold != "" || s.canon[id] != int32(id) {
			continue
		}
		for i := range s.edges[id] {
			a := &s.edges[id][i]
			if a.e.cold {
				continue
			}
			r := &reason{from: int32(id), way: startReceive, arc: a, hops: 1}
			if a.e.request != "" {
				reach(a.to, wayRequest, r)
				if a.e.element {
					reach(a.to, wayElement, r)
				}
			}
			if a.e.stream && n.setup == "" {
				reach(a.to, wayLoop, &reason{from: int32(id), way: startLoop, arc: a, hops: 1})
			}
		}
	}
	for id, n := range s.nodes {
		if n.cold != "" || n.setup != "" || s.canon[id] != int32(id) {
			continue
		}
		for i := range s.edges[id] {
			a := &s.edges[id][i]
			if loop, _ := s.loop(a); loop.IsValid() && !a.e.cold {
				r := &reason{from: int32(id), way: startLoop, arc: a, hops: 1}
				reach(a.to, wayLoop, r)
				if a.e.nested {
					reach(a.to, wayNested, r)
				}
			}
		}
	}
	for turn := 0; len(queue) > 0 || turn <= len(later); {
		if len(queue) == 0 {
			if turn < len(later) {
				queue = later[turn]
			} else {
				for _, id := range slices.Sorted(maps.Keys(helps)) { // that nothing reached
					reach(id, wayRequest, own)
				}
			}
			turn++
			continue
		}
		st := queue[0]
		queue = queue[1:]
		if rank := s.rank(st); rank > turn {
			later[rank-1] = append(later[rank-1], st)
			continue
		}
		put := false // what is for requests that change something is put off
		for i := range s.edges[st.id] {
			a := &s.edges[st.id][i]
			if a.e.cold {
				continue
			}
			if a.e.changes != st.changes {
				put = true
				continue
			}
			r := &reason{from: st.id, way: st.way, arc: a, hops: s.reached[st.id][st.way].hops}
			if s.nodes[a.to].kind == kindFunc {
				r.hops++ // slots, interfaces and literals are steps of the same call
			}
			if st.way == wayElement && s.nodes[a.to].isEntry() {
				continue // a turn that calls one is a request of its own
			}
			reach(a.to, st.way, r)
			if loop, _ := s.loop(a); st.way == wayLoop && loop.IsValid() {
				reach(a.to, wayNested, &reason{from: st.id, way: wayLoop, arc: a, hops: 1})
			}
			if loop, _ := s.loop(a); st.way == wayRequest && loop.IsValid() && !s.nodes[a.to].isEntry() {
				if a.e.request == "" || a.e.element { // else the turns are requests
					reach(a.to, wayElement, r)
				}
				reach(a.to, wayLoop, r)
			}
		}
		switch after := (state{id: st.id, way: st.way, changes: true}); {
		case !put || st.changes:
		case turn == 0:
			later[0] = append(later[0], after)
		default:
			queue = append(queue, after)
		}
	}
}

// httpHandler is what a function with the parameters of a handler is, which others
// may call, too.
const httpHandler = "net/http handler"

// helpers returns the functions that work for a request by their parameters alone,
// and of which all callers are known: which requests they work for, these tell.
func (s *Solution) helpers() map[int32]bool {
	called := make(map[int32]bool) // false: a function value, too
	for from := range s.edges {
		for i := range s.edges[from] {
			a := &s.edges[from][i]
			n := s.nodes[a.to]
			if n.kind != kindFunc || n.needs&Request == 0 || n.isEntry() && n.evidence != httpHandler || !s.owner[a.to].graph().private(n) {
				continue
			}
			switch kind := s.nodes[from].kind; {
			case !a.e.pos.IsValid() || kind != kindFunc && kind != kindLit:
				called[a.to] = false
			case !a.e.cold:
				if _, ok := called[a.to]; !ok {
					called[a.to] = true
				}
			}
		}
	}
	maps.DeleteFunc(called, func(_ int32, only bool) bool { return !only })
	return called
}

// isEntry reports whether requests come in at n, which more than its parameters
// tell.
func (n *node) isEntry() bool {
	return n.needs&Request != 0 && !strings.HasSuffix(n.evidence, ":")
}

// starts reports whether st is an entry point, by itself or since it is
// registered.
func (s *Solution) starts(st state) bool {
	r := s.reached[st.id][st.way]
	return r.arc == nil || s.nodes[r.from].kind == kindRoot
}

// rank tells how late the function st passes on what makes it hot: 2 if it is
// one that requests reach seldom, by its route, its name or that of its file, 1 if it is an
// entry point that changes something, else 0.
func (s *Solution) rank(st state) int {
	kind := s.nodes[st.id].kind
	switch {
	case st.way != wayRequest && st.way != wayElement || kind != kindFunc && kind != kindLit || len(s.edges[st.id]) == 0:
		return 0
	case s.rarity[st.id] == seldom || IsSeldom(s.name(st.id)) || inSeldomFile(s.position(st.id)):
		return 2
	case s.rarity[st.id] == changing || s.starts(st) && isChange(s.name(st.id)):
		return 1
	}
	return 0
}
