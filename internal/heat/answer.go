package heat

// answer is one way in which a site can be hot: the needs it meets, and what
// shows it.
type answer struct {
	holds bool
	meets Need
	class Class
	way   int // of the function's heat; -1: the steps are all there is
	steps []Step
}

// At tells whether the site meets one of the needs, by the strongest evidence
// there is for it, and what is known of it otherwise.
func (s *Solution) At(site Site, need Need) (Heat, bool) {
	return s.Without(nil, site, need)
}

// Without is At by the strongest evidence that there is no doubt about, if there
// is one; a nil doubt has none.
func (s *Solution) Without(doubt func(Heat) bool, site Site, need Need) (Heat, bool) {
	id := s.canon[s.base[site.pkg]+site.fn]
	n, l := s.nodes[id], site.local
	switch {
	case n.cold != "":
		return Heat{Class: ClassCold, Why: n.cold}, need&Anywhere != 0
	case l.cold != "" && !n.hot:
		return Heat{Class: ClassCold, Why: l.cold}, need&Anywhere != 0
	}
	var strongest *Heat
	for _, a := range s.answers(id, site) {
		if !a.holds || need&a.meets == 0 {
			continue
		}
		h := Heat{Class: a.class}
		if a.way >= 0 {
			var source *node
			h, source = s.chain(id, a.way)
			h.Class = a.class
			if l.changes {
				h.rarity = max(h.rarity, changing)
			}
			h.Optional = h.Optional && (!l.loop.IsValid() || a.class == ClassLoop && len(a.steps) == 0)
			h.Stream = !l.kind && s.throughStream(id, a.way)
			if source.hot {
				h.Class = ClassHot
			}
		}
		h.Stream = h.Stream || l.stream
		if len(a.steps) > 0 {
			h.Few, h.Own = l.few, l.own
		}
		h.Chain = append(h.Chain, a.steps...)
		if doubt == nil || !doubt(h) {
			return h, true
		}
		if strongest == nil {
			strongest = &h
		}
	}
	if strongest != nil {
		return *strongest, true
	}
	if n.setup != "" && s.reached[id] == [ways]*reason{} {
		return Heat{Class: ClassSetup, Why: n.setup}, need&Anywhere != 0 || n.command && need&Command != 0
	}
	return Heat{Class: ClassUnknown}, need&(NotCold|Anywhere) != 0
}

// answers lists what can be said of a site in a function, strongest first.
func (s *Solution) answers(id int32, site Site) []answer {
	n, l, reached := s.nodes[id], site.local, s.reached[id]
	request, looped := reached[wayRequest] != nil, reached[wayLoop] != nil
	inLoop := l.loop.IsValid()
	self := Step{What: s.name(id), Pos: s.position(id)}
	loop := Step{What: inTheLoop, Pos: site.pkg.position(l.loop)}
	receive := Step{What: l.request, Pos: site.pkg.position(l.loop)}
	var within []Step
	if inLoop {
		within = []Step{loop}
	}
	timed := s.timedLoops(id)
	if inLoop && reached[wayBench] != nil {
		timed++
	}
	// streams returns what the loops meet through which the function is hot in some
	// way, together with those around the site; nested tells that these are two.
	streams := func(way int, nested bool) Need {
		switch {
		case !l.stream && (l.kind || way < 0 || !s.throughStream(id, way)):
			return 0
		case nested:
			return Stream | Inner
		}
		return Stream
	}
	const (
		every      = Element | Nested | Request | Loop | NotCold
		timedEvery = every | Stream | Inner
	)
	return []answer{
		{reached[wayElement] != nil, every | streams(wayElement, true), ClassElement, wayElement, nil},
		{l.request != "" && l.element, every | streams(-1, true), ClassElement, -1, []Step{receive, loop}},
		{request && inLoop && l.request == "", every | streams(wayRequest, true), ClassElement, wayRequest, within},
		{l.request != "", Request | Loop | NotCold, ClassRequest, -1, []Step{receive}},
		{request, Request | NotCold, ClassRequest, wayRequest, nil},
		{timed > 1, timedEvery, ClassBenchmark, wayBench, within},
		{inLoop && looped, Nested | Loop | NotCold | streams(wayLoop, true), ClassLoop, wayLoop, within},
		{inLoop && n.setup == "" && l.nested, Nested | Loop | NotCold | streams(-1, true), ClassLoop, -1, []Step{self, loop}},
		{inLoop && n.setup == "" && l.stream, Loop | NotCold | streams(-1, false), ClassLoop, -1, []Step{self, loop}},
		{reached[wayNested] != nil, streams(wayNested, true), ClassLoop, wayNested, nil},
		{looped && s.startsInStream(id), Loop | NotCold | streams(wayLoop, false), ClassLoop, wayLoop, nil},
		// That a benchmark runs it does not tell a loop that goes on from one of a
		// handful of turns.
		{timed > 0, timedEvery, ClassBenchmark, wayBench, within},
		{inLoop && n.setup == "", Loop | NotCold, ClassLoop, -1, []Step{self, loop}},
		{inLoop && n.command, Command, ClassLoop, -1, []Step{self, loop}},
		{looped, Loop | NotCold, ClassLoop, wayLoop, nil},
		// What the only loop that is timed runs, once in each turn, may be rare in
		// the program: that other loops run it says more.
		{reached[wayBench] != nil, timedEvery, ClassBenchmark, wayBench, nil},
	}
}

// throughStream reports whether one of the loops that made a node hot in some
// way goes on as long as its input does, and nothing that its turns do on the way
// to the node is for one of many kinds of input.
func (s *Solution) throughStream(id int32, way int) bool {
	for r := s.reached[id][way]; r != nil && r.arc != nil; r = s.reached[r.from][r.way] {
		switch e := r.arc.e; {
		case e.picked:
			return false
		case e.stream:
			return true
		case e.kind || r.way >= ways || s.dispatches(r.from):
			return false
		}
	}
	return false
}

// dispatches reports whether a call of the slot or interface method id may run any
// of many functions, one for each kind of input.
func (s *Solution) dispatches(id int32) bool {
	return s.nodes[id].kind != kindFunc && s.nodes[id].kind != kindLit && len(s.edges[id]) >= manyCases
}

// startsInStream reports whether the loop that made a node hot goes on as long
// as its input does.
func (s *Solution) startsInStream(id int32) bool {
	r := s.reached[id][wayLoop]
	for r.arc != nil && r.way == wayLoop {
		r = s.reached[r.from][wayLoop]
	}
	return r.arc != nil && r.way == startLoop && r.arc.e.stream
}

// timedLoops returns the number of loops of the program through which a
// benchmark runs a node.
func (s *Solution) timedLoops(id int32) (n int) {
	for r := s.reached[id][wayBench]; r != nil && r.arc != nil; r = s.reached[r.from][wayBench] {
		if loop, _ := s.loop(r.arc); loop.IsValid() {
			n++
		}
	}
	return n
}
