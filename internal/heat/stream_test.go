package heat_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// TestStreams asks which loops go on as long as their input does: others may
// make a handful of turns.
func TestStreams(t *testing.T) {
	m := solve(t, `
-- read/read.go --
package read

import (
	"bufio"
	"container/list"
	"iter"
	"maps"
)

func probe(string) {}

type cursor struct{ at, end int }

func (c *cursor) next() bool { c.at++; return c.at < c.end }

func all(s *bufio.Scanner, c *cursor, text string, raw []byte, ch chan int, seq iter.Seq[int], l *list.List) {
	for s.Scan() {
		probe("scanner")
		line()
	}
	for c.next() && len(raw) > 0 {
		probe("cursor")
	}
	for c.at < c.end {
		c.next()
		probe("place of a cursor")
	}
	for e := l.Front(); more(e); e = e.Next() {
		probe("asks a function")
	}
	for range text {
		probe("runes")
	}
	for i := 0; i < len(raw); i++ {
		probe("bytes")
	}
	for range ch {
		probe("channel")
	}
	for range seq {
		probe("iterator")
	}
	for {
		if c.at++; c.at > c.end {
			break
		}
		probe("no condition")
	}
	for {
		if raw = raw[1:]; len(raw) == 0 {
			break
		}
		probe("bytes are taken off")
	}
}

func more(e *list.Element) bool { return e != nil }

func next(rows []string) ([]string, bool) { return rows, len(rows) > 0 }

func few(rows []string, m map[int]int, n int, l *list.List, queue []int, text string) {
	for range rows {
		probe("slice")
		row()
	}
	for range m {
		probe("map")
	}
	for range maps.Keys(m) {
		probe("keys")
	}
	for i := 0; i < len(rows); i++ {
		probe("counts")
	}
	for i := 0; i < l.Len(); i++ {
		probe("counts to a length")
	}
	for len(queue) > 0 {
		queue = queue[1:]
		probe("work list")
	}
	for len(text) > 0 {
		text = text[1:]
		probe("until empty")
	}
	for {
		if len(rows) == 0 {
			break
		}
		rows = rows[1:]
		probe("takes off")
	}
	for {
		rest, ok := next(rows)
		if !ok {
			break
		}
		rows = rest
		probe("takes off by a function")
	}
	c := new(cursor)
	for c.at < n {
		c.at++
		probe("up to a number")
	}
	for c.at = 0; c.at < c.end; c.at++ {
		probe("counts a field")
	}
	for n > int(uint8(3)) {
		n--
		probe("conversion")
	}
	for range rows {
		for range m {
			probe("nested")
		}
	}
}

func line() { probe("called from a stream") }
func row()  { probe("called from a slice") }
`)
	for name, want := range map[string]bool{
		"scanner": true, "place of a cursor": true, "cursor": true, "asks a function": true, "runes": true, "bytes": true, "channel": true,
		"iterator": true, "no condition": true, "bytes are taken off": true, "called from a stream": true,
		"slice": false, "map": false, "keys": false, "takes off": false, "takes off by a function": false, "counts": false, "counts to a length": false, "work list": false,
		"up to a number": false, "counts a field": false, "until empty": false, "conversion": false, "called from a slice": false, "nested": false,
	} {
		_, ok := m.at(t, name, heat.Stream)
		assert.Equal(t, want, ok, name)
		_, ok = m.at(t, name, heat.Loop)
		assert.True(t, ok, name)
	}
}

// TestNestedCalls finds loops in loops through calls, and tells whether one of
// them is a stream.
func TestNestedCalls(t *testing.T) {
	m := solve(t, `
-- rows/rows.go --
package rows

func probe(string) {}

func receive(ch chan []int) {
	for row := range ch {
		merge(row)
	}
}

func merge(row []int) { keys(row) }

func keys(row []int) {
	for range row {
		key()
	}
}

func key() { probe("stream, then slice") }

func groups(all [][]int) {
	for _, row := range all {
		group(row)
	}
}

func group(row []int) {
	for range row {
		member()
	}
}

func member() { probe("slice, then slice") }

func events(ch chan int) {
	for e := range ch {
		switch e {
		case 1:
			open()
		case 2:
			data()
		case 3:
			other()
		default:
			close()
		}
	}
}

func open() {
	for range names() {
		opened()
	}
}

func deep(ch chan int) {
	for e := range ch {
		each(e)
	}
}

func each(e int) {
	switch e {
	case 1:
		kindOf()
	case 2:
		data()
	case 3:
		other()
	default:
		rest()
	}
}

func within(ch chan int) {
	for e := range ch {
		inner(e)
	}
}

func inner(e int) {
	switch e {
	case 1:
		for range names() {
			probe("slice for one of many kinds")
			made()
		}
	case 2:
		data()
	case 3:
		other()
	case 4:
		for range "text" + names()[0] {
			probe("stream for one of many kinds")
		}
	}
}

func made() { probe("called for one of many kinds in a slice") }

func kindOf() {
	for range names() {
		probe("of many kinds through a call, then slice")
	}
}

func rest() {
	for range names() {
		probe("default through a call, then slice")
	}
}

var tasks = []func(){one, two, three, four}

func dispatch(ch chan int) {
	for e := range ch {
		run(tasks[e])
	}
}

func run(f func()) { f() }

func one() {
	for range names() {
		probe("of many functions, then slice")
	}
}

func two()   {}
func three() {}
func four()  {}

func data()           {}
func other()          {}
func close()          {}
func names() []string { return nil }

func opened() { probe("one of many kinds, then slice") }

func once(row []int) {
	for range row {
		single()
	}
}

func single() { probe("slice") }
`)
	for name, want := range map[string]string{
		"stream, then slice":            "loop: rows.receive -> in the loop -> calls rows.merge -> calls rows.keys -> in the loop -> calls rows.key",
		"slice, then slice":             "unknown",
		"one of many kinds, then slice": "unknown",

		"of many kinds through a call, then slice": "unknown",
		"default through a call, then slice":       "loop: rows.deep -> in the loop -> calls rows.each -> calls rows.rest -> in the loop",
		"of many functions, then slice":            "unknown",
		"slice for one of many kinds":              "unknown",
		"called for one of many kinds in a slice":  "unknown",
		"stream for one of many kinds":             "loop: rows.within -> in the loop -> calls rows.inner -> in the loop",
		"slice":                                    "unknown",
	} {
		h, ok := m.at(t, name, heat.Inner)
		assert.Equal(t, want != "unknown", ok, name)
		assert.Equal(t, want != "unknown", h.Stream, name)
		assert.Equal(t, want, text(h), name)
	}
}

// TestBenchmarkLoops tells what a benchmark runs in loops of the program from
// what it runs once in each turn: of that, loops elsewhere say more.
func TestBenchmarkLoops(t *testing.T) {
	m := solve(t, `
-- slug/slug.go --
package slug

func probe(string) {}

func All(list []string) {
	probe("once a turn")
	for range list {
		one()
	}
}

func one() { probe("in a loop") }

func Both(s string) { probe("once a turn, and in a loop") }

func every(list []string) {
	for _, s := range list {
		Both(s)
	}
}
-- slug/slug_test.go --
package slug

import "testing"

func BenchmarkAll(b *testing.B) {
	for b.Loop() {
		All(nil)
		Both("")
	}
}
`)
	for name, want := range map[string]string{
		"once a turn":                "benchmark: benchmark BenchmarkAll -> calls slug.All",
		"in a loop":                  "benchmark: benchmark BenchmarkAll -> calls slug.All -> in the loop -> calls slug.one",
		"once a turn, and in a loop": "loop: slug.every -> in the loop -> calls slug.Both",
	} {
		assert.Equal(t, want, m.text(t, name), name)
	}
}

// TestEntriesInLoops takes what a request runs in a loop as hot per element,
// unless each turn is a request.
func TestEntriesInLoops(t *testing.T) {
	m := solve(t, `
-- web/web.go --
package web

import "net/http"

func probe(string) {}

func batch(w http.ResponseWriter, r *http.Request) {
	for range r.Header["Part"] {
		single(w, r)
		matches(r)
	}
}

func single(w http.ResponseWriter, r *http.Request) {
	probe("handler")
	work()
}

func work() { probe("work of a handler") }

func matches(r *http.Request) { probe("takes a request") }
`)
	for name, want := range map[string]heat.Class{
		"handler": heat.ClassRequest, "work of a handler": heat.ClassRequest, "takes a request": heat.ClassElement,
	} {
		h, _ := m.at(t, name, allNeeds)
		assert.Equal(t, want, h.Class, "%s: %s", name, text(h))
	}
}

// TestStreamsNested asks which streams are nested, and which loops run over a few
// parts of the program.
func TestStreamsNested(t *testing.T) {
	m := solve(t, `
-- read/read.go --
package read

import (
	"net/http"
	"slices"
)

func probe(string) {}

func own(rows [][]int, text string) {
	for _, row := range rows {
		for range row {
			probe("slices")
		}
	}
	for range text {
		probe("stream")
	}
	for range rows {
		for range text {
			probe("stream in a loop")
		}
	}
	for range text {
		for range rows {
			probe("loop in a stream")
		}
	}
}

func calls(rows []int, text string) {
	for range rows {
		ofRows(rows)
	}
	for range text {
		ofText(rows)
	}
}

func ofRows(list []int) {
	for range list {
		probe("slices through a call")
	}
}

func ofText(list []int) {
	probe("called from a stream")
	for range list {
		probe("loop that a stream calls")
	}
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for range r.Header {
		probe("map of a request")
	}
	for range r.URL.Path {
		probe("stream of a request")
	}
}

type server struct{}

func parts(clients []int, all [][]int, rows []int, text string) {
	for range clients {
		probe("few")
		ofPart()
	}
	for broker := first(); more(); broker = first() {
		_ = broker
		probe("few by a call")
	}
	for range slices.Chunk(rows, 10) {
		probe("few batches")
	}
	for range clients {
		for range text {
			probe("many of few")
		}
	}
	for range text {
		for _, worker := range all {
			_ = worker
			probe("few of many")
		}
	}
}

func first() *int { return nil }
func more() bool  { return false }

func ofPart() { probe("few through a call") }
`)
	for name, want := range map[string]struct{ stream, inner, few bool }{
		"slices":                   {},
		"stream":                   {stream: true},
		"stream in a loop":         {stream: true, inner: true},
		"loop in a stream":         {stream: true, inner: true},
		"slices through a call":    {},
		"called from a stream":     {stream: true},
		"loop that a stream calls": {stream: true, inner: true},
		"map of a request":         {},
		"stream of a request":      {stream: true, inner: true},
		"few":                      {few: true},
		"few batches":              {few: true},
		"few by a call":            {stream: true, few: true},
		"few through a call":       {few: true},
		"many of few":              {stream: true, inner: true},
		"few of many":              {stream: true, inner: true, few: true},
	} {
		for need, want := range map[heat.Need]bool{heat.Stream: want.stream, heat.Inner: want.inner} {
			_, ok := m.at(t, name, need)
			assert.Equal(t, want, ok, "%s %d", name, need)
		}
		h, ok := m.at(t, name, heat.Loop)
		assert.True(t, ok, name)
		assert.Equal(t, want.few, h.Few, name)
	}
}
