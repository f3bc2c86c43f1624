package directive

import (
	"go/format"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// add returns src with a directive for rules on the line that has the mark
// HERE, or "no way".
func add(t *testing.T, src string, rules ...string) string {
	t.Helper()
	before, _, ok := strings.Cut(src, "HERE")
	require.True(t, ok)
	a, err := NewAdder([]byte(src), "why")
	require.NoError(t, err)
	edits := a.Add(strings.Count(before, "\n")+1, rules)
	if edits == nil {
		return "no way"
	}
	return string(apply([]byte(src), edits))
}

func TestAdd(t *testing.T) {
	const head = "package p\n\nfunc f() {\n"
	for _, test := range []struct{ name, src, want string }{
		{"above", "\tg(HERE)\n}\n", "\t//zenith:ignore a,b why\n\tg(HERE)\n}\n"},
		{"below text", "\t// Text.\n\tg(HERE)\n}\n", "\t// Text.\n\t//zenith:ignore a,b why\n\tg(HERE)\n}\n"},
		{"directives of others", "\t// Text.\n\t//nolint:x\n\t//lint:ignore SA1 y\n\tg(HERE)\n}\n",
			"\t// Text.\n\t//zenith:ignore a,b why\n\t//nolint:x\n\t//lint:ignore SA1 y\n\tg(HERE)\n}\n"},
		{"more names", "\t//zenith:ignore a words\n\tg(HERE)\n}\n", "\t//zenith:ignore a,b words\n\tg(HERE)\n}\n"},
		{"more names and a reason", "\t//zenith:ignore c\n\tg(HERE)\n}\n", "\t//zenith:ignore c,a,b why\n\tg(HERE)\n}\n"},
		{"more names behind", "\tg(HERE) //zenith:ignore b,c words\n}\n", "\tg(HERE) //zenith:ignore b,c,a words\n}\n"},
		{"names of another line", "\tg() //zenith:ignore b words\n\tg(HERE)\n}\n",
			"\tg() //zenith:ignore b words\n\t//zenith:ignore a,b why\n\tg(HERE)\n}\n"},
		{"behind a string", "\tg(`\n`, HERE)\n}\n", "\tg(`\n`, HERE) //zenith:ignore a,b why\n}\n"},
		{"behind a comment", "\t/*\n\t*/ g(HERE)\n}\n", "\t/*\n\t*/ g(HERE) //zenith:ignore a,b why\n}\n"},
		{"the end is a block comment", "\tg(HERE) /*\n\t */\n}\n", "\t//zenith:ignore a,b why\n\tg(HERE) /*\n\t */\n}\n"},
		{"done", "\tg(HERE) //zenith:ignore b,a words\n}\n", "no way"},
		{"done for all", "\tg(HERE) //nolint\n}\n", "no way"},
	} {
		want := head + test.want
		if test.want == "no way" {
			want = test.want
		}
		assert.Equal(t, want, add(t, head+test.src, "a", "b"), test.name)
	}
}

func TestAddToDeclarations(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"no line of its own", "package p\n\nfunc f() {\n\tg(`\n`, HERE, `\n`)\n}\n",
			"package p\n\n//zenith:ignore a why\nfunc f() {\n\tg(`\n`, HERE, `\n`)\n}\n"},
		{"a comment at the end", "package p\n\nfunc f() {\n\tg(`\n`, HERE) // text\n}\n",
			"package p\n\n//zenith:ignore a why\nfunc f() {\n\tg(`\n`, HERE) // text\n}\n"},
		{"more names for a declaration", "package p\n\n//zenith:ignore b words\nfunc f() {\n\tg(`\n`, HERE) // text\n}\n",
			"package p\n\n//zenith:ignore b,a words\nfunc f() {\n\tg(`\n`, HERE) // text\n}\n"},
		{"field", "package p\n\ntype t struct {\n\tx int // HERE\n}\n", "package p\n\ntype t struct {\n\t//zenith:ignore a why\n\tx int // HERE\n}\n"},
		{"a line for all", "package p; var HERE = 1\n", "package p; var HERE = 1 //zenith:ignore a why\n"},
		{"the whole file has one", "//zenith:ignore b words\n\npackage p\n\nvar HERE = 1\n",
			"//zenith:ignore b words\n\npackage p\n\n//zenith:ignore a why\nvar HERE = 1\n"},
		{"exported to C", "package p\n\n//export f\nfunc f() {} // HERE\n", "package p\n\n//zenith:ignore a why\n//export f\nfunc f() {} // HERE\n"},
		{"CRLF", "package p\r\n\r\nfunc f() {\r\n\tg(`\r\n`, HERE)\r\n}\r\n",
			"package p\r\n\r\nfunc f() {\r\n\tg(`\r\n`, HERE) //zenith:ignore a why\r\n}\r\n"},
	} {
		assert.Equal(t, test.want, add(t, test.src, "a"), test.name)
	}
}

// FuzzParse checks that offsets fit and that no comment makes it panic.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"//zenith:ignore a, b why", "//nolint: a , all//x", "//lint:ignore ,a,\t", "//nolint", "//zenith:ignore\t,"} {
		f.Add(text, true)
	}
	f.Fuzz(func(t *testing.T, text string, useless bool) {
		d, ok := Parse(text)
		if !ok {
			return
		}
		for i, n := range d.Names {
			require.True(t, strings.HasPrefix(text[n.At:], n.Text))
			require.NotEmpty(t, n.Text)
			require.True(t, i == 0 || d.Names[i-1].At+len(d.Names[i-1].Text) < n.At)
		}
		for _, p := range d.Check(text, []string{"a", "abc", Rule}, func(rule string) bool { return useless == (rule == "a") }) {
			require.True(t, 0 <= p.From && p.From <= p.To && p.To <= len(text))
			if p.Fix == nil || p.Fix.Remove {
				continue
			}
			repaired, ok := Parse(string(apply([]byte(text), p.Fix.Resolve([]byte(text), 0, len(text)))))
			require.True(t, ok)
			require.NotEmpty(t, repaired.Names)
			if d.Form != Nolint || strings.Count(text, "//") > 1 { // there, a reason may hang on a name
				require.Equal(t, d.Reason, repaired.Reason)
			}
		}
	})
}

// FuzzAdd checks that what is added is read again, wherever it is put, and
// changes nothing but comments.
func FuzzAdd(f *testing.F) {
	for _, src := range []string{
		"package p\n\nfunc f() {\n\tg(`\n`, 1, `\n`)\n}\n",
		"package p\n\nfunc f() {\n\tif x := 1; x > 0 {\n\t} else if x < 0 { // c\n\t}\n\treturn /*\n*/}\n",
		"//zenith:ignore x y\npackage p\nvar (\n\ta = 1 +\n\t\t2 //nolint\n\t//lint:ignore a\n\tb int)\n",
		"\ufeffpackage p\r\n\r\n//line x.go:7\r\ntype t struct {\r\n\tx int\r\n}\r\n",
	} {
		for line := range 6 {
			f.Add(src, line+1, "why not")
		}
	}
	f.Fuzz(func(t *testing.T, src string, line int, reason string) {
		if CheckReason(reason) != nil {
			return
		}
		a, err := NewAdder([]byte(src), reason)
		if err != nil {
			return
		}
		edits := a.Add(line, []string{"a", "b"})
		if edits == nil {
			return
		}
		after := plainText(apply([]byte(src), edits))
		if formatted, err := format.Source(after); a.clean && err == nil {
			after = formatted
		}
		require.Len(t, tokenLines(after), len(tokenLines(plainText([]byte(src)))))
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "", after, parser.ParseComments)
		require.NoError(t, err)
		found := Find(fset, file, func(d *Directive) bool { return d.Form == Zenith })
		for _, rule := range []string{"a", "b"} {
			require.True(t, slices.ContainsFunc(found, func(p Placed) bool { return p.Covers(rule) }), rule)
		}
	})
}
