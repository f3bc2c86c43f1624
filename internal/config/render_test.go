package config

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
)

func render(t *testing.T, c *Config) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, c.Render(&b))
	return b.String()
}

func notGiven(string, string) bool { return false }

func TestRender(t *testing.T) {
	rules := testRules()
	c, err := Parse("f", []byte(full), rules)
	require.NoError(t, err)
	require.NoError(t, c.Apply(rules, notGiven))
	assert.Equal(t, `level: notice
rules:
  errgroup:
    level: warning
    max-const: 4
    prefer: example.com/x
    share: 0.25
    switch: true
  regexcompile: off
paths:
  - path: internal/legacy/**
    rules:
      errgroup:
        level: notice
      regexcompile: on
  - path: internal/legacy/old.go
    rules:
      regexcompile: off
exclude:
  - third_party
  - '**/*_gen.go'
entry-points:
  - example.com/app/jobs.Run
  - func(context.Context, *example.com/rpc.Call) error
cold:
  - example.com/app/migrations/...
`, render(t, c))
}

func TestRenderDefaults(t *testing.T) {
	assert.Equal(t, `level: warning
rules:
  errgroup:
    level: warning
    max-const: 16
    prefer: ""
    share: 0.5
    switch: false
  regexcompile:
    level: warning
`, render(t, parse(t, "")))
	assert.Equal(t, "level: warning\n", render(t, nil))
}

// TestRenderReads checks that what is rendered says the same when it is read.
func TestRenderReads(t *testing.T) {
	for _, rules := range [][]*analysis.Analyzer{testRules(), nil} {
		for _, src := range []string{
			"", full,
			"level: notice\nrules: {errgroup: {prefer: 'off', switch: true}}",
			"rules: {errgroup: {prefer: \"a: 'b'\\n#\"}, regexcompile: off}",
			"exclude: ['on', '1', 'a b', '# x', \"\\u202e\"]\nentry-points: ['*a.b/c.T.M']",
			"paths: [{path: '*', rules: {errgroup: on}}, {path: a, rules: {}}]",
		} {
			c, err := Parse("/m/f", []byte(src), rules)
			require.NoError(t, err)
			require.NoError(t, c.Apply(rules, notGiven))
			text := render(t, c)
			again, err := Parse("/m/f", []byte(text), rules)
			require.NoError(t, err, text)
			require.NoError(t, again.Apply(rules, notGiven))
			assert.Equal(t, text, render(t, again))
			assert.Equal(t, c.exclude, again.exclude)
			assert.Equal(t, c.entryPoints, again.entryPoints)
			for _, rule := range []string{"errgroup", "regexcompile"} {
				for _, file := range []string{"/m/x.go", "/m/a/x.go", "/m/internal/legacy/old.go"} {
					want := c.At(rule, file)
					want.Level = orDefault(want.Level)
					got := again.At(rule, file)
					got.Level = orDefault(got.Level)
					assert.Equal(t, want, got, "%s in %s", rule, file)
				}
			}
		}
	}
}
