package output

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// Markdown is read on a page, so it has limits: rows of a table, and bytes of a
// text in one.
const (
	maxRows = 500
	maxCell = 300
)

// Markdown writes a summary for a page, such as that of a GitHub job: the
// counts, a table of the findings with the hottest first, and the errors.
func Markdown(w io.Writer, r *Report) error {
	var b strings.Builder
	s := r.Summary()
	fmt.Fprintf(&b, "### zenithlint: %s\n", headline(s))
	if len(r.Findings) > 0 {
		b.WriteString("\n| Level | Where | Rule | What | Heat |\n|---|---|---|---|---|\n")
		for _, f := range r.hottestFirst()[:min(len(r.Findings), maxRows)] {
			r.markdownRow(&b, f)
		}
		if more := len(r.Findings) - maxRows; more > 0 {
			fmt.Fprintf(&b, "\n%d more are left out of the table.\n", more)
		}
		b.WriteString("\n| Rule | Findings |\n|---|---|\n")
		for _, rule := range slices.Sorted(maps.Keys(s.Rules)) {
			fmt.Fprintf(&b, "| %s | %d |\n", rule, s.Rules[rule])
		}
	}
	if problems := r.problems(); len(problems) > 0 {
		b.WriteString("\n| Not analysed |\n|---|\n")
		for _, e := range problems[:min(len(problems), maxRows)] {
			fmt.Fprintf(&b, "| %s |\n", markdownText(Error(r.Dir, e)))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// headline says in a few words how a run ended.
func headline(s Summary) string {
	var parts []string
	if s.Warnings > 0 {
		parts = append(parts, Count(s.Warnings, "warning"))
	}
	if s.Notices > 0 {
		parts = append(parts, Count(s.Notices, "notice"))
	}
	if len(parts) == 0 {
		parts = append(parts, "no findings")
	}
	return strings.Join(parts, ", ") + " in " + Count(s.Packages, "package")
}

func (r *Report) markdownRow(b *strings.Builder, f *finding.Finding) {
	rule := f.Rule
	if f.URL != "" {
		rule = fmt.Sprintf("[%s](%s)", f.Rule, f.URL)
	}
	what := markdownText(f.Message)
	if f.Remedy != "" {
		what += "; instead: " + markdownText(f.Remedy)
	}
	fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", f.Level, markdownText(r.position(f)), rule, what, markdownText(f.Class))
}

// markdownText returns s as text that means nothing else in a cell of a table:
// no markup, no link, no mention of a person or an issue. The signs of those
// last two are code, because GitHub and GitLab look for them in the finished
// page.
func markdownText(s string) string {
	return markdownEscaper.Replace(shorten(clean(s), maxCell))
}

// The rest of the punctuation means something only next to these or at the
// start of a line.
var markdownEscaper = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "|", "&#124;", "`", "&#96;", `\`, "&#92;",
	"*", "&#42;", "_", "&#95;", "~", "&#126;", "[", "&#91;", "]", "&#93;", "!", "&#33;", "$", "&#36;",
	"{", "&#123;", "}", "&#125;", ":", "&#58;", "w.", "w&#46;", "W.", "W&#46;",
	"@", "<code>@</code>", "#", "<code>#</code>",
)
