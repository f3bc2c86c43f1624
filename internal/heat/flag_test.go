package heat_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// TestFlags asks what happens once in a loop, since a flag that allows it is
// turned off for good.
func TestFlags(t *testing.T) {
	m := solve(t, `
-- send/send.go --
package send

func probe(string) {}

func once(rows []string) {
	first := true
	for range rows {
		if first {
			probe("first turn")
			head()
		}
		first = false
	}
	var done bool
	for _, r := range rows {
		if r != "" && !done {
			probe("first that is not empty")
			done = true
		}
	}
}

func head() { probe("called in the first turn") }

func often(rows []string) {
	for _, r := range rows {
		first := true
		for range r {
			if first {
				probe("first turn of the inner loop")
			}
			first = false
		}
	}
	inside := false
	for range rows {
		if !inside {
			probe("state")
			inside = true
		} else {
			inside = false
		}
	}
	last := false
	for _, r := range rows {
		if !last {
			probe("until something happens")
		}
		if r == "" {
			last = true
		}
	}
	ok := true
	for _, r := range rows {
		if ok {
			probe("a result")
		}
		ok = r != ""
	}
	open := true
	for range rows {
		if open {
			probe("changed elsewhere")
			open = false
			change(&open)
		}
	}
	skip := true
	for range rows {
		if skip || len(rows) > 1 {
			probe("or")
			skip = false
		}
	}
}

func change(*bool) {}
`)
	for name, want := range map[string]bool{
		"first turn": false, "first that is not empty": false, "called in the first turn": false,
		"first turn of the inner loop": true, "state": true, "until something happens": true, "a result": true, "changed elsewhere": true, "or": true,
	} {
		_, ok := m.at(t, name, heat.Loop)
		assert.Equal(t, want, ok, name)
	}
}
