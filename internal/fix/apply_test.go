package fix

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// swap returns the edit that turns the only old in src into new.
func swap(t *testing.T, src, old, new string) finding.Edit {
	t.Helper()
	i := strings.Index(src, old)
	if i < 0 || strings.Contains(src[i+1:], old) {
		t.Fatalf("%q is not exactly once in %q", old, src)
	}
	return finding.Edit{Start: i, End: i + len(old), NewText: new}
}

func fixOf(edits ...finding.Edit) *finding.Fix { return &finding.Fix{Edits: edits} }

func TestApply(t *testing.T) {
	const src = "one two three four"
	edit := func(old, new string) finding.Edit { return swap(t, src, old, new) }
	insert := func(at int, text string) finding.Edit { return finding.Edit{Start: at, End: at, NewText: text} }
	for _, test := range []struct {
		name    string
		fixes   []*finding.Fix
		want    string
		skipped []int
	}{
		{"nothing", nil, src, nil},
		{"several edits", []*finding.Fix{fixOf(edit("two", "2"), edit("four", "4"))}, "one 2 three 4", nil},
		{"several fixes, out of order", []*finding.Fix{fixOf(edit("four", "4")), fixOf(edit("one", "1"))}, "1 two three 4", nil},
		{"same insertion once", []*finding.Fix{
			fixOf(insert(0, "zero "), edit("two", "2")),
			fixOf(insert(0, "zero "), edit("four", "4")),
		}, "zero one 2 three 4", nil},
		{"same replacement once", []*finding.Fix{fixOf(edit("two", "2")), fixOf(edit("two", "2"), edit("four", "4"))}, "one 2 three 4", nil},
		{"overlap: the later is left out whole", []*finding.Fix{
			fixOf(edit("two three", "2 3")),
			fixOf(edit("one", "1"), edit("three", "III")),
			fixOf(edit("four", "4")),
		}, "one 2 3 4", []int{1}},
		{"different insertions at one place", []*finding.Fix{fixOf(insert(4, "a ")), fixOf(insert(4, "b "))}, "one a two three four", []int{1}},
		{"different replacements of one text", []*finding.Fix{fixOf(edit("two", "2")), fixOf(edit("two", "II"))}, "one 2 three four", []int{1}},
		{"insertion inside a replacement", []*finding.Fix{fixOf(edit("two", "2")), fixOf(insert(5, "x"))}, "one 2 three four", []int{1}},
		{"insertions at the edges of a replacement", []*finding.Fix{fixOf(edit("two", "2")), fixOf(insert(4, "<"), insert(7, ">"))}, "one <2> three four", nil},
		{"two insertions of one fix keep their order", []*finding.Fix{fixOf(insert(4, "a "), insert(4, "b "))}, "one a b two three four", nil},
		{"outside of the file", []*finding.Fix{fixOf(insert(99, "x")), fixOf(insert(-1, "x")), fixOf(finding.Edit{Start: 3, End: 2})}, src, []int{0, 1, 2}},
		{"overlap within one fix", []*finding.Fix{fixOf(edit("one two", "1"), edit("two three", "2"))}, src, []int{0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			out, skipped := Apply([]byte(src), test.fixes)
			assert.Equal(t, test.want, string(out))
			assert.Equal(t, test.skipped, skipped)
		})
	}
}

func TestApplyKeepsTheFormOfTheFile(t *testing.T) {
	const clean = "package p\n\nvar a = 1\n"
	const dirty = "package p\nvar  a = 1\n"
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	for _, test := range []struct{ name, src, newText, want string }{
		{"formatted", clean, "f( x )\nvar  b = 2", "package p\n\nvar a = f(x)\nvar b = 2\n"},
		{"not formatted before", dirty, "f( x )", "package p\nvar  a = f( x )\n"},
		{"CRLF", crlf(clean), "f( x )\nvar  b = 2", crlf("package p\n\nvar a = f(x)\nvar b = 2\n")},
		{"CRLF, not formatted", crlf(dirty), "1\nvar b = `\r\n`", crlf("package p\nvar  a = 1\nvar b = `\n`\n")},
		{"byte order mark", "\ufeff" + clean, "f( x )", "\ufeffpackage p\n\nvar a = f(x)\n"},
		{"byte order mark and CRLF", "\ufeff" + crlf(clean), "f( x )", "\ufeff" + crlf("package p\n\nvar a = f(x)\n")},
		{"mixed line endings", "package p\r\n\nvar a = 1\n", "f( x )\n", "package p\r\n\nvar a = f( x )\n\n"},
		{"a result that does not parse", clean, "f( x", "package p\n\nvar a = f( x\n"},
		{"a file that does not parse", "package\nvar a = 1\n", "f( x )", "package\nvar a = f( x )\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			before := strings.Clone(test.src)
			out, skipped := Apply([]byte(test.src), []*finding.Fix{fixOf(swap(t, test.src, "1", test.newText))})
			assert.Equal(t, test.want, string(out))
			assert.Empty(t, skipped)
			assert.Equal(t, before, test.src)
		})
	}
}
