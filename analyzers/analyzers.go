// Package analyzers lists the rules.
package analyzers

import (
	"golang.org/x/tools/go/analysis"
)

// All is every rule, sorted by name. A new rule is one folder and one line here.
var All = []*analysis.Analyzer{}
