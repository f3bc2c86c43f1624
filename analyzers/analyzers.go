// Package analyzers lists the rules.
package analyzers

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/analyzers/concatloop"
	"github.com/zenithlint/zenithlint/analyzers/errgroup"
	"github.com/zenithlint/zenithlint/analyzers/regexcompile"
	"github.com/zenithlint/zenithlint/analyzers/stdjson"
	"github.com/zenithlint/zenithlint/analyzers/structlayout"
	"github.com/zenithlint/zenithlint/internal/config"
	"github.com/zenithlint/zenithlint/internal/directive"
)

func init() { config.Register(append(slices.Clone(All), directive.Analyzer)) }

// All is every rule, sorted by name. A new rule is one folder and one line here.
var All = []*analysis.Analyzer{
	concatloop.Analyzer,
	errgroup.Analyzer,
	regexcompile.Analyzer,
	stdjson.Analyzer,
	structlayout.Analyzer,
}
