// Package volume has structs that are made in number, in every way that counts.
package volume

import (
	"container/list"
	"net/http"
	"strings"
	"sync"
)

type row struct { // want `struct row: 40 bytes \(class 48\), 32 with its fields .* \(class 32\), 33 % less per object \[loop: .*appended in load, 40 -> 32 bytes per element\]`
	open   bool
	id     int64
	closed bool
	name   string
}

func load(n string) (rows []row) {
	for i := range n {
		rows = append(rows, row{id: int64(i)})
	}
	return rows
}

type node struct { // want `struct node: 40 bytes \(class 48\), 24 with .* \(class 24\), 50 % less per object \[.*allocated and stored in \(\*tree\)\.insert\]`
	red   bool
	left  *node
	dirty bool
	right *node
	leaf  bool
}

type tree struct{ root *node }

func (t *tree) insert() {
	t.root = &node{left: t.root}
}

func fill(t *tree, keys string) {
	for range keys {
		t.insert()
	}
}

type entry struct { // want `struct entry: 24 bytes \(class 24\), 16 .* \(class 16\), 33 % .*put into a map in index, 32 -> 24 bytes per entry`
	hot  bool
	hits int64
	old  bool
}

func index(keys string) map[rune]entry {
	m := make(map[rune]entry)
	for _, k := range keys {
		m[k] = entry{hits: 1}
	}
	return m
}

type cell struct { // want `struct cell: .*filled into a slice in grid, 24 -> 16 bytes per element`
	a bool
	n int64
	b bool
}

func grid(text string, n int) (rows [][]cell) {
	for range text {
		cells := make([]cell, n)
		for i := range cells {
			cells[i] = cell{n: 1}
		}
		rows = append(rows, cells)
	}
	return rows
}

type event struct { // want `struct event: .*allocated and sent in emit`
	a bool
	n int64
	b bool
}

func emit(n string, ch chan<- *event) {
	for range n {
		e := &event{}
		e.n = 1
		ch <- e
	}
}

type item struct { // want `struct item: .*allocated and kept by PushBack in queue`
	a bool
	n int64
	b bool
}

func queue(n string) *list.List {
	l := list.New()
	for range n {
		l.PushBack(item{n: 1})
	}
	return l
}

type byVar struct { // want `struct byVar: .*allocated and appended in byVars`
	a bool
	n int64
	b bool
}

func byVars(n string) (all []*byVar) {
	for range n {
		var v byVar
		v.n = 1
		all = append(all, &v)
	}
	return all
}

type fresh struct { // want `struct fresh: .*allocated and stored in freshes`
	a bool
	n int64
	b bool
}

func freshes(n string, out []*fresh) {
	for i := range n {
		out[i] = new(fresh)
	}
}

// a shape is boxed in an interface
type shape struct { // want `struct shape: .*allocated and returned in newShape`
	a bool
	n int64
	b bool
}

func (shape) Area() int { return 0 }

type area interface{ Area() int }

func newShape() area { return shape{n: 1} }

func shapes(n string) (sum int) {
	for range n {
		sum += newShape().Area()
	}
	return sum
}

// a session lives in a struct that is stored
type session struct { // want `struct session: .*allocated and put into a map in \(\*hub\)\.ServeHTTP`
	a bool
	n int64
	b bool
}

type hub struct {
	mu       sync.Mutex
	sessions map[string]holder
}

type holder struct{ s *session }

func (h *hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for id := range strings.SplitSeq(r.URL.RawQuery, "&") {
		h.sessions[id] = holder{s: &session{}}
	}
}

// a local type
func locals(n string) int {
	type pair struct { // want `struct pair: 24 bytes`
		a bool
		n int64
		b bool
	}
	var pairs []pair
	for range n {
		pairs = append(pairs, pair{})
	}
	return len(pairs)
}

// arrays of it count too
type point struct { // want `struct point: 24 bytes .*appended in lines, 24 -> 16 bytes per element`
	a bool
	n int64
	b bool
}

func lines(n string) (all [][2]point) {
	for range n {
		all = append(all, [2]point{})
	}
	return all
}

// a field without size at the end costs a word
type marked struct { // want `struct marked: 24 bytes \(class 24\), 16 with`
	a, b int64
	_    struct{}
}

func marks(n string) (all []marked) {
	for range n {
		all = append(all, marked{a: 1})
	}
	return all
}

// embedded fields move too
type base struct {
	ok bool
	n  int64
}

type derived struct { // want `struct derived: 40 bytes \(class 48\), 32 with`
	flag bool
	base
	more bool
	x    int64
}

func deriveds(n string) (all []*derived) {
	for range n {
		all = append(all, &derived{base: base{n: 1}})
	}
	return all
}

// boxed in a field of what is stored
type boxedField struct { // want `struct boxedField: .*allocated and appended in boxedFields`
	a bool
	n int64
	b bool
}

type envelope struct {
	id      int
	payload any
}

func boxedFields(n string) (all []envelope) {
	for i := range n {
		all = append(all, envelope{id: i, payload: boxedField{n: 1}})
	}
	return all
}

// given by value to what stands behind an interface
type message struct { // want `struct message: .*allocated and passed to Record in record`
	a bool
	n int64
	b bool
}

func (message) Name() string { return "message" }

type recorder interface {
	Record(e interface{ Name() string })
}

func record(r recorder, n string) {
	for range n {
		r.Record(message{n: 1})
	}
}
