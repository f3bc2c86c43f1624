package config

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func mistake(t *testing.T, src string) *Error {
	t.Helper()
	_, err := Parse("f", []byte(src), testRules())
	var e *Error
	require.True(t, errors.As(err, &e), "%v", err)
	return e
}

func TestSnippet(t *testing.T) {
	for src, want := range map[string]string{
		"lvel: notice":                 "1 | lvel: notice\n    ^\n",
		"\n\nrules:\n  errgrup: off\n": "4 |   errgrup: off\n      ^\n",
		"rules: {errgroup: 7}\r\n":     "1 | rules: {errgroup: 7}\n                      ^\n",
		"exclude: [é, /]":              "1 | exclude: [é, /]\n                 ^\n",
		"\ufefflvel: x":                "1 | lvel: x\n    ^\n",
		"level:\tx # \u202e":           "1 | level: x # \ufffd\n           ^\n",
	} {
		assert.Equal(t, want, mistake(t, src).Snippet(), "%q", src)
	}
	assert.Empty(t, (&Error{File: "f", Message: "m"}).Snippet())
	assert.Equal(t, "f: m", (&Error{File: "f", Message: "m"}).Error())
}

// A line may be long, and may hold anything.
func TestHostile(t *testing.T) {
	long := strings.Repeat("x", 1000)
	for _, src := range []string{
		long + ": 1",
		"{level: notice, exclude: [" + long + ", /]}",
		"rules: {\"\\e[31m\\n::error::\": off}",
		"exclude: [\"\\e]0;\\a/../\\n\"]",
		"cold: [\"\\u202e\\r" + long + "\"]",
		"level: notice\u2028x: 1\u0085y: 1",
		"level: *" + long,
		"rules: {errgroup: !<tag:\x7f> x}",
	} {
		e := mistake(t, src)
		assert.Less(t, len(e.Error()), 400, "%q", src)
		for line := range strings.Lines(e.Error() + "\n" + e.Snippet()) {
			line = strings.TrimSuffix(line, "\n")
			assert.Equal(t, visible(line), line, "%q", src)
			assert.Less(t, len([]rune(line)), 400, "%q", src)
		}
		assert.NotContains(t, e.Error(), "\n")
	}
}
