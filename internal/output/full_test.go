package output

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/finding"
)

const slugSource = "package slug\n" +
	"\n" +
	"func Make(s string) string {\n" +
	"\tre := regexp.MustCompile(`[^a-z]+`)\n" +
	"\treturn re.ReplaceAllString(s, \"-\")\n" +
	"}\n"

// slugFinding has everything that a finding can have.
func slugFinding() finding.Finding {
	return finding.Finding{
		Rule: "regexcompile", Message: "constant pattern `[^a-z]+` is compiled on every call", Level: "warning",
		Remedy: "a package-level variable", Cost: "2.3 us and 28 allocations per call",
		File: "/m/slug/slug.go", Line: 4, Column: 8, EndLine: 4, EndColumn: 37,
		Package: "m/slug", Function: "Make", Class: "request",
		Chain: []finding.Step{
			{What: "net/http handler (*Server).Create", File: "/m/web/books.go", Line: 131},
			{What: "calls slug.Make", File: "/m/web/books.go", Line: 144},
			{What: "slug.Make", File: "/m/slug/slug.go", Line: 4},
		},
		Related: []finding.Step{{What: "compiled again here", File: "/m/slug/slug.go", Line: 9}},
		URL:     "https://example.org/regexcompile",
		Fix: &finding.Fix{Message: "Compile the pattern once, in a package-level variable", File: "/m/slug/slug.go",
			Edits: []finding.Edit{{Start: 14, End: 14, NewText: "var x int\n"}, {Start: 50, End: 60, NewText: "x"}}},
		Fingerprint: "f1",
	}
}

func report(src string, findings ...finding.Finding) *Report {
	return &Report{
		Findings: findings, Packages: 12, Dir: "/m", Root: "/m", Context: -1, Width: 120,
		Source: func(string) ([]byte, error) { return []byte(src), nil },
	}
}

func render(t *testing.T, format Format, r *Report) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, format(&b, r))
	return b.String()
}

func TestFull(t *testing.T) {
	second := slugFinding()
	second.Rule, second.Level, second.Class, second.Chain, second.Related, second.Fix = "concatloop", "notice", "unknown", nil, nil, nil
	second.Remedy, second.Cost = "", ""
	second.Line, second.EndLine = 5, 5
	assert.Equal(t, `warning[regexcompile]: constant pattern `+"`[^a-z]+`"+` is compiled on every call
 --> slug/slug.go:4:8
  |
4 |     re := regexp.MustCompile(`+"`[^a-z]+`"+`)
  |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = heat:    request (once per request, message or task)
             web/books.go:131  net/http handler (*Server).Create
             web/books.go:144  calls slug.Make
             slug/slug.go:4    slug.Make
  = also:    slug/slug.go:9  compiled again here
  = instead: a package-level variable
  = cost:    2.3 us and 28 allocations per call
  = fix:     Compile the pattern once, in a package-level variable (-fix)
  = more:    zenithlint help regexcompile

notice[concatloop]: constant pattern `+"`[^a-z]+`"+` is compiled on every call
 --> slug/slug.go:5:8
  |
5 |     return re.ReplaceAllString(s, "-")
  |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = heat:    unknown (no caller is seen that runs it often)
  = more:    zenithlint help concatloop

1 warning, 1 notice in 12 packages; -fix repairs 1
  concatloop    1
  regexcompile  1
`, render(t, Full, report(slugSource, slugFinding(), second)))
}

func TestFullNothingFound(t *testing.T) {
	assert.Equal(t, "no findings in 12 packages\n", render(t, Full, report("")))
	r := report("")
	r.Packages = 0 // none could be analysed: the errors say why
	assert.Empty(t, render(t, Full, r))
}

func TestFullContext(t *testing.T) {
	r := report(slugSource, slugFinding())
	r.Context = 1
	assert.Contains(t, render(t, Full, r), `
  |
3 | func Make(s string) string {
4 |     re := regexp.MustCompile(`+"`[^a-z]+`"+`)
  |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
5 |     return re.ReplaceAllString(s, "-")
  |
`)
	r.Context = math.MaxInt
	out := render(t, Full, r)
	assert.Contains(t, out, " 1 | package slug\n")
	assert.Contains(t, out, " 6 | }\n")
}

// Paint must not change what is shown.
func TestFullColor(t *testing.T) {
	r := report(slugSource, slugFinding())
	plain := render(t, Full, r)
	r.Color = true
	painted := render(t, Full, r)
	assert.Contains(t, painted, "\x1b[1;33mwarning[regexcompile]\x1b[0m: \x1b[1mconstant pattern")
	for _, attr := range []string{bold, dim, red, green, yellow, blue, cyan, "0"} {
		painted = strings.ReplaceAll(painted, "\x1b["+attr+"m", "")
	}
	assert.Equal(t, plain, painted)
}

func TestFullWithoutSource(t *testing.T) {
	r := report("", slugFinding())
	r.Source = func(string) ([]byte, error) { return nil, errors.New("gone") }
	assert.Contains(t, render(t, Full, r), " --> slug/slug.go:4:8\n  |\n  = heat:")
}

// What stands in sources, messages and file names cannot drive the terminal.
func TestFullIsHarmless(t *testing.T) {
	f := slugFinding()
	f.File = "/m/\x1b[31mred.go"
	f.Message, f.Remedy, f.Cost = "a\x1b[2Jb\nc", "\x07bell", "\u202edesrever"
	f.Chain[0].What, f.Fix.Message = "\r\x9b1m", "caf\xe9"
	f.Line, f.EndLine, f.Column, f.EndColumn = 1, 1, 1, 5
	out := render(t, Full, report("x\x1b[31m\x00\xff\u2066y\x7f\n", f))
	assert.Contains(t, out, "␛[31mred.go:1:1")
	assert.Contains(t, out, "a␛[2Jb␊c")
	assert.Contains(t, out, `instead: ␇bell`)
	assert.Contains(t, out, `cost:    \u202edesrever`)
	assert.Contains(t, out, "1 | x␛[31m␀\ufffd\\u2066y␡\n")
	assert.Contains(t, out, "caf\ufffd")
	for _, r := range out {
		assert.True(t, r == '\n' || r >= ' ' && r != 0x7f && (r < 0x80 || r > 0x9f) && r != '\u202e' && r != '\u2066', "%q", r)
	}
}
