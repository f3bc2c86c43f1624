package output

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/heat"
)

// githubShown is how many annotations of a level GitHub shows for a step.
const githubShown = 10

// maxText is what is left of a longer message where the reader has a limit.
const maxText = 2000

// GitHub writes workflow commands, which GitHub shows as annotations: the
// errors, then the findings, those in the hottest code first, because it shows
// ten of each level only.
func GitHub(w io.Writer, r *Report) error {
	b := bufio.NewWriter(w)
	for _, e := range r.problems() {
		props := property(nil, "title", "zenithlint")
		if e.File != "" {
			props = property(props, "file", r.repoPath(e.File))
			props = number(props, "line", e.Line)
			props = number(props, "col", e.Column)
		}
		writeCommand(b, "error", props, clean(problem(e)))
	}
	for _, f := range r.hottestFirst() {
		props := property(nil, "title", f.Rule)
		props = property(props, "file", r.repoPath(f.File))
		props = number(props, "line", f.Line)
		switch begin, end := span(f); {
		case end.Line > begin.Line:
			props = number(props, "endLine", end.Line) // columns count only within a line
		case end != begin:
			props = number(number(props, "col", begin.Column), "endColumn", end.Column)
		default:
			props = number(props, "col", begin.Column)
		}
		writeCommand(b, byLevel(f.Level, "warning", "notice"), props, strings.Join(r.story(f), "\n"))
	}
	if s := r.Summary(); s.Warnings > githubShown || s.Notices > githubShown {
		more := max(s.Warnings-githubShown, 0) + max(s.Notices-githubShown, 0)
		fmt.Fprintf(b, "zenithlint: GitHub shows %d annotations of each level for a step; %d more stand in its log\n", githubShown, more)
	}
	return b.Flush()
}

// hottestFirst returns the findings in the order in which they are worth
// reading: for formats of which only the top may be shown.
func (r *Report) hottestFirst() []*finding.Finding {
	list := make([]*finding.Finding, len(r.Findings))
	for i := range r.Findings {
		list[i] = &r.Findings[i]
	}
	slices.SortStableFunc(list, func(a, b *finding.Finding) int {
		return cmp.Or(cmp.Compare(b.Level, a.Level), cmp.Compare(classRank(a.Class), classRank(b.Class)))
	})
	return list
}

// classRank orders the classes of heat, hottest first. What is wrong wherever it
// stands has none.
func classRank(class string) int {
	order := []heat.Class{heat.ClassHot, heat.ClassElement, heat.ClassBenchmark, heat.ClassRequest, heat.ClassLoop, "", heat.ClassUnknown}
	if i := slices.Index(order, heat.Class(class)); i >= 0 {
		return i
	}
	return len(order)
}

// story returns the message of f, why it is hot and the cheaper form, in lines
// that are harmless.
func (r *Report) story(f *finding.Finding) []string {
	lines := []string{shorten(clean(f.Message), maxText)}
	if text := heatText(f); text != "" {
		lines = append(lines, "heat: "+clean(text))
	}
	for _, s := range f.Chain {
		lines = append(lines, shorten(fmt.Sprintf("  %s:%d  %s", Path(r.Dir, s.File), s.Line, clean(s.What)), maxText))
	}
	for _, s := range f.Related {
		lines = append(lines, shorten(fmt.Sprintf("also: %s:%d  %s", Path(r.Dir, s.File), s.Line, clean(s.What)), maxText))
	}
	if f.Remedy != "" {
		lines = append(lines, "instead: "+shorten(clean(f.Remedy), maxText))
	}
	return lines
}

// writeCommand writes a workflow command.
func writeCommand(b *bufio.Writer, name string, props []string, message string) {
	fmt.Fprintf(b, "::%s %s::%s\n", name, strings.Join(props, ","), commandData.Replace(message))
}

// property adds a property of a workflow command, unless it is empty: the
// runner takes "file=" for the root of the repository.
func property(props []string, name, value string) []string {
	if value = clean(value); value == "" {
		return props
	}
	return append(props, name+"="+commandProperty.Replace(value))
}

// number adds a property that is known if it is positive.
func number(props []string, name string, value int) []string {
	if value <= 0 {
		return props
	}
	return append(props, fmt.Sprintf("%s=%d", name, value))
}

// What the runner decodes in the message and in the properties of a command.
var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
