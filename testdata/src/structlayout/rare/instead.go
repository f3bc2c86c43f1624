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
