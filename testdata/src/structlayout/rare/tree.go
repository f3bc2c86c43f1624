package rare

// nope: a walk over a tree that is there makes nodes where it finds something
type clause struct {
	kind  byte
	text  string
	rules []*clause
	last  bool
}

func (g *grammar) link(r *clause, depth int) {
	switch {
	case r.last && depth > 0:
		extra := &clause{text: r.text}
		g.added = append(g.added, extra)
	}
	for _, child := range r.rules {
		g.link(child, depth+1)
	}
}

type grammar struct{ added []*clause }

// nope: nodes with lists of their own weigh much more
type species struct {
	known       bool
	name        string
	left, right *species
	chances     []float64
	seen        bool
}

func parse(names []string) *species {
	if len(names) == 1 {
		return &species{name: names[0], chances: make([]float64, 4)}
	}
	mid := len(names) / 2
	return &species{left: parse(names[:mid]), right: parse(names[mid:])}
}

// nope: a tree may be small, and there is little to save of a node
type bookmark struct {
	title        string
	open         bool
	parent       any
	first, next  *bookmark
	to, from     any
	x, y, z      float64
	level, place int
	shown        bool
}

func (s *bookmark) clone(parent any) *bookmark {
	if s == nil {
		return nil
	}
	c := &bookmark{title: s.title, parent: parent}
	c.next = s.next.clone(parent)
	c.first = s.first.clone(c)
	return c
}
