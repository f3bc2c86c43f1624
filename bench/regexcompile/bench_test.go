// Package regexcompile measures what the rule of that name claims: each
// benchmark has the reported form as "before" and the suggested one as "after".
package regexcompile

import (
	"regexp"
	"strings"
	"sync"
	"testing"
)

// Every variant is a function that cannot be inlined and takes its input as an
// argument: b.Loop keeps the values of its body alive, which must not change
// what is measured, and the compiler must not know the input.

const (
	address = "jane.doe+news@mail.example.org"
	request = "GET /books/the-go-way HTTP/1.1"
)

const emailExpr = `^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$`

var email = regexp.MustCompile(emailExpr)

//go:noinline
func emailBefore(s string) bool { return regexp.MustCompile(emailExpr).MatchString(s) }

//go:noinline
func emailAfter(s string) bool { return email.MatchString(s) }

// a constant pattern compiled on each call, and the match
func BenchmarkMustCompile(b *testing.B) { pair(b, emailBefore, emailAfter, address) }

const idExpr = `^[A-Za-z0-9-]+$`

var id = regexp.MustCompile(idExpr)

//go:noinline
func matchStringBefore(s string) bool { ok, _ := regexp.MatchString(idExpr, s); return ok }

//go:noinline
func matchStringAfter(s string) bool { return id.MatchString(s) }

// regexp.MatchString, which compiles and matches
func BenchmarkMatchString(b *testing.B) {
	pair(b, matchStringBefore, matchStringAfter, "7f3a9c1e-55d0")
}

const boundedExpr = `^[A-Za-z0-9-]{8,64}$`

var bounded = regexp.MustCompile(boundedExpr)

//go:noinline
func boundedBefore(s string) bool { ok, _ := regexp.MatchString(boundedExpr, s); return ok }

//go:noinline
func boundedAfter(s string) bool { return bounded.MatchString(s) }

// the same with a counted repetition, which compiles to 64 copies
func BenchmarkMatchStringRepeat(b *testing.B) {
	pair(b, boundedBefore, boundedAfter, "7f3a9c1e-55d0")
}

type lines struct {
	prefix string
	lines  []string
}

//go:noinline
func invariantBefore(in lines) (n int) {
	for _, line := range in.lines {
		if regexp.MustCompile("^" + regexp.QuoteMeta(in.prefix) + `\d+$`).MatchString(line) {
			n++
		}
	}
	return n
}

//go:noinline
func invariantAfter(in lines) (n int) {
	number := regexp.MustCompile("^" + regexp.QuoteMeta(in.prefix) + `\d+$`)
	for _, line := range in.lines {
		if number.MatchString(line) {
			n++
		}
	}
	return n
}

var orders = lines{"order/", strings.Fields(strings.Repeat("order/4711 order/none invoice/12 order/8 ", 16))}

// a run-time pattern that is the same in each turn of a loop of 64 turns
func BenchmarkInvariantPattern(b *testing.B) { pair(b, invariantBefore, invariantAfter, orders) }

// route has a pattern from the configuration.
type route struct {
	expr    string
	pattern *regexp.Regexp // expr, compiled by the constructor
}

func newRoute(expr string) *route { return &route{expr, regexp.MustCompile(expr)} }

//go:noinline
func (r *route) matchesBefore(path string) bool { return regexp.MustCompile(r.expr).MatchString(path) }

//go:noinline
func (r *route) matchesAfter(path string) bool { return r.pattern.MatchString(path) }

var books = newRoute(`^/books/([a-z0-9-]+)/history$`)

// a pattern from a field compiled on each call, against a compiled field
func BenchmarkFieldPattern(b *testing.B) {
	pair(b, books.matchesBefore, books.matchesAfter, "/books/the-go-way/history")
}

type query struct{ expr, text string }

var byExpr sync.Map // string to *regexp.Regexp

//go:noinline
func parameterBefore(q query) bool { return regexp.MustCompile(q.expr).MatchString(q.text) }

//go:noinline
func parameterAfter(q query) bool {
	re, ok := byExpr.Load(q.expr)
	if !ok {
		re, _ = byExpr.LoadOrStore(q.expr, regexp.MustCompile(q.expr))
	}
	return re.(*regexp.Regexp).MatchString(q.text)
}

// a pattern from a parameter compiled on each call, against a cache by pattern
func BenchmarkCachedPattern(b *testing.B) {
	pair(b, parameterBefore, parameterAfter, query{books.expr, "/books/the-go-way/history"})
}

var (
	literal = regexp.MustCompile(`the-go`)
	prefix  = regexp.MustCompile(`^GET `)
	suffix  = regexp.MustCompile(` HTTP/1\.1$`)
	exact   = regexp.MustCompile(`^GET /books/the-go-way HTTP/1\.1$`)
)

//go:noinline
func literalBefore(s string) bool { return literal.MatchString(s) }

//go:noinline
func literalAfter(s string) bool { return strings.Contains(s, "the-go") }

//go:noinline
func prefixBefore(s string) bool { return prefix.MatchString(s) }

//go:noinline
func prefixAfter(s string) bool { return strings.HasPrefix(s, "GET ") }

//go:noinline
func suffixBefore(s string) bool { return suffix.MatchString(s) }

//go:noinline
func suffixAfter(s string) bool { return strings.HasSuffix(s, " HTTP/1.1") }

//go:noinline
func exactBefore(s string) bool { return exact.MatchString(s) }

//go:noinline
func exactAfter(s string) bool { return s == "GET /books/the-go-way HTTP/1.1" }

// a compiled pattern that needs no regular expression
func BenchmarkLiteral(b *testing.B) { pair(b, literalBefore, literalAfter, request) }
func BenchmarkPrefix(b *testing.B)  { pair(b, prefixBefore, prefixAfter, request) }
func BenchmarkSuffix(b *testing.B)  { pair(b, suffixBefore, suffixAfter, request) }
func BenchmarkExact(b *testing.B)   { pair(b, exactBefore, exactAfter, request) }

// pair runs before and after on the same input, as sub-benchmarks.
func pair[In, Out any](b *testing.B, before, after func(In) Out, in In) {
	run := func(variant func(In) Out) func(*testing.B) {
		return func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				variant(in)
			}
		}
	}
	b.Run("before", run(before))
	b.Run("after", run(after))
}

func TestSameResult(t *testing.T) {
	texts := []string{"", address, request, "7f3a9c1e-55d0", "/books/the-go-way/history", "GET ", "GET /the-go HTTP/1.1\n", "a@b.c\n"}
	same(t, "MustCompile", emailBefore, emailAfter, texts...)
	same(t, "MatchString", matchStringBefore, matchStringAfter, texts...)
	same(t, "MatchStringRepeat", boundedBefore, boundedAfter, texts...)
	same(t, "InvariantPattern", invariantBefore, invariantAfter, lines{}, orders, lines{".", []string{".1", "x1"}})
	same(t, "FieldPattern", books.matchesBefore, books.matchesAfter, texts...)
	for _, text := range texts {
		same(t, "CachedPattern", parameterBefore, parameterAfter, query{books.expr, text}, query{idExpr, text}, query{books.expr, text})
	}
	same(t, "Literal", literalBefore, literalAfter, texts...)
	same(t, "Prefix", prefixBefore, prefixAfter, texts...)
	same(t, "Suffix", suffixBefore, suffixAfter, texts...)
	same(t, "Exact", exactBefore, exactAfter, texts...)
}

// same checks that before and after agree on all inputs.
func same[In any, Out comparable](t *testing.T, name string, before, after func(In) Out, inputs ...In) {
	t.Helper()
	for _, in := range inputs {
		if got, want := after(in), before(in); got != want {
			t.Errorf("%s(%+v): after gives %v, before %v", name, in, got, want)
		}
	}
}
