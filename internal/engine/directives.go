package engine

import (
	"go/ast"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/zenithlint/zenithlint/internal/config"
	"github.com/zenithlint/zenithlint/internal/directive"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// directives are the suppression comments of a run, and what came of them.
type directives struct {
	opts      Options
	list      []comment
	whole     bool                       // all packages of the module were analysed, with all rules
	heatKnown bool                       // no evidence of heat stands elsewhere
	used      map[token.Pos][]string     // rules that a comment suppressed
	charging  map[string]map[string]bool // packages, by rule, whose findings may be reported in others
}

// comment is a directive with its surroundings.
type comment struct {
	directive.Placed
	pkg      *packages.Package
	siblings []directive.Placed // all of the file
	foreign  bool               // what it is about uses other packages of the module
}

// readDirectives finds the directives of the packages. It is asked before any
// syntax is dropped.
func readDirectives(pkgs []*packages.Package, opts Options) *directives {
	ds := &directives{opts: opts, used: make(map[token.Pos][]string), charging: make(map[string]map[string]bool)}
	if opts.Rules == nil {
		return ds
	}
	module := make(map[string]bool)
	ds.heatKnown = !inWorkspace(opts.Dir)
	for _, pkg := range pkgs {
		module[pkg.PkgPath] = true
		if slices.ContainsFunc(pkg.IgnoredFiles, func(name string) bool { return strings.HasSuffix(name, ".go") }) {
			ds.heatKnown = false
		}
	}
	for _, pkg := range pkgs {
		for _, file := range pkg.Syntax {
			if query.Generated(file) {
				continue
			}
			found := directive.Find(pkg.Fset, file, func(d *directive.Directive) bool { return d.Ours(opts.Rules) })
			for _, p := range found {
				ds.list = append(ds.list, comment{Placed: p, pkg: pkg, siblings: found, foreign: foreign(pkg, file, &p, module)})
			}
		}
	}
	return ds
}

// foreign reports whether the code that a directive is about uses what another
// package of the module declares.
func foreign(pkg *packages.Package, file *ast.File, p *directive.Placed, module map[string]bool) bool {
	from, to := p.Lines(pkg.Fset)
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			obj, line := pkg.TypesInfo.Uses[id], pkg.Fset.PositionFor(id.Pos(), false).Line
			found = found || from <= line && line <= to && obj != nil && obj.Pkg() != nil &&
				obj.Pkg().Path() != pkg.PkgPath && module[obj.Pkg().Path()]
		}
		return !found
	})
	return found
}

// inWorkspace reports whether a go.work file counts for dir.
func inWorkspace(dir string) bool {
	switch os.Getenv("GOWORK") {
	case "off":
		return false
	case "":
	default:
		return true
	}
	dir, err := filepath.Abs(dir)
	for err == nil {
		if _, err := os.Stat(filepath.Join(dir, "go.work")); err == nil {
			return true
		}
		if dir == filepath.Dir(dir) {
			return false
		}
		dir = filepath.Dir(dir)
	}
	return true
}

// count remembers which comments suppressed a finding of a rule in a package,
// and whether the rule may report findings of the package in others.
func (ds *directives) count(pkg *packages.Package, c *rule.Collected, sol *heat.Solution) {
	if len(ds.list) == 0 {
		return
	}
	for _, pos := range c.Used(sol, ds.heatKnown) {
		ds.used[pos] = append(ds.used[pos], c.Rule())
	}
	if !c.Charges() {
		return
	}
	if ds.charging[c.Rule()] == nil {
		ds.charging[c.Rule()] = make(map[string]bool)
	}
	ds.charging[c.Rule()][pkg.PkgPath] = true
}

// findings returns what is wrong with the directives.
func (ds *directives) findings() (list []finding.Finding) {
	for i := range ds.list {
		c := &ds.list[i]
		cfg, err := config.Find(filepath.Dir(c.place().Filename))
		if err != nil || !cfg.At(directive.Rule, c.place().Filename).On || c.excused() {
			continue
		}
		for _, p := range c.Check(c.Comment.Text, ds.opts.Rules, func(name string) bool { return ds.useless(c, name, cfg) }) {
			list = append(list, c.finding(&p, ds.opts))
		}
	}
	return list
}

// useless reports whether it is certain that a directive has no finding of a
// rule to suppress, here or where one package is seen at a time.
func (ds *directives) useless(c *comment, name string, cfg *config.Config) bool {
	if !ds.whole || slices.Contains(ds.used[c.Comment.Pos()], name) || !cfg.At(name, c.place().Filename).On {
		return false
	}
	if !slices.ContainsFunc(ds.opts.Analyzers, isNamed(name)) {
		return false
	}
	// go vet would report what another package does at the call of it.
	others := maps.Clone(ds.charging[name])
	delete(others, c.pkg.PkgPath)
	return !c.foreign || len(others) == 0
}

// spare takes the fix off findings for which a directive seems to be meant whose
// name is misspelled: the name is to be repaired, not the code.
func (ds *directives) spare(findings []finding.Finding) {
	for i := range ds.list {
		c := &ds.list[i]
		from, to := c.Lines(c.pkg.Fset)
		for i := range findings {
			f := &findings[i]
			if f.Fix != nil && f.Fix.File == c.place().Filename && from <= f.Line && f.Line <= to && c.Means(f.Rule, ds.opts.Rules) {
				f.Fix = nil
			}
		}
	}
}

func (c *comment) place() token.Position { return c.pkg.Fset.Position(c.Comment.Pos()) }

// excused reports whether a directive names the rule about directives, for this
// one or the whole file.
func (c *comment) excused() bool {
	line := c.pkg.Fset.PositionFor(c.Comment.Pos(), false).Line
	return slices.ContainsFunc(c.siblings, func(p directive.Placed) bool {
		named := slices.ContainsFunc(p.Names, func(n directive.Name) bool { return n.Text == directive.Rule })
		return named && (p.Comment == c.Comment || p.CoversLine(line, nil))
	})
}

// finding makes a finding of a problem.
func (c *comment) finding(p *directive.Problem, opts Options) finding.Finding {
	fset := c.pkg.Fset
	pos, end := fset.Position(c.Comment.Pos()+token.Pos(p.From)), fset.Position(c.Comment.Pos()+token.Pos(p.To))
	f := finding.Finding{
		Rule: directive.Rule, Message: p.Message, Remedy: p.Remedy, Level: string(rule.Warning),
		File: pos.Filename, Line: pos.Line, Column: pos.Column, EndLine: end.Line, EndColumn: end.Column,
		Package: c.pkg.Types.Path(), URL: directive.Analyzer.URL,
	}
	file := fset.File(c.Comment.Pos())
	if p.Fix == nil || file.Name() != pos.Filename {
		return f
	}
	src, err := source(opts, file.Name())
	start := file.Offset(c.Comment.Pos())
	if err != nil || !strings.HasPrefix(string(src[min(start, len(src)):]), c.Comment.Text) {
		return f
	}
	f.Fix = &finding.Fix{Message: p.Fix.Message, File: file.Name(), Edits: p.Fix.Resolve(src, start, start+len(c.Comment.Text))}
	return f
}

// source returns the contents of a file as analysed.
func source(opts Options, file string) ([]byte, error) {
	if src, ok := opts.Overlay[file]; ok {
		return src, nil
	}
	return os.ReadFile(file)
}
