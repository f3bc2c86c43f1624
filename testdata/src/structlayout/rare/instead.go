package rare

// nope: made only where the caller gives none to use again
type state struct {
	a bool
	n int64
	b bool
}

type reader interface{ read(byte) }

func (s *state) read(c byte) { s.n += int64(c) }

func stateAt(old reader, c byte) reader {
	s, ok := old.(*state)
	if ok && s != nil {
		*s = state{}
	} else {
		s = &state{}
	}
	s.read(c)
	return s
}

func walk(text []byte) (s reader) {
	for _, c := range text {
		s = stateAt(s, c)
	}
	return s
}

// nope: nor is this one
type frame struct {
	a bool
	n int64
	b bool
}

func readFrame(into *frame, c byte) *frame {
	if into == nil {
		into = new(frame)
	}
	into.n = int64(c)
	return into
}

// nope: nor what a list of those used before has
type scratch struct {
	a bool
	n int64
	b bool
}

func again(used []*scratch, i int) *scratch {
	s := used[i]
	if s == nil {
		s = &scratch{}
	}
	return s
}

func frames(text []byte, used []*scratch) (f *frame, s *scratch) {
	for i, c := range text {
		f = readFrame(f, c)
		s = again(used, i)
	}
	return f, s
}

// nope: takes the place of another, on a condition
type term struct {
	a bool
	n int64
	b bool
}

func resolve(lists <-chan []*term) {
	for list := range lists {
		for i, t := range list {
			if t.a {
				list[i] = &term{n: t.n}
			}
		}
	}
}

// nope: entries come and go, and nothing shows how many there are at a time
type open struct {
	a bool
	n int64
	b bool
}

type registry struct{ files map[int]open }

func (r *registry) replay(log []byte) {
	for i, kind := range log {
		if kind == 0 {
			r.files[i] = open{n: 1}
		} else {
			delete(r.files, i)
		}
	}
}

// nope: what it holds is made in number, not itself
type document struct {
	draft bool
	size  int64
	old   bool
	parts []*section
	last  bool
}

type section struct{ rows []row }

type row struct{ n int }

func documents(text string) (all []*document) {
	for range text {
		all = append(all, &document{})
	}
	return all
}

// nope: the last one stays
type title struct {
	a bool
	n int64
	b bool
}

type book struct {
	meta  struct{ title *title }
	pages int
}

func (b *book) parse(text []byte) {
	for _, c := range text {
		if c == '#' {
			t := &title{n: int64(c)}
			b.meta.title = t
		} else {
			b.pages++
		}
	}
}

// nope: one of very many kinds, three of which make it
type stop struct {
	a bool
	n int64
	b bool
}

type stack struct{ top any }

func reduce(rules string, s *stack, out chan<- any) {
	for _, r := range rules {
		switch r {
		case 1:
			s.top = &stop{n: 1}
		case 2:
			s.top = &stop{n: 2}
		case 3:
			s.top = &stop{n: 3}
		case 4, 5:
		case 6:
		case 7:
		case 8:
		case 9:
		case 10:
		case 11:
		case 12:
		case 13:
		case 14:
		case 15:
		case 16:
		case 17:
		case 18:
		case 19:
		case 20:
		case 21:
		case 22:
		case 23:
		case 24:
		case 25:
		case 26:
		case 27:
		}
		out <- s.top
	}
}

// nope: once for each probe
type codec struct {
	a bool
	n int64
	b bool
}

type probe struct {
	found  bool
	codecs []any
}

func (p *probe) push(c byte) {
	if c == 'c' {
		if !p.found {
			p.codecs = append(p.codecs, codec{n: 1})
			p.found = true
		}
	}
}

func probeAll(text []byte, p *probe) {
	for _, c := range text {
		p.push(c)
	}
}
