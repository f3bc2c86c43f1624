package errgroup

import (
	_ "embed"
	"flag"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/rule"
)

//go:embed doc.go
var doc string

// Options are the settings of the rule, also reachable as flags.
type Options struct {
	MaxConst int // turns of a counting loop that may start a goroutine each
}

// Analyzer runs with the default options.
var Analyzer = New(Options{MaxConst: 1000})

// New returns an analyzer with its own copy of opts.
func New(opts Options) *analysis.Analyzer {
	flags := flag.NewFlagSet("errgroup", flag.ContinueOnError)
	flags.IntVar(&opts.MaxConst, "max-const", opts.MaxConst, "report goroutines started by loops that count to a constant above `n`")
	return rule.New(rule.Rule{
		Name:  "errgroup",
		Doc:   doc,
		Run:   func(p *rule.Pass) { newChecker(p, &opts).run() },
		Uses:  func(p *rule.Pass) { newChecker(p, &opts).uses() },
		Fact:  new(effects),
		Flags: flags,
	})
}

// effects is the rule's fact. It stays empty: what a function starts is told by
// the function as the subject of a finding.
type effects struct{ rule.Effects }

// checker examines one package.
type checker struct {
	*rule.Pass
	opts  *Options
	funcs *functions
}

func newChecker(p *rule.Pass, opts *Options) *checker {
	return &checker{Pass: p, opts: opts, funcs: newFunctions(p)}
}

func (c *checker) run() {
	c.funcs.mark()
	if !c.Any(c.mayStart) {
		return
	}
	var starts []start
	for file := range c.Files() {
		for cur := range file.Preorder((*ast.GoStmt)(nil), (*ast.CallExpr)(nil)) {
			if s, ok := c.startAt(cur); ok {
				starts = append(starts, s)
				c.start(s)
			}
		}
	}
	c.groups(starts)
	c.collects(starts)
	c.misuses(starts)
}

// start reports what there is to say about a goroutine that is started.
func (c *checker) start(s start) {
	if f, ok := c.fanAround(s); ok {
		c.fanOut(s, f)
		return
	}
	c.helper(s)
	c.outlives(s)
}

// mayStart reports whether n may start a goroutine.
func (c *checker) mayStart(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.GoStmt:
		return true
	case *ast.CallExpr:
		_, ok := c.funcs.startsTask(n)
		return ok
	}
	return false
}
