package output

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
)

// testRules are two rules: one with all that a page can have, one with little.
func testRules() []*analysis.Analyzer {
	full := &analysis.Analyzer{
		Name: "regexcompile",
		URL:  "https://example.org/regexcompile",
		Doc: `regexcompile: report patterns | compiled on every call

Compiling a pattern costs far more than matching it, and a constant pattern compiles to the same value every time it is compiled.

Example:

	if x {
		re := regexp.MustCompile("^a+$") // reported
	}

Use instead:

	var re = regexp.MustCompile("^a+$")

Not reported: patterns that vary.

Fix: moves the call to a variable.

Options: of little use:

  - one
  - two`,
	}
	full.Flags.Int("min", 3, "report from `n` calls on")
	full.Flags.String("level", "warning", "lowest `level` that is reported")
	bare := &analysis.Analyzer{Name: "connpool", Doc: "connpool: report starving pools\n\nFix: none, the right size is not known.", URL: "https://example.org/connpool"}
	bare.Flags.String("level", "warning", "lowest `level` that is reported")
	return []*analysis.Analyzer{bare, full}
}

func TestRules(t *testing.T) {
	var b strings.Builder
	require.NoError(t, Rules(&b, testRules()))
	assert.Equal(t, `RULE          FIX  OPTIONS  WHAT IT DOES
connpool      -    -        report starving pools
regexcompile  yes  min      report patterns | compiled on every call
`, b.String())
}

func TestRulesMarkdown(t *testing.T) {
	assert.Equal(t, "| Rule | What it does | Fix |\n|---|---|---|\n"+
		"| [`connpool`](analyzers/connpool/doc.go) | report starving pools | - |\n"+
		"| [`regexcompile`](analyzers/regexcompile/doc.go) | report patterns \\| compiled on every call | yes |\n",
		RulesMarkdown(testRules()))
}

func TestPage(t *testing.T) {
	var b strings.Builder
	require.NoError(t, Page(&b, testRules()[1], false, 60))
	assert.Equal(t, `regexcompile: report patterns | compiled on every call

  Compiling a pattern costs far more than matching it,
  and a constant pattern compiles to the same value every time
  it is compiled.

Example
    if x {
        re := regexp.MustCompile("^a+$") // reported
    }

Use instead
    var re = regexp.MustCompile("^a+$")

Not reported
  patterns that vary.

Fix
  moves the call to a variable.

Options
  of little use:

    - one
    - two

Flags
  -regexcompile
      run this rule and others named so; -regexcompile=false leaves it out
  -regexcompile.level level
      lowest level that is reported (default warning)
  -regexcompile.min n
      report from n calls on (default 3)

https://example.org/regexcompile
`, b.String())
}

func TestPageColor(t *testing.T) {
	var b strings.Builder
	require.NoError(t, Page(&b, testRules()[1], true, 60))
	assert.Contains(t, b.String(), "\x1b[1mregexcompile\x1b[0m: report")
	assert.Contains(t, b.String(), "\n\x1b[1mNot reported\x1b[0m\n")
}
