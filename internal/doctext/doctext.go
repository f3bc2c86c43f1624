// Package doctext reads the user documentation of a rule from its doc.go: the
// one place where it is written.
package doctext

import (
	"fmt"
	"go/parser"
	"go/token"
	"strings"
)

// Home is the address below which every rule has its page.
const Home = "https://github.com/zenithlint/zenithlint/tree/main/analyzers/"

// Must returns the documentation of the analyzer name from the text of its
// doc.go: everything below the heading "# Analyzer <name>", whose first
// paragraph is "<name>: <summary>". It panics if the text has no such section,
// which a rule's own test finds.
func Must(src, name string) string {
	doc, err := extract(src, name)
	if err != nil {
		panic(err)
	}
	return doc
}

// URL returns the address of the page of the analyzer name.
func URL(name string) string { return Home + name }

// Summary returns the first line of an analyzer's documentation without the
// name that starts it.
func Summary(doc string) string {
	line, _, _ := strings.Cut(doc, "\n")
	_, summary, ok := strings.Cut(line, ": ")
	if !ok {
		return line
	}
	return summary
}

// Part returns the paragraphs of doc that start with "<label>:" up to the next
// part, with the label removed; it is empty if doc has no such part.
func Part(doc, label string) string {
	_, rest, ok := strings.Cut(doc, "\n"+label+":")
	if !ok {
		return ""
	}
	for _, next := range Parts {
		if i := strings.Index(rest, "\n"+next+":"); i >= 0 {
			rest = rest[:i]
		}
	}
	return strings.TrimSpace(rest)
}

// Parts are the labels that every rule's documentation has, in this order,
// after its summary and the paragraphs that say what is reported and why.
var Parts = []string{"Example", "Use instead", "Not reported", "Fix", "Measured cost", "Options", "References"}

func extract(src, name string) (string, error) {
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", src, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		return "", fmt.Errorf("doc.go of %s: %w", name, err)
	}
	if f.Doc == nil {
		return "", fmt.Errorf("doc.go of %s has no package comment", name)
	}
	_, doc, ok := strings.Cut(f.Doc.Text(), "# Analyzer "+name+"\n")
	doc = strings.TrimSpace(doc)
	if !ok || !strings.HasPrefix(doc, name+": ") {
		return "", fmt.Errorf("doc.go of %s: want a heading %q followed by a paragraph that starts with %q", name, "# Analyzer "+name, name+": ")
	}
	return doc, nil
}
