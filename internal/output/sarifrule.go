package output

import (
	"cmp"
	"fmt"
	"go/doc/comment"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/doctext"
)

// The parts of a SARIF rule.
type (
	sarifRule struct {
		ID                   string              `json:"id"`
		ShortDescription     sarifMessage        `json:"shortDescription"`
		FullDescription      sarifMessage        `json:"fullDescription"`
		Help                 sarifHelp           `json:"help"`
		HelpURI              string              `json:"helpUri,omitempty"`
		DefaultConfiguration sarifConfiguration  `json:"defaultConfiguration"`
		Properties           sarifRuleProperties `json:"properties"`
	}
	sarifHelp struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	sarifRuleProperties struct {
		Tags      []string `json:"tags"`
		Precision string   `json:"precision"`
		Severity  string   `json:"problem.severity"`
	}
)

// maxDescription is what GitHub takes of a description.
const maxDescription = 1000

func newSARIFRule(a *analysis.Analyzer) sarifRule {
	summary := shorten(doctext.Summary(a.Doc), maxDescription)
	return sarifRule{
		ID:                   a.Name,
		ShortDescription:     sarifMessage{summary},
		FullDescription:      sarifMessage{shorten(cmp.Or(why(a.Doc), summary), maxDescription)},
		Help:                 sarifHelp{Text: withURL(a.Doc, a.URL), Markdown: withURL(pageMarkdown(a.Doc), a.URL)},
		HelpURI:              a.URL,
		DefaultConfiguration: sarifConfiguration{"warning"},
		Properties: sarifRuleProperties{
			Tags:      []string{"go", "performance"},
			Precision: "high",
			Severity:  "warning",
		},
	}
}

// withURL adds the address of the page: GitHub does not show helpUri.
func withURL(text, url string) string {
	if url == "" {
		return text
	}
	return strings.TrimRight(text, "\n") + "\n\n" + url + "\n"
}

// why returns the first paragraph below the summary, as one line.
func why(doc string) string {
	text, _, _ := strings.Cut(strings.TrimSpace(parts(doc)[0].text), "\n\n")
	return strings.Join(strings.Fields(text), " ")
}

// pageMarkdown returns the documentation of a rule in Markdown.
func pageMarkdown(doc string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", markdownEscaper.Replace(doctext.Summary(doc)))
	for _, part := range parts(doc) {
		if part.label != "" {
			fmt.Fprintf(&b, "\n## %s\n", part.label)
		}
		if text := parseProse(part.text); len(text.Content) > 0 {
			b.WriteByte('\n')
			b.Write(new(comment.Printer).Markdown(text))
		}
	}
	return b.String()
}
