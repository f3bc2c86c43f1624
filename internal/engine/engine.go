// Package engine runs the rules over a whole module at once: it loads the
// packages, lets each rule collect its candidates, and decides them over the
// call graph of all packages.
package engine

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/zenithlint/zenithlint/internal/config"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/modroot"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// Options say what to analyse and how.
type Options struct {
	Dir            string                // directory to run in; empty: the working directory
	Patterns       []string              // package patterns as of the go command; empty: ./...
	Tests          bool                  // load tests too: benchmarks are evidence of heat
	Tags           string                // build tags, comma-separated
	Analyzers      []*analysis.Analyzer  // the rules to run, made by rule.New
	Level          rule.Level            // lowest level reported; empty: as configured
	Levels         map[string]rule.Level // the same for single rules, by name
	Overlay        map[string][]byte     // file contents by absolute path, instead of those on disk
	Keep           bool                  // a Session is asked again: keep the packages, at the price of memory
	Rules          []string              // the names of all rules there are: directives are judged; nil: they are not
	OnlyDirectives bool                  // nothing else is reported
	Suppress       string                // the fix of each finding is a directive with this reason; empty: it repairs the code
}

// Result is the outcome of a run.
type Result struct {
	Findings []finding.Finding // sorted by file, line, column, rule, message
	Errors   []finding.Error   // packages and rules that could not be analysed, sorted
	Packages int               // packages analysed
	Files    []string          // their Go files, absolute
	Whole    bool              // all packages of a module were analysed: what is not among Findings is not there
	Phases   []finding.Phase   // load, each rule, heat, resolve
}

// Add joins the result of another run, of other packages, to r. Whether it is
// whole is up to the caller.
func (r *Result) Add(other *Result) {
	r.Findings = append(r.Findings, other.Findings...)
	r.Errors = append(r.Errors, other.Errors...)
	r.Packages += other.Packages
	r.Files = append(r.Files, other.Files...)
	for _, phase := range other.Phases {
		i := slices.IndexFunc(r.Phases, func(p finding.Phase) bool { return p.Name == phase.Name })
		if i < 0 {
			r.Phases = append(r.Phases, phase)
		} else {
			r.Phases[i].Seconds += phase.Seconds
		}
	}
}

// Run analyses the packages. It returns an error only if nothing could be
// loaded at all; packages that do not compile are listed in Result.Errors.
func Run(ctx context.Context, opts Options) (*Result, error) {
	return run(opts, false, func() ([]*packages.Package, error) { return load(ctx, opts) })
}

// run analyses the packages that load returns, and keeps their syntax where
// the caller needs it afterwards.
func run(opts Options, keep bool, load func() ([]*packages.Package, error)) (*Result, error) {
	res := new(Result)
	var pkgs []*packages.Package
	err := res.phase("load", func() (err error) {
		pkgs, err = load()
		return err
	})
	if err != nil {
		return nil, err
	}
	// Syntax and types live to the end from here on: collecting earlier keeps
	// the peak near that of loading, at little cost.
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(70))
	}
	pkgs, res.Errors = usable(pkgs, opts.Dir)
	res.Errors = append(res.Errors, configErrors(pkgs)...)
	res.Packages = len(pkgs)
	for _, pkg := range pkgs {
		res.Files = append(res.Files, pkg.GoFiles...)
	}
	if err := res.analyze(pkgs, opts, keep); err != nil {
		return nil, err
	}
	res.Whole = wholeModule(opts) && len(res.Errors) == 0
	slices.SortFunc(res.Errors, compareErrors)
	res.Errors = slices.CompactFunc(res.Errors, func(a, b finding.Error) bool {
		return a.File == b.File && a.Line == b.Line && a.Column == b.Column && a.Message == b.Message && (a.File != "" || a.Package == b.Package)
	})
	return res, nil
}

// analyze collects the candidates of every rule and decides them.
func (res *Result) analyze(pkgs []*packages.Package, opts Options, keep bool) error {
	comments := readDirectives(pkgs, opts)
	collectors := make([]*analysis.Analyzer, len(opts.Analyzers))
	for i, a := range opts.Analyzers {
		collectors[i] = rule.Collector(a)
	}
	graph, err := checker.Analyze(collectors, pkgs, nil)
	if err != nil {
		return err
	}
	collected := make(map[*packages.Package][]*rule.Collected)
	spent := make(map[string]time.Duration)
	for _, act := range graph.Roots {
		spent[act.Analyzer.Name] += act.Duration
		if act.Err != nil {
			msg, _, _ := strings.Cut(act.Err.Error(), "\n")
			res.Errors = append(res.Errors, finding.Error{Package: act.Package.PkgPath, Message: msg})
			continue
		}
		collected[act.Package] = append(collected[act.Package], act.Result.(*rule.Collected))
	}
	for _, a := range opts.Analyzers {
		start := time.Now()
		res.link(a.Name, pkgs, collected, wholeModule(opts) && len(res.Errors) == 0)
		spent[a.Name] += time.Since(start)
		res.Phases = append(res.Phases, finding.Phase{Name: a.Name, Seconds: spent[a.Name].Seconds()})
	}
	comments.whole = wholeModule(opts) && len(res.Errors) == 0
	if !slices.ContainsFunc(pkgs, func(p *packages.Package) bool {
		return slices.ContainsFunc(collected[p], (*rule.Collected).Any)
	}) {
		res.Phases = append(res.Phases, finding.Phase{Name: "heat"}, finding.Phase{Name: "resolve"}) // nobody asked
		res.Findings = comments.findings()
		slices.SortStableFunc(res.Findings, compareFindings)
		return nil
	}
	graph = nil // it refers to the syntax of everything
	var heats []*heat.Result
	asked := make(map[*heat.Result]bool)
	for _, pkg := range pkgs {
		c := collected[pkg]
		if len(c) == 0 {
			continue
		}
		h := c[0].Heat()
		heats = append(heats, h)
		asked[h] = slices.ContainsFunc(c, (*rule.Collected).Any)
		if !asked[h] {
			delete(collected, pkg)
			if !keep {
				pkg.Syntax, pkg.TypesInfo = nil, nil
			}
		}
	}
	res.phase("heat", func() error {
		parallel(heats, func(r *heat.Result) {
			if asked[r] {
				r.Build()
			} else {
				r.Seal()
			}
		})
		for _, r := range heats {
			if err := r.Err(); err != nil {
				res.Errors = append(res.Errors, finding.Error{Package: r.Pass().Pkg.Path(), Message: err.Error()})
			}
		}
		return nil
	})
	return res.phase("resolve", func() error {
		sol := heat.Solve(heats)
		for _, pkg := range pkgs {
			var reports []rule.Report
			edits := new(rule.Edits)
			slices.SortFunc(collected[pkg], func(a, b *rule.Collected) int { return cmp.Compare(a.Rule(), b.Rule()) })
			for _, c := range collected[pkg] {
				comments.count(pkg, c, sol)
				if !opts.OnlyDirectives {
					list, err := c.Reports(sol, cmp.Or(opts.Levels[c.Rule()], opts.Level), edits)
					if err != nil {
						res.Errors = append(res.Errors, finding.Error{Package: pkg.PkgPath, Message: err.Error()})
					}
					reports = append(reports, list...)
				}
			}
			for i := range reports {
				res.Findings = append(res.Findings, convert(&reports[i]))
			}
			if opts.Suppress != "" {
				suppress(opts, pkg, reports, res.Findings[len(res.Findings)-len(reports):])
			}
		}
		comments.spare(res.Findings)
		res.Findings = append(res.Findings, comments.findings()...)
		slices.SortStableFunc(res.Findings, compareFindings)
		return nil
	})
}

// link lets a rule's packages tell each other what they know, and drops those
// it panics on.
func (res *Result) link(name string, pkgs []*packages.Package, collected map[*packages.Package][]*rule.Collected, whole bool) {
	var list []*rule.Collected
	var of []*packages.Package
	for _, pkg := range pkgs {
		for _, c := range collected[pkg] {
			if c.Rule() == name {
				list, of = append(list, c), append(of, pkg)
			}
		}
	}
	for i, err := range rule.Link(list, whole, parallel) {
		if err != nil {
			res.Errors = append(res.Errors, finding.Error{Package: of[i].PkgPath, Message: err.Error()})
			collected[of[i]] = slices.DeleteFunc(collected[of[i]], func(c *rule.Collected) bool { return c == list[i] })
		}
	}
}

// wholeModule reports whether the options ask for all packages of a module.
func wholeModule(opts Options) bool {
	dir, err := filepath.Abs(opts.Dir)
	if err != nil || !opts.Tests {
		return false
	}
	root, ok := modroot.Find(dir)
	return ok && root == dir && (len(opts.Patterns) == 0 || slices.Contains(opts.Patterns, "./..."))
}

// configErrors returns the mistakes in the configurations of the packages.
func configErrors(pkgs []*packages.Package) (errs []finding.Error) {
	for _, pkg := range pkgs {
		if len(pkg.GoFiles) == 0 {
			continue
		}
		_, err := config.Find(filepath.Dir(pkg.GoFiles[0]))
		if mistake := new(config.Error); errors.As(err, &mistake) {
			errs = append(errs, finding.Error{File: mistake.File, Line: mistake.Line, Column: mistake.Column, Message: mistake.Message})
		}
	}
	return errs
}

// phase measures one part of the run.
func (res *Result) phase(name string, f func() error) error {
	start := time.Now()
	err := f()
	res.Phases = append(res.Phases, finding.Phase{Name: name, Seconds: time.Since(start).Seconds()})
	return err
}

// parallel calls f on every element, as many at a time as there are processors.
func parallel[T any](list []T, f func(T)) {
	var wg sync.WaitGroup
	next := make(chan T)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for x := range next {
				f(x)
			}
		})
	}
	for _, x := range list {
		next <- x
	}
	close(next)
	wg.Wait()
}

func compareErrors(a, b finding.Error) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Package, b.Package), cmp.Compare(a.Message, b.Message))
}

func compareFindings(a, b finding.Finding) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
}
