package heat_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// TestBenchmarks takes what the timed loops of benchmarks call as hot, from
// tests inside and outside the package, and nothing else that tests call.
func TestBenchmarks(t *testing.T) {
	m := solve(t, `
-- slug/slug.go --
package slug

func probe(string) {}

func Make(s string) string { probe("Make"); return helper(s) }
func helper(s string) string { probe("helper"); return s }
func Count(s string) int { probe("N"); return 0 }
func Range(s string) int { probe("range N"); return 0 }
func Parallel(s string) int { probe("Next"); return 0 }
func Sub(s string) int { probe("b.Run"); return 0 }
func ByHelper(s string) int { probe("helper of a benchmark"); return 0 }
func Outside(s string) int { probe("external test"); return 0 }
func Prepare(s string) int { probe("before the loop"); return 0 }
func Tested(s string) int { probe("test"); return 0 }
func Fails(s string) error { probe("Fails"); return nil }
func Advise(err error) { probe("error path") }
-- slug/slug_test.go --
package slug

import "testing"

func BenchmarkMake(b *testing.B) {
	Prepare("x")
	for b.Loop() {
		Make("x")
		if err := Fails("x"); err != nil {
			Advise(err)
			b.Fatal(err)
		}
	}
}

func BenchmarkCount(b *testing.B) {
	for i := 0; i < b.N; i++ {
		Count("x")
	}
	for range b.N {
		Range("x")
	}
}

func BenchmarkParallel(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			Parallel("x")
		}
	})
	b.Run("sub", func(b *testing.B) {
		for b.Loop() {
			Sub("x")
		}
	})
	run(b, "x")
}

func run(b *testing.B, s string) {
	for b.Loop() {
		ByHelper(s)
	}
}

func TestTested(t *testing.T) {
	for range 100 {
		Tested("x")
	}
}
-- slug/external_test.go --
package slug_test

import (
	"testing"

	"example.com/shop/slug"
)

func BenchmarkOutside(b *testing.B) {
	for b.Loop() {
		slug.Outside("x")
	}
}
`)
	for name, want := range map[string]string{
		"Make":                  "benchmark: benchmark BenchmarkMake -> calls slug.Make",
		"helper":                "benchmark: benchmark BenchmarkMake -> calls slug.Make -> calls slug.helper",
		"Fails":                 "benchmark: benchmark BenchmarkMake -> calls slug.Fails",
		"N":                     "benchmark: benchmark BenchmarkCount -> calls slug.Count",
		"range N":               "benchmark: benchmark BenchmarkCount -> calls slug.Range",
		"Next":                  "benchmark: benchmark BenchmarkParallel -> calls slug.Parallel",
		"b.Run":                 "benchmark: benchmark BenchmarkParallel -> calls slug.Sub",
		"helper of a benchmark": "benchmark: benchmark run -> calls slug.ByHelper",
		"external test":         "benchmark: benchmark BenchmarkOutside -> calls slug.Outside",
		"before the loop":       "unknown",
		"test":                  "unknown",
		"error path":            "unknown",
	} {
		assert.Equal(t, want, m.text(t, name), name)
	}
}

// TestNeeds asks for each need alone: what meets it, and with which evidence.
func TestNeeds(t *testing.T) {
	m := solve(t, `
-- web/web.go --
package web

import "net/http"

func probe(string) {}

func show(w http.ResponseWriter, r *http.Request) {
	probe("request")
	for range r.Header {
		probe("element")
	}
	if err := r.ParseForm(); err != nil {
		probe("error path")
	}
}

func batch(rows []string) {
	probe("unknown")
	for range rows {
		probe("loop")
		row()
	}
}

func row() {
	probe("called from a loop")
	for range 100 {
		probe("loop in a call from a loop")
	}
}

func table(rows, cols []string) {
	for range rows {
		for range cols {
			probe("nested")
		}
	}
}

func newServer() { probe("set-up") }

//zenith:hot
func declared() { probe("hot") }

var _ = func() int { probe("initialisation"); return 0 }()
`)
	needs := []heat.Need{heat.Anywhere, heat.NotCold, heat.Loop, heat.Request, heat.Element, heat.Nested}
	for name, want := range map[string][]bool{
		//                            Anywhere NotCold Loop  Request Element Nested
		"element":                    {true, true, true, true, true, true},
		"hot":                        {true, true, true, true, true, true},
		"request":                    {true, true, false, true, false, false},
		"loop":                       {true, true, true, false, false, false},
		"nested":                     {true, true, true, false, false, true},
		"called from a loop":         {true, true, true, false, false, false},
		"loop in a call from a loop": {true, true, true, false, false, true},
		"unknown":                    {true, true, false, false, false, false},
		"set-up":                     {true, false, false, false, false, false},
		"initialisation":             {true, false, false, false, false, false},
		"error path":                 {true, false, false, false, false, false},
	} {
		for i, need := range needs {
			h, ok := m.at(t, name, need)
			assert.Equal(t, want[i], ok, "%s: need %d, %s", name, need, text(h))
		}
	}
	h, _ := m.at(t, "element", heat.Request)
	assert.Equal(t, "element: net/http handler web.show -> in the loop", text(h))
	h, _ = m.at(t, "loop", heat.NotCold)
	assert.Equal(t, "loop: web.batch -> in the loop", text(h))
}

// TestCommand takes what commands do for set-up, except where it is asked for.
func TestCommand(t *testing.T) {
	m := solve(t, `
-- cli/cli.go --
package cli

import "flag"

func probe(string) {}

func action(fs *flag.FlagSet, rows []string) {
	for range rows {
		probe("action")
	}
	each(rows)
	if err := fs.Parse(nil); err != nil {
		probe("error path")
	}
	func() {
		for range rows {
			probe("literal")
		}
	}()
}

func each(rows []string) {
	probe("called from an action")
	for range rows {
		probe("loop in a call from an action")
	}
}

func newStore(rows []string) {
	for range rows {
		probe("constructor")
	}
}
`)
	for name, want := range map[string]bool{
		"action":                        true,
		"literal":                       true,
		"called from an action":         true,
		"loop in a call from an action": true,
		"constructor":                   false,
		"error path":                    false,
	} {
		h, ok := m.at(t, name, heat.Command)
		assert.Equal(t, want, ok, "%s: %s", name, text(h))
		r, cur := m.probe(t, name)
		assert.Equal(t, want, r.Command(cur), name)
		_, ok = m.at(t, name, heat.NotCold|heat.Loop|heat.Request)
		assert.False(t, ok, name)
	}
	h, _ := m.at(t, "action", heat.Loop|heat.Command)
	assert.Equal(t, "loop: cli.action -> in the loop", text(h))
}
