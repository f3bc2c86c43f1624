package concatloop

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/linttest"
	"github.com/zenithlint/zenithlint/internal/rule"
)

func Test(t *testing.T) { linttest.Run(t, Analyzer) }

func TestPlainVerbs(t *testing.T) {
	for format, want := range map[string]string{
		"":                "",
		"text":            "",
		"%s":              "s",
		"%s %d%%, %v":     "sdv",
		"%5s|%-3d|%.2s|x": "\x00\x00\x00",
		"%[2]s%[1]s":      "",
		"%s%*d":           "",
		"50%":             "",
		"%":               "",
	} {
		assert.Equal(t, want, string(plainVerbs(format)), "%q", format)
	}
}

const remedies = `package p

import (
	"fmt"
	"strings"
)

var _ = strings.ToUpper

func Builder(in []string) (s string) {
	for _, x := range in { s += x + "\n" + x }
	return s
}
func Filtered(in []string) (s string) {
	for _, x := range in { if x != "" { s += x } }
	return s
}
func Join(in []string) (s string) {
	for i, x := range in {
		if i > 0 { s += ", " }
		s += x
	}
	return s
}
func JoinAfter(in [9]string, sep string) (s string) {
	for _, x := range in { s = s + x + sep }
	return s
}
func Framed(in []string) (s string) {
	for _, x := range in { s += "<" + x + ">" }
	return s
}
func Numbers(in []fmt.Stringer) (s string) {
	for _, x := range in { s += x.String() }
	return s
}
func Repeat(n int, unit string) (s string) {
	for range n { s += unit + "-" }
	return s
}
func Prepend(in []string) (s string) {
	for _, x := range in { s = x + s }
	return s
}
func Wrap(in []string) (s string) {
	for _, x := range in { s = x + s + x }
	return s
}
func Sprintf(in []int) (s string) {
	for _, x := range in { s = fmt.Sprintf("%s,%d", s, x) }
	return s
}
func AddSprintf(in []int) (s string) {
	for _, x := range in { s += fmt.Sprintf("%d,", x) }
	return s
}
`

// TestRemedy checks that each kind of loop gets the remedy that fits it.
func TestRemedy(t *testing.T) {
	got := make(map[string]string)
	for _, f := range findings(t, remedies, rule.Warning) {
		assert.NotEmpty(t, f.Cost)
		got[f.Function] = f.Remedy
	}
	const (
		builder = "collect it in a strings.Builder"
		fprintf = "fmt.Fprintf into a strings.Builder"
	)
	assert.Equal(t, map[string]string{
		"Builder":    builder,
		"Filtered":   builder,
		"Join":       "strings.Join",
		"JoinAfter":  "strings.Join",
		"Framed":     builder,
		"Numbers":    builder,
		"Repeat":     "strings.Repeat",
		"Prepend":    "append the pieces to a slice, then slices.Reverse and strings.Join",
		"Wrap":       "write the parts to a strings.Builder in their final order",
		"Sprintf":    fprintf,
		"AddSprintf": fprintf,
	}, got)
}

const branches = `package p

func Branches(in []string) (s string) {
	for _, x := range in {
		if x == "" { s += "-" } else { s += x }
		for _, y := range in { s += y }
	}
	for _, x := range in { s += x }
	return s
}
`

// TestRelated checks that the growths of one nest of loops are one finding.
func TestRelated(t *testing.T) {
	fs := findings(t, branches, rule.Warning)
	require.Len(t, fs, 2)
	assert.Equal(t, 5, fs[0].Line)
	assert.Len(t, fs[0].Related, 2)
	assert.Equal(t, 8, fs[1].Line)
	assert.Empty(t, fs[1].Related)
}

const segments = `package p

func Words(text string) (words []string) {
	word := ""
	for _, c := range text {
		if c == ' ' {
			words = append(words, word)
			word = ""
			continue
		}
		word += string(c)
	}
	return append(words, word)
}
`

// TestNotice checks that a string that starts anew now and then is a notice
// where nothing but the loop says that the code is hot.
func TestNotice(t *testing.T) {
	assert.Empty(t, findings(t, segments, rule.Warning))
	fs := findings(t, segments, rule.Notice)
	require.Len(t, fs, 1)
	assert.Equal(t, string(rule.Notice), fs[0].Level)
	assert.Equal(t, "collect it in a strings.Builder, with Reset where it starts anew", fs[0].Remedy)
	assert.Nil(t, fs[0].Fix)
}

// findings returns what the rule finds in a module with one file.
func findings(t *testing.T, src string, level rule.Level) []finding.Finding {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/p\n\ngo 1.24\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "p.go"), []byte(src), 0o644))
	res, err := engine.Run(t.Context(), engine.Options{Dir: dir, Analyzers: []*analysis.Analyzer{Analyzer}, Level: level})
	require.NoError(t, err)
	require.Empty(t, res.Errors)
	return res.Findings
}
