// Package heat tells which code runs often, and proves it.
//
// Its analyzer builds the call graph of one package: functions, function
// literals, and the slots through which functions are called (parameters,
// variables, fields, interface methods). Evidence of heat enters the graph at
// entry points and loops and flows along calls; cold code stops it. [Solve]
// decides over one package or over all packages of a module with the same code.
package heat

import (
	"fmt"
	"go/token"
	"path/filepath"
	"reflect"
	"sync"
	"sync/atomic"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/config"
	"github.com/zenithlint/zenithlint/internal/crash"
)

// Need is a set of alternatives, any of which a position must meet for a rule
// to speak about it.
type Need uint16

// The needs, weakest first. Cold code meets only Anywhere.
const (
	Anywhere Need = 1 << iota // wrong wherever it stands
	NotCold                   // any function that is not cold
	Loop                      // an unbounded loop, or a function called from one
	Request                   // a request path, or code measured or declared hot
	Element                   // an unbounded loop on a request path, a benchmark loop
	Nested                    // an unbounded loop within another, in this function or through calls; Element too
	Stream                    // a loop that goes on as long as its input does, or a function called from one
	Inner                     // an unbounded loop within another, one of which goes on as long as its input does
	Command                   // what a command does when it is run: set-up to all that is about speed, but not about limits
)

// Class names the strongest evidence found for a position.
type Class string

// The classes, strongest first.
const (
	ClassHot       Class = "hot"       // declared hot by //zenith:hot
	ClassElement   Class = "element"   // per element of a request, message or task
	ClassBenchmark Class = "benchmark" // reached from a benchmark's timed loop
	ClassRequest   Class = "request"   // once per request, message or task
	ClassLoop      Class = "loop"      // once per turn of an unbounded loop
	ClassUnknown   Class = "unknown"   // nothing is known; not cold
	ClassSetup     Class = "setup"     // once per process or per construction
	ClassCold      Class = "cold"      // rare
)

// Step is one link of the chain that proves heat: an entry point, a call, a
// loop.
type Step struct {
	What string         // "net/http handler (*Server).List", "calls slug.Make", "in the loop"
	Pos  token.Position // where that stands
	Of   int            // of an implementation: how many the module has
}

// Heat is what is known of a position.
type Heat struct {
	Class Class
	Chain []Step // evidence first, position last; empty where nothing proves heat
	Why   string // for ClassSetup and ClassCold: the reason in words

	// Optional tells that a condition decides about one of the calls in Chain;
	// outside the last loop it does not matter, since many turns follow.
	Optional bool

	// Stream tells that one of the loops in Chain goes on as long as its input
	// does.
	Stream bool

	// Own tells that the last loop in Chain runs over a list of the receiver's, which
	// may be the same handful in each turn of a loop that runs that.
	Own bool

	// Few tells that the last loop in Chain runs over parts of the program or its
	// deployment, of which there are few, or over batches of what is many.
	Few bool

	rarity rarity // see findRarity
}

// Site is a position as the graph knows it: a function and what surrounds the
// position inside it. It is made by [Result.Site] and answered by
// [Solution.At].
type Site struct {
	pkg   *Result
	fn    int32
	local local
}

// Unconditional reports whether the site runs on every call of the package-
// level function it stands in, and its key (see [Result.Key]); the site must
// not be cold.
func (s Site) Unconditional() (key string, ok bool) {
	n := &s.pkg.graph().nodes[s.fn]
	if n.key == "" || n.kind != kindFunc || s.local.cond || s.local.cold != "" || n.cold != "" {
		return "", false
	}
	return n.key, true
}

// Analyzer builds the call graph of a package. Its result is a *Result. The
// graph is built on first use, so that packages in which no rule has a
// candidate cost nothing.
var Analyzer = &analysis.Analyzer{
	Name:       "zenithheat",
	Doc:        "zenithheat: find out which code runs often\n\nIt reports nothing; rules ask it for the heat of a position.",
	ResultType: reflect.TypeFor[*Result](),
	Run: func(pass *analysis.Pass) (any, error) {
		return &Result{pass: pass}, nil
	},
}

// Result answers questions about one package.
type Result struct {
	pass *analysis.Pass

	rootOnce sync.Once
	root     inspector.Cursor

	configOnce sync.Once
	config     *config.Config

	once sync.Once
	g    *graph
	err  atomic.Pointer[error]
	mu   sync.Mutex // guards what g remembers of the questions about positions

	solveOnce sync.Once
	sol       *Solution
}

// Root returns the cursor above all files of the package. Its inspector is made
// on first use: drivers run fact analyzers on packages that no rule looks into.
func (r *Result) Root() inspector.Cursor {
	r.rootOnce.Do(func() { r.root = inspector.New(r.pass.Files).Root() })
	return r.root
}

// Config returns the configuration that counts for the package. One with a
// mistake counts as none: drivers that can report it do.
func (r *Result) Config() *config.Config {
	r.configOnce.Do(func() {
		if m := r.pass.Module; len(r.pass.Files) == 0 || m != nil && m.Version != "" {
			return // of dependencies, their own does not count
		}
		file := r.pass.Fset.Position(r.pass.Files[0].Package).Filename
		r.config, _ = config.Find(filepath.Dir(file))
	})
	return r.config
}

// Pass returns the pass that the result was made in.
func (r *Result) Pass() *analysis.Pass { return r.pass }

// Solve returns the solution over this package alone.
func (r *Result) Solve() *Solution {
	r.solveOnce.Do(func() { r.sol = Solve([]*Result{r}) })
	return r.sol
}

// Build makes the graph now rather than on first use.
func (r *Result) Build() { r.graph() }

// Seal makes the graph and frees what only questions about positions of the
// package need, for packages in which no rule found anything: nobody will ask.
func (r *Result) Seal() {
	g := r.graph()
	r.root = inspector.Cursor{}
	g.info, g.byNode, g.byObj, g.gotos, g.loops, g.flows, g.spread = nil, nil, nil, nil, nil, nil, nil
	r.pass = &analysis.Pass{Analyzer: r.pass.Analyzer, Fset: r.pass.Fset, Pkg: r.pass.Pkg, Module: r.pass.Module}
}

// lock returns the graph for a question about a position: drivers run the rules
// on a package at the same time. The caller unlocks r.mu.
func (r *Result) lock() *graph {
	g := r.graph()
	r.mu.Lock()
	return g
}

func (r *Result) graph() *graph {
	r.once.Do(func() {
		defer func() {
			if v := recover(); v != nil {
				err := fmt.Errorf("internal error: the call graph of package %s cannot be made, nothing in it is reported: %v (at %s; please report this)", r.pass.Pkg.Path(), v, crash.Site())
				r.err.Store(&err)
				r.g = newGraph(r)
			}
		}()
		r.g = build(r)
	})
	return r.g
}

// Err returns the error of a package for which making the graph panicked, if it
// was made: nothing in such a package is hot.
func (r *Result) Err() error {
	if err := r.err.Load(); err != nil {
		return *err
	}
	return nil
}
