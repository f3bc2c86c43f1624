package volume

// a parameter is no object to use again unless the condition asks for it
type chapter struct { // want `struct chapter: .*allocated and sent in chapters`
	a bool
	n int64
	b bool
}

func chapters(text []byte, last *chapter, into chan<- *chapter) {
	for _, c := range text {
		if c == '\n' {
			last = &chapter{}
			into <- last
		}
	}
}

// neither is a variable of the function
type para struct { // want `struct para: .*allocated and appended in paras`
	a bool
	n int64
	b bool
}

func paras(text []byte) (all []*para) {
	var p *para
	for _, c := range text {
		if p == nil {
			p = &para{n: int64(c)}
			all = append(all, p)
		}
		if c == '\n' {
			p = nil
		}
	}
	return all
}

// stored in every turn, in a list that has room for it
type verse struct { // want `struct verse: .*allocated and stored in verses`
	a bool
	n int64
	b bool
}

func verses(lists <-chan []*verse) {
	for list := range lists {
		for i := range list {
			list[i] = &verse{}
		}
	}
}

// put into a map that only grows
type place struct { // want `struct place: .*put into a map in places, 32 -> 24 bytes per entry`
	a bool
	n int64
	b bool
}

func places(text string) map[int]place {
	m := make(map[int]place)
	for i := range text {
		m[i] = place{n: 1}
	}
	return m
}

// an object for each that comes, whatever goes
type visitor struct { // want `struct visitor: .*allocated and put into a map in visitors`
	a bool
	n int64
	b bool
}

func visitors(text string, m map[int]*visitor) {
	for i, c := range text {
		if c == '-' {
			delete(m, i)
		}
		m[i] = &visitor{}
	}
}

// a list of its like, and bytes, are what nodes have
type tag struct { // want `struct tag: .*allocated and appended in tags`
	open  bool
	n     int64
	empty bool
	text  []byte
	last  bool
	inner []*tag
}

func tags(text string) (all []*tag) {
	for range text {
		all = append(all, &tag{})
	}
	return all
}

// each is taken from where it is put
type scene struct { // want `struct scene: .*allocated and stored in \(\*play\)\.parse`
	a bool
	n int64
	b bool
}

type play struct {
	now    *scene
	scenes []*scene
}

func (p *play) parse(text []byte) {
	for range text {
		p.now = &scene{}
		p.scenes = append(p.scenes, p.now)
	}
}

// or something that the loop calls may take it
type act struct { // want `struct act: .*allocated and stored in \(\*show\)\.parse`
	a bool
	n int64
	b bool
}

type show struct {
	now  *act
	acts []*act
}

func (s *show) flush() { s.acts = append(s.acts, s.now) }

func (s *show) parse(text []byte) {
	for range text {
		s.flush()
		s.now = &act{}
	}
}

// a list that grows at its end
type link struct { // want `struct link: 32 bytes .*allocated and stored in links`
	a    bool
	n    int64
	b    bool
	next *link
}

func links(text []byte, last *link) {
	for range text {
		last.next = &link{}
		last = last.next
	}
}

// a flag that is taken back is a state
type lexeme struct { // want `struct lexeme: .*allocated and appended in \(\*lexer\)\.push`
	a bool
	n int64
	b bool
}

type lexer struct {
	inside bool
	words  []any
}

func (l *lexer) push(c byte) {
	if !l.inside {
		l.words = append(l.words, lexeme{n: 1})
		l.inside = true
	}
	if c == ' ' {
		l.inside = false
	}
}

func lexAll(text []byte, l *lexer) {
	for _, c := range text {
		l.push(c)
	}
}
