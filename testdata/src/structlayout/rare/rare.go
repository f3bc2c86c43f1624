// Package rare has structs of which nothing shows that many are made.
package rare

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// nope: nobody makes one
type unused struct {
	a bool
	n int64
	b bool
}

// nope: one
type single struct {
	a bool
	n int64
	b bool
}

func newSingle() *single { return &single{} }

// nope: stays on the stack
type local struct {
	a bool
	n int64
	b bool
}

func (l *local) add(n int) { l.n += int64(n) }

func sum(ns string) (total int64) {
	for _, n := range ns {
		l := &local{}
		l.add(int(n))
		total += l.n
	}
	for range ns {
		var l local
		(&l).add(1)
		total += l.n
		use(l)
	}
	return total
}

func use(local) {}

// nope: overwritten, not added
type slot struct {
	a bool
	n int64
	b bool
}

func overwrite(slots []slot, fixed *[4]slot, text string) {
	for i := range text {
		slots[i] = slot{n: 1}
		fixed[i%4] = slot{}
	}
}

// nope: the loop is short
type digit struct {
	a bool
	n int64
	b bool
}

func digits() (all []digit) {
	for range 3 {
		all = append(all, digit{})
	}
	return all
}

// nope: set-up
type rule struct {
	a bool
	n int64
	b bool
}

var (
	rules []rule
	text  = "a long text"
)

func init() {
	for range text {
		rules = append(rules, rule{})
	}
}

// nope: pooled, so few are made
type buffer struct {
	a bool
	n int64
	b bool
}

var buffers = sync.Pool{New: func() any { return &buffer{} }}

var more sync.Pool

func get() *buffer {
	b, ok := more.Get().(*buffer)
	if !ok {
		return &buffer{}
	}
	return b
}

func work(n string) {
	for range n {
		buffers.Put(get())
	}
}

// nope: a block of the same size on the heap, and only there
type same struct {
	a bool
	n [14]int64
	b bool
}

func sames(n string) (all []*same) {
	for range n {
		all = append(all, &same{})
	}
	return all
}

// nope: a worker; what it does costs more
type worker struct {
	a    bool
	jobs chan int
	b    bool
}

func workers(n string) (all []*worker) {
	for range n {
		all = append(all, &worker{jobs: make(chan int)})
	}
	return all
}

// nope: a task with a context
type task struct {
	a   bool
	ctx context.Context
	b   bool
}

func tasks(ctx context.Context, n string) (all []*task) {
	for range n {
		all = append(all, &task{ctx: ctx})
	}
	return all
}

// nope: on error paths
type failure struct {
	a bool
	n int64
	b bool
}

func (f *failure) Error() string { return fmt.Sprint("failed ", f.n) }

func try(ns string) error {
	for _, n := range ns {
		if n > 127 {
			return &failure{n: int64(n)}
		}
	}
	return nil
}

// nope: a request makes one, and much of that is little of what a request costs
type answer struct {
	a bool
	n int64
	b bool
	m int64
	c bool
	x int64
	d bool
	y int64
	e bool
	z int64
}

func ServeHTTP(w http.ResponseWriter, r *http.Request) { last = &answer{} }

var last *answer

// nope: much of what a loop over a slice makes, which may be a handful
type report struct {
	a bool
	n int64
	b bool
	m int64
	c bool
	x int64
	d bool
	y int64
	e bool
	z int64
}

func reports(ns []int) (all []*report) {
	for range ns {
		all = append(all, &report{})
	}
	return all
}

// nope: what has a list is a group of others, and weighs much more
type page struct {
	a     bool
	n     int64
	b     bool
	notes []int32
}

type inset struct { // nope: neither is what holds one in it
	a bool
	n int64
	b bool
}

type essay struct {
	inset inset
	names []string
}

func pages(text string) (all []*page, essays []essay) {
	for range text {
		all = append(all, &page{})
		essays = append(essays, essay{})
	}
	return all, essays
}

// nope: a seventh of what one loop makes, as a file of a few lines has
type stat struct {
	a     bool
	words [11]int64
	b     bool
}

func stats(lines <-chan string, m map[string]*stat) {
	for line := range lines {
		m[line] = &stat{}
	}
}

// nope: a benchmark measures all of what makes one
type summary struct {
	a bool
	n int64
	b bool
}

func whole(text string) *summary {
	s := &summary{}
	for range text {
		s.n++
	}
	return s
}

// nope: a loop over a slice may make a handful
type handful struct {
	a bool
	n int64
	b bool
}

func handfuls(ns []int, m map[int]int) (all []handful) {
	for range ns {
		all = append(all, handful{})
	}
	for range m {
		all = append(all, handful{})
	}
	for i := 0; i < len(ns); i++ {
		all = append(all, handful{})
	}
	return all
}

// nope: one word of eight, in a loop that is not nested
type eighth struct {
	a     bool
	words [6]int64
	b     bool
}

func eighths(n string) (all []eighth) {
	for range n {
		all = append(all, eighth{})
	}
	return all
}

// nope: somebody else made the slice
type given struct {
	a bool
	n int64
	b bool
}

func fillGiven(rows []given, text string) {
	for i := range text {
		rows[i].n = 1
		p := &rows[i]
		p.a = true
	}
}

// nope: waits in each turn
type beat struct {
	a bool
	n int64
	b bool
}

func beats(ch chan *beat) {
	for {
		time.Sleep(time.Second)
		ch <- &beat{}
	}
}

// nope: above 128 bytes a map holds pointers; below it, all the empty slots
type value struct { // want value:"observed"
	a     bool
	words [15]int64
	b     bool
}

func values(ns []int) ([]*value, map[int]value) {
	var all []*value
	m := make(map[int]value)
	for range ns {
		for _, n := range ns {
			m[n] = value{}
			all = append(all, &value{})
		}
	}
	return all, m
}

// nope: what is asked through an interface costs more than how it is asked
type question struct {
	a bool
	n int64
	b bool
}

type oracle interface {
	Ask(q *question)
}

func askAll(o oracle, text string) {
	for range text {
		o.Ask(&question{n: 1})
	}
}

// nope: pushed and popped: there are as many as are nested
type level struct {
	a bool
	n int64
	b bool
}

type levels struct{ list []level }

func (l *levels) push() { l.list = append(l.list, level{n: 1}) }

func (l *levels) pop() { l.list = l.list[:len(l.list)-1] }

func depth(l *levels, text string) {
	var own []level
	for _, c := range text {
		if c == '(' {
			l.push()
			own = append(own, level{})
			continue
		}
		l.pop()
		last := len(own) - 1
		own = own[:last]
	}
}

// nope: which of several things a turn does is not known, and this one may be rare
type opening struct {
	a bool
	n int64
	b bool
}

func serve(events chan string) (all []*opening) {
	for e := range events {
		switch e {
		case "open":
			all = append(all, opened())
		case "data":
		}
	}
	return all
}

func opened() *opening { return &opening{n: 1} }

// nope: a turn reads one of many sections, and the loop within may make a handful
type table struct {
	a bool
	n int64
	b bool
}

func sections(kinds chan string, sizes []int) {
	for kind := range kinds {
		switch kind {
		case "table":
			tables(len(sizes))
		case "code":
		case "data":
		case "name":
		}
	}
}

func tables(n int) []table {
	list := make([]table, n)
	for i := range list {
		list[i].n = 1
	}
	return list
}

// nope: one of many kinds of input, and nothing shows that it is a common one
type branch struct {
	a bool
	n int64
	b bool
}

// nope: nor that of an element
type label struct {
	a bool
	n int64
	b bool
}

// nope: neither is this one, which a function makes for one kind
type loop struct {
	a bool
	n int64
	b bool
}

func tokens(kinds chan string, list []string) (all []any) {
	for kind := range kinds {
		switch kind {
		case "if":
			all = append(all, &branch{n: 1})
		case "for":
			for range list {
				all = append(all, other(kind))
			}
		case "text":
			labels = append(labels, label{n: 1})
		case "end":
		}
	}
	return all
}

var labels []label

func other(kind string) any {
	switch kind {
	case "for":
		return &loop{n: 1}
	case "while":
	case "until":
	case "repeat":
	}
	return nil
}

// nope: nor is what a function makes that is called for one kind, in whatever loop
type cell struct {
	a bool
	n int64
	b bool
}

func messages(kinds chan string, rows chan int64) (all []any) {
	for kind := range kinds {
		switch kind {
		case "table":
			all = append(all, cells(rows))
		case "text":
		case "code":
		case "end":
		}
	}
	return all
}

func cells(rows chan int64) (list []*cell) {
	for n := range rows {
		c := new(cell)
		c.n = n
		list = append(list, c)
	}
	return list
}

// nope: its buffer is larger than itself
type scanner struct {
	a    bool
	text bytes.Buffer
	b    bool
}

func scanners(n string) (all []*scanner) {
	for range n {
		all = append(all, &scanner{})
	}
	return all
}

// nope: so is this one's
type source struct {
	a    bool
	text []byte
	b    bool
}

func sources(n string) (all []*source) {
	for range n {
		all = append(all, &source{text: make([]byte, 0, 4096)})
	}
	return all
}
