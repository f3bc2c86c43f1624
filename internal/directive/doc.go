// Package directive reads the comments that suppress findings, judges what is
// written in them, and writes new ones. It knows nothing about findings but
// their lines and the names of their rules.
//
// # Analyzer directive
//
// directive: report suppression comments without reason, effect or known rule
//
// A comment that suppresses findings outlives them: the code is repaired, and
// the comment stays, to hide the next finding there. One with a mistyped rule
// hides nothing, and one without a reason tells the next reader nothing.
//
// Reported are the directives of zenithlint, and of //lint:ignore and //nolint
// those parts that name zenithlint or one of its rules:
//
//   - one that gives no reason;
//   - one that names a rule which does not exist (only in //zenith:ignore, since
//     the names in the others may be those of other tools);
//   - one that suppresses nothing, or some names of which do. A notice that
//     would only be shown with -level=notice counts as something.
//
// The command line reports them; go vet, golangci-lint and nogo do not, since
// they see one package at a time and cannot tell what is of use.
//
// Example:
//
//	//zenith:ignore regexcompil
//	re := regexp.MustCompile(pattern)
//
// Use instead:
//
//	//zenith:ignore regexcompile compiled once a day
//	re := regexp.MustCompile(pattern)
//
// Not reported: a bare //nolint, //nolint:all, names of other tools, and
// directives in generated code. That a directive suppresses nothing is said only
// where it is certain: all packages of the module are analysed, with their
// tests and without errors, and the rule runs there. In a module with files that
// this build leaves out (build tags, other systems), or in a workspace, a
// directive on code that the rule looks at counts as useful even if nothing is
// seen to run it often.
//
// Fix: removes a directive that suppresses nothing, or the useless names of its
// list, and replaces an unknown name by the nearest known one. A missing reason
// has no fix: only people know it.
//
// Measured cost: none at run time.
//
// Options: none. -directive=false, or directive: off in .zenithlint.yml, leaves
// the rule out; //zenith:ignore regexcompile,directive reason keeps a single
// directive that seems useless.
//
// References: https://github.com/zenithlint/zenithlint/blob/main/docs/suppression.md
package directive

import (
	_ "embed"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/doctext"
)

//go:embed doc.go
var doc string

// Rule is the name under which problems of directives are reported.
const Rule = "directive"

// Analyzer stands for the rule where rules are listed, switched and explained.
// It reports nothing: what a directive is good for is known only when all rules
// have run on all packages.
var Analyzer = &analysis.Analyzer{
	Name: Rule,
	Doc:  doctext.Must(doc, Rule),
	URL:  "https://github.com/zenithlint/zenithlint/blob/main/docs/suppression.md",
	Run:  func(*analysis.Pass) (any, error) { return nil, nil },
}
