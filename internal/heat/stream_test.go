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
	for size := uint32(len(raw)); uint32(c.at) < size; {
		c.next()
		probe("length of bytes in a variable")
	}
	for line, done := read(s); !done; line, done = read(s) {
		probe("reads the next")
		_ = line
	}
	for p := (&parser{}); p.tok != eof && !p.lex.failed; {
		p.lex.next()
		probe("not the mark of a reader made for it")
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

type token int

const eof token = 0

type lexer struct {
	failed bool
	char   rune
	left   int
}

func (l *lexer) next() {}

type parser struct {
	tok token
	lex lexer
}

func (p *parser) parse() {
	for p.tok != eof {
		p.lex.next()
		probe("until the last token")
	}
	for p.tok > 3 && p.lex.char != '}' {
		p.lex.next()
		probe("until a bracket")
	}
	for !p.lex.failed {
		p.lex.next()
		probe("until it fails")
	}
}

func (p *parser) wait(child func(*parser) *parser) {
	for p.lex.left != 0 {
		p.lex.next()
		probe("until a number")
	}
	for p.tok != eof {
		p = child(p)
		p.lex.next()
		probe("down a tree")
	}
	for p.tok != eof {
		probe("nothing is read")
	}
}

func read(s *bufio.Scanner) (string, bool) { return s.Text(), s.Scan() }

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
	for e := l.Front(); e != nil; e = e.Next() {
		probe("from neighbour to neighbour")
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
	size := len(rows)
	for c.at < size {
		c.at++
		probe("length of a slice in a variable")
	}
	block := len(text)
	block = min(block, 3)
	for c.at < block {
		c.at++
		probe("other number in the variable")
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
		"iterator": true, "no condition": true, "reads the next": true, "until the last token": true, "until a bracket": true, "until it fails": true, "length of bytes in a variable": true, "bytes are taken off": true, "called from a stream": true,
		"slice": false, "map": false, "keys": false, "takes off": false, "takes off by a function": false, "counts": false, "counts to a length": false, "work list": false,
		"up to a number": false, "from neighbour to neighbour": false, "until a number": false, "down a tree": false, "nothing is read": false,
		"not the mark of a reader made for it": false, "length of a slice in a variable": false, "other number in the variable": false, "counts a field": false, "until empty": false, "conversion": false, "called from a slice": false, "nested": false,
	} {
		_, ok := m.at(t, name, heat.Stream)
		assert.Equal(t, want, ok, name)
		_, ok = m.at(t, name, heat.Loop)
		assert.True(t, ok, name)
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
