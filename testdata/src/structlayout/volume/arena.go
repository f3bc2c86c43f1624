package volume

// handed out from pages, which are made when the last one is full
type instr struct { // want `struct instr: 24 bytes .*\[loop: made 128 at a time in \(\*arena\)\.alloc, 24 -> 16 bytes per element`
	a bool
	n int64
	b bool
}

type page [128]instr

type arena struct {
	pages []*page
	used  int
}

func (a *arena) alloc() *instr {
	if len(a.pages) == 0 || a.used == len(page{}) {
		a.pages = append(a.pages, new(page))
		a.used = 0
	}
	a.used++
	return &a.pages[len(a.pages)-1][a.used-1]
}

// handed out from slices
type slot struct { // want `struct slot: 24 bytes .*made 512 at a time in \(\*slots\)\.alloc, 24 -> 16 bytes per element`
	a bool
	n int64
	b bool
}

type slots struct{ blocks [][]slot }

func (s *slots) alloc() *slot {
	last := len(s.blocks) - 1
	if last < 0 || len(s.blocks[last]) == cap(s.blocks[last]) {
		s.blocks = append(s.blocks, make([]slot, 0, 512))
		last++
	}
	s.blocks[last] = append(s.blocks[last], slot{})
	return &s.blocks[last][len(s.blocks[last])-1]
}

// nope: what main sets up
type preset struct {
	a bool
	n int64
	b bool
}

var presets [][]preset

func init() { presets = append(presets, make([]preset, 64)) }

// nope: one table, a handful of lists, and lists of a size that callers choose
type tabled struct {
	a bool
	n int64
	b bool
}

var table *[128]tabled

func tables(n int) (all [][]tabled) {
	table = new([128]tabled)
	all = append(all, make([]tabled, 4))
	return append(all, make([]tabled, n))
}

// handed out by an arena of any type, which may stand in another one
type inst struct { // want `struct inst: 24 bytes .*\[loop: taken from pages in \(\*builder\)\.inst, 24 -> 16 bytes per element\]`
	a bool
	n int64
	b bool
}

type block struct { // want `struct block: 24 bytes .*\[loop: taken from pages in \(\*builder\)\.block, 24 -> 16 bytes per element\]`
	a bool
	n int64
	b bool
}

type pool[T any] struct {
	pages []*[64]T
	next  int
}

func (p *pool[T]) alloc() *T {
	if p.next == len(p.pages)*64 {
		p.pages = append(p.pages, new([64]T))
	}
	p.next++
	return &p.pages[len(p.pages)-1][(p.next-1)%64]
}

type numbered[T any] struct {
	pool pool[T]
	byID []*T
}

func (p *numbered[T]) get() *T { return p.pool.alloc() }

type builder struct {
	insts  pool[inst]
	blocks numbered[block]
}

func (b *builder) inst() *inst { return b.insts.alloc() }

func (b *builder) block() *block { return b.blocks.get() }

// nope: taken from a stack, and from a pool of a few
type frame struct {
	a bool
	n int64
	b bool
}

type stack[T any] struct{ list []T }

func (s *stack[T]) top() *T { return &s.list[len(s.list)-1] }

type few[T any] struct{ pages []*[4]T }

func (p *few[T]) get() *T { return &p.pages[0][0] }

func frames(s *stack[frame], f *few[frame]) (*frame, *frame) { return s.top(), f.get() }
