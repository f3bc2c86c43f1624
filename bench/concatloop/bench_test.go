// Package concatloop measures what the rule of that name claims: each
// benchmark has the reported form as "before" and the suggested one as "after".
package concatloop

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Every variant is a function that cannot be inlined and takes its input as an
// argument: b.Loop keeps the values of its body alive, which must not change
// what is measured, and the compiler must not know the input.

// all and some are numbers of pieces, of 8 bytes each.
var (
	all  = []int{2, 4, 8, 16, 64, 256, 1000}
	some = []int{4, 16, 64, 256, 1000}
)

//go:noinline
func appended(pieces []string) string {
	s := ""
	for _, p := range pieces {
		s += p
	}
	return s
}

//go:noinline
func built(pieces []string) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p)
	}
	return b.String()
}

//go:noinline
func joined(pieces []string) string { return strings.Join(pieces, "") }

// s += p, against a strings.Builder and against strings.Join
func BenchmarkBuilder(b *testing.B) { pair(b, appended, built, all) }
func BenchmarkJoin(b *testing.B)    { pair(b, appended, joined, all) }

//go:noinline
func grown(pieces []string) string {
	n := 0
	for _, p := range pieces {
		n += len(p)
	}
	var b strings.Builder
	b.Grow(n)
	for _, p := range pieces {
		b.WriteString(p)
	}
	return b.String()
}

// a strings.Builder without Grow, against one with Grow
func BenchmarkGrow(b *testing.B) { pair(b, built, grown, all) }

//go:noinline
func prepended(pieces []string) string {
	s := ""
	for _, p := range pieces {
		s = p + s
	}
	return s
}

//go:noinline
func reversed(pieces []string) string {
	parts := slices.Clone(pieces)
	slices.Reverse(parts)
	return strings.Join(parts, "")
}

// s = p + s, against slices.Reverse and strings.Join
func BenchmarkPrepend(b *testing.B) { pair(b, prepended, reversed, some) }

//go:noinline
func formatted(pieces []string) string {
	s := "count"
	for i := range pieces {
		s = fmt.Sprintf("%s,%d", s, i)
	}
	return s
}

//go:noinline
func printed(pieces []string) string {
	var b strings.Builder
	b.WriteString("count")
	for i := range pieces {
		fmt.Fprintf(&b, ",%d", i)
	}
	return b.String()
}

// s = fmt.Sprintf("%s,%d", s, i), against fmt.Fprintf into a strings.Builder
func BenchmarkSprintf(b *testing.B) { pair(b, formatted, printed, some) }

//go:noinline
func separated(pieces []string) string {
	s := ""
	for i, p := range pieces {
		if i > 0 {
			s += ", "
		}
		s += p
	}
	return s
}

//go:noinline
func joinedBy(pieces []string) string { return strings.Join(pieces, ", ") }

// a separator before all pieces but the first, against strings.Join
func BenchmarkSeparator(b *testing.B) { pair(b, separated, joinedBy, some) }

//go:noinline
func lastByteRead(pieces []string) (s string) {
	for _, p := range pieces {
		if !strings.HasSuffix(s, "/") {
			s += "/"
		}
		s += p
	}
	return s
}

//go:noinline
func lastByteBuilt(pieces []string) string {
	var b strings.Builder
	for _, p := range pieces {
		if !strings.HasSuffix(b.String(), "/") {
			b.WriteByte('/')
		}
		b.WriteString(p)
	}
	return b.String()
}

// the growing value is read in every turn, but only its last byte
func BenchmarkReadByte(b *testing.B) { pair(b, lastByteRead, lastByteBuilt, some) }

//go:noinline
func allRead(pieces []string) (s string) {
	for _, p := range pieces {
		if !strings.Contains(s, p) {
			s += p
		}
	}
	return s
}

//go:noinline
func allBuilt(pieces []string) string {
	var b strings.Builder
	for _, p := range pieces {
		if !strings.Contains(b.String(), p) {
			b.WriteString(p)
		}
	}
	return b.String()
}

// the growing value is read in every turn, all of it
func BenchmarkReadAll(b *testing.B) { pair(b, allRead, allBuilt, some) }

// pair runs before and after on the same n pieces, for each n, as
// sub-benchmarks.
func pair(b *testing.B, before, after func([]string) string, ns []int) {
	for _, n := range ns {
		in := pieces(n)
		run := func(variant func([]string) string) func(*testing.B) {
			return func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					variant(in)
				}
			}
		}
		b.Run(fmt.Sprintf("n=%d/before", n), run(before))
		b.Run(fmt.Sprintf("n=%d/after", n), run(after))
	}
}

// pieces returns n different strings of 8 bytes.
func pieces(n int) []string {
	s := make([]string, n)
	for i := range s {
		s[i] = fmt.Sprintf("piece%03d", i)
	}
	return s
}

func TestSameResult(t *testing.T) {
	for _, test := range []struct {
		name          string
		before, after func([]string) string
		want          string // for three pieces
	}{
		{"Builder", appended, built, "piece000piece001piece002"},
		{"Join", appended, joined, "piece000piece001piece002"},
		{"Grow", built, grown, "piece000piece001piece002"},
		{"Prepend", prepended, reversed, "piece002piece001piece000"},
		{"Sprintf", formatted, printed, "count,0,1,2"},
		{"Separator", separated, joinedBy, "piece000, piece001, piece002"},
		{"ReadByte", lastByteRead, lastByteBuilt, "/piece000/piece001/piece002"},
		{"ReadAll", allRead, allBuilt, "piece000piece001piece002"},
	} {
		if got := test.after(pieces(3)); got != test.want {
			t.Errorf("%s: after gives %q, want %q", test.name, got, test.want)
		}
		for _, n := range append(all, 0, 1) {
			if got, want := test.after(pieces(n)), test.before(pieces(n)); got != want {
				t.Errorf("%s: after gives %q for %d pieces, before %q", test.name, got, n, want)
			}
		}
	}
}
