package output

import (
	"bytes"
	"flag"
	"fmt"
	"go/doc/comment"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/doctext"
)

// Rules writes the table of rules for a terminal.
func Rules(w io.Writer, rules []*analysis.Analyzer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "RULE\tFIX\tOPTIONS\tWHAT IT DOES")
	for _, a := range rules {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", a.Name, yesNo(hasFix(a)), optionNames(a), doctext.Summary(a.Doc))
	}
	return t.Flush()
}

// RulesMarkdown returns the table of rules for the README, each name linked to
// the rule's page below the folder analyzers.
func RulesMarkdown(rules []*analysis.Analyzer) string {
	var b strings.Builder
	b.WriteString("| Rule | What it does | Fix |\n|---|---|---|\n")
	for _, a := range rules {
		summary := strings.ReplaceAll(doctext.Summary(a.Doc), "|", `\|`)
		fmt.Fprintf(&b, "| [`%s`](analyzers/%s/doc.go) | %s | %s |\n", a.Name, a.Name, summary, yesNo(hasFix(a)))
	}
	return b.String()
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "-"
}

// hasFix reports whether the documentation of a offers a fix.
func hasFix(a *analysis.Analyzer) bool {
	part := strings.ToLower(doctext.Part(a.Doc, "Fix"))
	return part != "" && !strings.HasPrefix(part, "none")
}

// optionNames lists the options of a that not every rule has.
func optionNames(a *analysis.Analyzer) string {
	var names []string
	a.Flags.VisitAll(func(f *flag.Flag) {
		if f.Name != "level" {
			names = append(names, f.Name)
		}
	})
	if names == nil {
		return "-"
	}
	return strings.Join(names, ",")
}

// Page writes the documentation of a rule: its parts under headings, and its
// options with their defaults.
func Page(w io.Writer, a *analysis.Analyzer, color bool, width int) error {
	p := paint(color)
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", p.with(bold, a.Name), doctext.Summary(a.Doc))
	page := prose{paint: p, width: min(width, 80)}
	for _, part := range parts(a.Doc) {
		page.write(&b, part)
	}
	options(&b, p, a)
	fmt.Fprintf(&b, "\n%s\n", a.URL)
	_, err := io.WriteString(w, b.String())
	return err
}

// part is a labelled piece of a rule's documentation.
type part struct{ label, text string }

// parts splits doc below its summary. What stands before the first label has
// none.
func parts(doc string) []part {
	_, doc, _ = strings.Cut(doc, "\n")
	list := []part{{}}
	for line := range strings.Lines(doc) {
		label, rest, ok := strings.Cut(line, ":")
		if ok && slices.Contains(doctext.Parts, label) {
			list = append(list, part{label: label})
			line = strings.TrimLeft(rest, " ")
		}
		list[len(list)-1].text += line
	}
	return list
}

// prose renders text in the syntax of doc comments.
type prose struct {
	paint paint
	width int
}

func (p prose) write(b *strings.Builder, part part) {
	text := strings.Trim(part.text, "\n")
	if text == "" {
		return
	}
	b.WriteByte('\n')
	if part.label != "" {
		fmt.Fprintf(b, "%s\n", p.paint.with(bold, part.label))
	}
	printer := comment.Printer{TextPrefix: "  ", TextCodePrefix: "    ", TextWidth: p.width}
	b.Write(bytes.ReplaceAll(printer.Text(parseProse(text)), []byte("\t"), []byte("    ")))
}

// parseProse reads text in the syntax of doc comments.
func parseProse(text string) *comment.Doc {
	// A line without indentation, lest the parser takes that of a part that is
	// all code for the margin.
	doc := new(comment.Parser).Parse("margin\n\n" + strings.Trim(text, "\n"))
	doc.Content = doc.Content[1:]
	return doc
}

// options lists the flags of a.
func options(b *strings.Builder, p paint, a *analysis.Analyzer) {
	fmt.Fprintf(b, "\n%s\n", p.with(bold, "Flags"))
	fmt.Fprintf(b, "  -%s\n      run this rule and others named so; -%s=false leaves it out\n", a.Name, a.Name)
	a.Flags.VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		fmt.Fprintf(b, "  -%s.%s %s\n      %s", a.Name, f.Name, value, usage)
		if f.DefValue != "" {
			fmt.Fprintf(b, " (default %s)", f.DefValue)
		}
		b.WriteByte('\n')
	})
}
