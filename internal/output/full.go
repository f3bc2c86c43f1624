package output

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/heat"
)

// Full writes findings for people: the source with the range underlined, why
// the code is hot, the cheaper form and what it saves; counts at the end.
func Full(w io.Writer, r *Report) error {
	var b strings.Builder
	var src []byte // of the finding before: they are sorted by file
	for i := range r.Findings {
		f := &r.Findings[i]
		if i == 0 || f.File != r.Findings[i-1].File {
			src, _ = r.Source(f.File) // without it, there is no snippet
		}
		r.full(&b, f, src)
		b.WriteByte('\n')
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
		b.Reset()
	}
	r.footer(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// full writes one finding.
func (r *Report) full(b *strings.Builder, f *finding.Finding, src []byte) {
	p, attr := paint(r.Color), levelAttr(f.Level)
	context := r.context(src)
	gutter := len(strconv.Itoa(max(f.EndLine, f.Line) + context))

	fmt.Fprintf(b, "%s: %s\n", p.with(attr, f.Level+"["+f.Rule+"]"), p.with(bold, clean(f.Message)))
	fmt.Fprintf(b, "%*s%s %s\n", gutter, "", p.with(blue, "-->"), r.position(f))
	s := snippet{paint: p, attr: attr, gutter: gutter, width: max(r.Width-gutter-3, 20), context: context}
	s.write(b, f, src)
	s.row(b, "", "|", "")

	note := func(label, text string) {
		label += ":"
		fmt.Fprintf(b, "%*s %s %s%*s%s\n", gutter, "", p.with(blue, "="), p.with(bold, label), noteIndent-len(label), "", text)
	}
	more := func(lines []string) {
		for _, line := range lines {
			fmt.Fprintf(b, "%*s%s\n", gutter+3+noteIndent, "", line)
		}
	}
	if text := heatText(f); text != "" {
		note("heat", text)
		more(r.steps(f.Chain))
	}
	if also := r.steps(f.Related); len(also) > 0 {
		note("also", also[0])
		more(also[1:])
	}
	if f.Remedy != "" {
		note("instead", clean(f.Remedy))
	}
	if f.Cost != "" {
		note("cost", clean(f.Cost))
	}
	if f.Fix != nil {
		note("fix", p.with(green, clean(f.Fix.Message))+" (-fix)")
	}
	note("more", "zenithlint help "+f.Rule)
}

// noteIndent is the width of the longest label of a note with its colon and a
// space.
const noteIndent = len("instead: ")

// context returns how many lines are shown around a range: no more than src has.
func (r *Report) context(src []byte) int {
	return min(max(r.Context, 0), bytes.Count(src, []byte("\n"))+1)
}

func (r *Report) position(f *finding.Finding) string {
	return fmt.Sprintf("%s:%d:%d", Path(r.Dir, f.File), f.Line, f.Column)
}

// steps returns a line for each step, what happens in a column of its own.
func (r *Report) steps(list []finding.Step) []string {
	lines, width := make([]string, len(list)), 0
	for i, s := range list {
		lines[i] = fmt.Sprintf("%s:%d", Path(r.Dir, s.File), s.Line)
		width = max(width, columns(cells(lines[i])))
	}
	for i, s := range list {
		gap := strings.Repeat(" ", width-columns(cells(lines[i]))+2)
		lines[i] = paint(r.Color).with(dim, lines[i]) + gap + clean(s.What)
	}
	return lines
}

// classes says in words what each class of heat means.
var classes = map[heat.Class]string{
	heat.ClassHot:       "declared by //zenith:hot",
	heat.ClassElement:   "once per element, on a request path",
	heat.ClassBenchmark: "in the timed loop of a benchmark",
	heat.ClassRequest:   "once per request, message or task",
	heat.ClassLoop:      "once per turn of an unbounded loop",
	heat.ClassUnknown:   "no caller is seen that runs it often",
}

// heatText says why the code is hot, or that nothing proves it; it is empty for
// flags that are wrong wherever they stand.
func heatText(f *finding.Finding) string {
	if f.Class == "" || f.Level != "notice" && len(f.Chain) == 0 {
		return ""
	}
	if words, ok := classes[heat.Class(f.Class)]; ok {
		return fmt.Sprintf("%s (%s)", f.Class, words)
	}
	return f.Class
}

// footer writes the counts by level and by rule.
func (r *Report) footer(b *strings.Builder) {
	p, s := paint(r.Color), r.Summary()
	var parts []string
	if s.Warnings > 0 {
		parts = append(parts, p.with(yellow, Count(s.Warnings, "warning")))
	}
	if s.Notices > 0 {
		parts = append(parts, p.with(cyan, Count(s.Notices, "notice")))
	}
	if len(parts) == 0 {
		if s.Packages > 0 {
			fmt.Fprintf(b, "no findings in %s\n", Count(s.Packages, "package"))
		}
		return
	}
	fmt.Fprintf(b, "%s in %s", strings.Join(parts, ", "), Count(s.Packages, "package"))
	if s.Fixable > 0 {
		fmt.Fprintf(b, "; %s", p.with(green, fmt.Sprintf("-fix repairs %d", s.Fixable)))
	}
	b.WriteByte('\n')
	width := 0
	for name := range s.Rules {
		width = max(width, len(name))
	}
	for _, name := range slices.SortedFunc(maps.Keys(s.Rules), func(a, b string) int {
		return cmp.Or(cmp.Compare(s.Rules[b], s.Rules[a]), cmp.Compare(a, b))
	}) {
		fmt.Fprintf(b, "  %-*s  %d\n", width, name, s.Rules[name])
	}
}
