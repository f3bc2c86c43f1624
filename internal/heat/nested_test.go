package heat_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/zenithlint/zenithlint/internal/heat"
)

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
