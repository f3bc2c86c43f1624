package output

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/zenithlint/zenithlint/internal/finding"
)

func TestSnippet(t *testing.T) {
	long := "x := f(" + strings.Repeat("a", 40) + ", target, " + strings.Repeat("b", 40) + ")"
	at := strings.Index(long, "target") + 1
	for _, test := range []struct {
		name string
		src  string
		f    finding.Finding
		want string
	}{
		{
			name: "tabs inside the line",
			src:  "a\tb\tf(x)\n",
			f:    finding.Finding{Line: 1, Column: 5, EndLine: 1, EndColumn: 9},
			want: `
1 | a   b   f(x)
  |         ^^^^
`,
		}, {
			name: "wide and combining characters",
			src:  "s := \"日本\" + \"e\u0301\" + f()\n",
			f:    finding.Finding{Line: 1, Column: 25, EndLine: 1, EndColumn: 28},
			want: "\n1 | s := \"日本\" + \"e\u0301\" + f()\n  |                     ^^^\n",
		}, {
			name: "several lines",
			src:  "x := f(\n\ta,\n)\n",
			f:    finding.Finding{Line: 1, Column: 6, EndLine: 3, EndColumn: 2},
			want: `
1 | x := f(
  |      ^^
2 >     a,
3 > )
`,
		}, {
			name: "many lines",
			src:  "for {\n1\n2\n3\n4\n5\n}\n",
			f:    finding.Finding{Line: 1, Column: 1, EndLine: 7, EndColumn: 2},
			want: `
1 | for {
  | ^^^^^
2 > 1
3 > 2
... >
7 > }
`,
		}, {
			name: "one more line than is left out for",
			src:  "for {\n1\n2\n3\n}\n",
			f:    finding.Finding{Line: 1, Column: 1, EndLine: 5, EndColumn: 2},
			want: `
1 | for {
  | ^^^^^
2 > 1
3 > 2
4 > 3
5 > }
`,
		}, {
			name: "CRLF and no end of line",
			src:  "a\r\nb()",
			f:    finding.Finding{Line: 2, Column: 1, EndLine: 2, EndColumn: 4},
			want: `
2 | b()
  | ^^^
`,
		}, {
			name: "long line, cut on both sides",
			src:  long,
			f:    finding.Finding{Line: 1, Column: at, EndLine: 1, EndColumn: at + len("target")},
			want: `
1 | …aaaaaaaaaaaaaa, target, bbbbbbbbbbbbbb…
  |                  ^^^^^^
`,
		}, {
			name: "long range, cut",
			src:  long,
			f:    finding.Finding{Line: 1, Column: 6, EndLine: 1, EndColumn: len(long) + 1},
			want: `
1 | x := f(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
  |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
		}, {
			name: "end unknown",
			src:  "f(x)\n",
			f:    finding.Finding{Line: 1, Column: 3},
			want: `
1 | f(x)
  |   ^
`,
		}, {
			name: "column behind the line, as after a //line comment",
			src:  "f(x)\n",
			f:    finding.Finding{Line: 1, Column: 30, EndLine: 1, EndColumn: 40},
			want: `
1 | f(x)
  |     ^
`,
		}, {
			name: "empty line",
			src:  "\n",
			f:    finding.Finding{Line: 1, Column: 1, EndLine: 1, EndColumn: 1},
			want: `
1 |
  | ^
`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			var b strings.Builder
			s := snippet{attr: yellow, gutter: 1, width: 40}
			s.write(&b, &test.f, []byte(test.src))
			assert.Equal(t, "  |"+test.want, b.String())
		})
	}
}

// A line of generated data costs no more than what is shown of it.
func TestSnippetVeryLongLine(t *testing.T) {
	src := strings.Repeat("日", 1<<20) + "f(x)" + strings.Repeat("b", 1<<22) + "\n"
	at := strings.Index(src, "f(x)") + 1
	var b strings.Builder
	s := snippet{attr: yellow, gutter: 1, width: 40, context: 1}
	f := &finding.Finding{Line: 1, Column: at, EndLine: 1, EndColumn: at + len("f(x)")}
	allocs := testing.AllocsPerRun(1, func() {
		b.Reset()
		s.write(&b, f, []byte(src+src))
	})
	assert.Less(t, allocs, 10_000.0)
	assert.Contains(t, b.String(), "日f(x)bbbb")
	assert.Contains(t, b.String(), " ^^^^\n")
	assert.Less(t, b.Len(), 1000)
}

func TestSnippetLineMissing(t *testing.T) {
	var b strings.Builder
	s := snippet{gutter: 1, width: 40}
	s.write(&b, &finding.Finding{Line: 7, Column: 1}, []byte("package p\n"))
	s.write(&b, &finding.Finding{}, []byte("package p\n"))
	assert.Empty(t, b.String())
}

// However a line is cut, what is under the carets is what was asked for.
func TestWindowShowsTheRange(t *testing.T) {
	line := strings.Repeat("日\t.e\u0301", 30)
	list := cells(line)
	for start := range list {
		for _, n := range []int{1, 3, 50} {
			end := min(start+n, len(list))
			before, within, after := window(list, start, end, 30)
			assert.LessOrEqual(t, columns(cells(before+within+after)), 30)
			assert.True(t, strings.HasPrefix(text(list[start:end]), within))
			assert.NotEmpty(t, within)
		}
	}
}
