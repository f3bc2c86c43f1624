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
