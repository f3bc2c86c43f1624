// Package rule is what every rule shares: the pass it gets, and the gate that
// every finding goes through.
//
// A rule hands its findings to [Pass.Report] together with the heat they need.
// The gate reports those whose heat is proved in the package; the others stay
// pending, for the whole module (package engine) or, where a driver sees one
// package at a time, as facts about the function they stand in, so that a hot
// caller in a dependent package reports them at its call.
package rule

import (
	"cmp"
	"flag"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/crash"
	"github.com/zenithlint/zenithlint/internal/directive"
	"github.com/zenithlint/zenithlint/internal/doctext"
	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// Level says how certain a finding is.
type Level string

// The levels.
const (
	Warning Level = "warning" // the pattern is certain and its heat is proved
	Notice  Level = "notice"  // the pattern is certain, its heat only likely
)

// String implements flag.Value.
func (l *Level) String() string { return string(*l) }

// Set implements flag.Value; it returns an error for an unknown level.
func (l *Level) Set(s string) error {
	switch Level(s) {
	case Warning, Notice:
		*l = Level(s)
		return nil
	}
	return fmt.Errorf("unknown level %q: want warning or notice", s)
}

// Shows reports whether a report of level other appears where l is the lowest
// level shown.
func (l Level) Shows(other Level) bool { return l == Notice || other == Warning }

// levelFlag is the option level of a rule.
type levelFlag struct {
	level Level
	given bool
}

// String implements flag.Value.
func (f *levelFlag) String() string { return string(f.level) }

// Set implements flag.Value.
func (f *levelFlag) Set(s string) error {
	f.given = true
	return f.level.Set(s)
}

// wanted returns the level that was given, empty if none was: the
// configuration decides then.
func (f *levelFlag) wanted() Level {
	if !f.given {
		return ""
	}
	return f.level
}

// Rule is one red flag: what [New] makes an analyzer of.
type Rule struct {
	Name  string        // one lower-case word, a valid Go identifier
	Doc   string        // the text of the rule's doc.go
	Run   func(*Pass)   // finds candidates and hands them to Pass.Report
	Fact  Fact          // a new value of the rule's own fact type, see Effects
	Flags *flag.FlagSet // the rule's options, or nil

	// Uses records with Pass.Use where the subjects of the rule's findings
	// cost, and marks subjects. It is called after Run, when the subjects of
	// all packages are known; nil for rules without subjects.
	Uses func(*Pass)

	// Doubt is the Doubt of findings that set none, those that facts of other
	// packages make included; nil means none.
	Doubt func(heat.Heat) bool
}

// Finding is a red flag as a rule found it, before the gate decided whether it
// is reported.
type Finding struct {
	// Cur is the node at whose position the cost arises: its place decides the
	// heat, the suppression comments that apply, and the range that is shown.
	Cur inspector.Cursor

	// Pos and End narrow the range that is shown; zero means that of Cur.
	Pos, End token.Pos

	// Message states the fact about this code: lower case, no full stop, names
	// the thing.
	Message string

	// Remedy is the cheaper form in a few words, and Cost the measured cost,
	// both from the rule's page.
	Remedy, Cost string

	// FindRemedy, if set, returns Remedy: for those that take long to find, since
	// it is called only for findings that are reported.
	FindRemedy func() string

	// Warn and Note are the heat needed for a warning and for a notice. A zero
	// Note means that the finding is never a notice.
	Warn, Note heat.Need

	// Effect says what the enclosing function does on every call, as the end of
	// a sentence about it: "compiles `^a+$`". Empty: callers are never told.
	Effect string

	// Fix builds the suggested fix; it is called only for findings that are
	// reported. nil, or an empty result, means no fix.
	Fix func() []analysis.SuggestedFix

	// Doubt, if set, is asked about the heat that would make the finding a
	// warning; it is a notice at most where Doubt returns true. For remedies
	// that are a choice, which not every way of being hot earns. Of the uses of
	// a subject, one without doubt is enough.
	Doubt func(heat.Heat) bool

	// Related are further positions of the same flag.
	Related []analysis.RelatedInformation

	// Group makes one finding of those of a file that share it, at the weightiest
	// warning (or notice, if there is none); the others become related
	// positions with their chains, and the message lists their lines. For rules
	// whose remedy is one change to the file. Empty: no group.
	Group string

	// Weight tells which of a group leads: one that weighs something (0) rather
	// than one that does not (-1). One of weight 1 is worth a warning by itself, if
	// requests reach half of the file seldom.
	Weight int

	// Subject is the type, variable or function that the finding is about. The
	// heat that decides is then that of its uses, in this package or others (see
	// Rule.Uses); Cur only tells what is shown. The chain ends with the use.
	Subject types.Object

	// Unless drops the finding if a package of the module has one of the marks.
	Unless []Mark

	// NoticeIf makes a notice of a warning then.
	NoticeIf []Mark

	// FixUnless drops only the fix then.
	FixUnless []Mark

	// WholeFix offers the fix only where all packages of the module are seen at
	// once.
	WholeFix bool

	site   heat.Site
	origin *Effect // for calls: what the callee is charged with
}

// Mark is something that a rule found out about an object, of this package or
// another, and that decides about findings elsewhere: "limits", "compared".
type Mark struct {
	Obj  types.Object
	Name string
}

// Pass is what a rule works on: one package, its heat, and the gate.
type Pass struct {
	*analysis.Pass

	// Heat answers questions about loops and cold code of the package.
	Heat *heat.Result

	rule       *Rule
	names      *edit.Names
	directives map[*ast.File][]directive.Placed // those about the rule; nil: not read yet
	findings   []Finding
	hidden     []hidden

	objects *objects // of this package, or of all once they are linked
	facts   bool     // other packages are known by facts
	uses    []keyedUse
	marks   []derivedMark
}

// Files yields the hand-written files of the package that are not tests. Every
// walk of a rule starts here.
func (p *Pass) Files() iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for cur := range p.Heat.Root().Children() {
			if p.skips(query.File(cur)) {
				continue
			}
			if !yield(cur) {
				return
			}
		}
	}
}

// Any reports whether a node of these files matches. Unlike Files it makes no
// index of the package, which costs memory: rules ask it first, so that most
// packages never get one.
func (p *Pass) Any(match func(ast.Node) bool) bool {
	found := false
	for _, file := range p.Pass.Files {
		if found || p.skips(file) {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			found = found || n != nil && match(n)
			return !found
		})
	}
	return found
}

// skips reports whether no rule speaks about the file.
func (p *Pass) skips(file *ast.File) bool {
	return query.Generated(file) || query.IsTestFile(p.Fset.File(file.FileStart).Name())
}

// Names returns the free identifiers of the package, for fixes.
func (p *Pass) Names() *edit.Names {
	if p.names == nil {
		p.names = edit.NewNames(p.Pkg, p.TypesInfo)
	}
	return p.names
}

// Report hands a finding to the gate.
func (p *Pass) Report(f Finding) {
	if f.Pos == token.NoPos {
		f.Pos, f.End = f.Cur.Node().Pos(), f.Cur.Node().End()
	}
	if f.Subject == nil {
		f.site = p.Heat.Site(f.Cur)
	}
	if f.Doubt == nil {
		f.Doubt = p.rule.Doubt
	}
	if by := p.suppressedBy(&f); by != nil {
		p.hidden = append(p.hidden, hidden{f, by})
		return
	}
	p.findings = append(p.findings, f)
}

// rules maps the analyzers that New made to their rules. It is written only
// while packages are initialised.
var rules = make(map[*analysis.Analyzer]*Rule)

// New returns the analyzer of a rule, for drivers that see one package at a
// time: go vet, golangci-lint, nogo. It reports what is hot within the package
// and at calls of functions that facts tell about.
func New(r Rule) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:      r.Name,
		Doc:       doctext.Must(r.Doc, r.Name),
		URL:       doctext.URL(r.Name),
		Requires:  []*analysis.Analyzer{heat.Analyzer, sharedEdits},
		FactTypes: []analysis.Fact{r.Fact},
	}
	if r.Flags != nil {
		r.Flags.VisitAll(func(f *flag.Flag) { a.Flags.Var(f.Value, f.Name, f.Usage) })
	}
	level := levelFlag{level: Warning}
	a.Flags.Var(&level, "level", "lowest `level` that is reported: warning or notice")
	a.Run = func(pass *analysis.Pass) (any, error) {
		r.run(pass, level.wanted(), true)
		return nil, nil
	}
	rules[a] = &r
	return a
}

// WithoutFacts returns an analyzer like a, which New made, that sees each
// package by itself: for drivers in which facts cost more than findings across
// packages are worth. It shares the options of a.
func WithoutFacts(a *analysis.Analyzer) *analysis.Analyzer {
	alone, r := *a, rules[a]
	alone.FactTypes = nil
	alone.Run = func(pass *analysis.Pass) (any, error) {
		r.run(pass, a.Flags.Lookup("level").Value.(*levelFlag).wanted(), false)
		return nil, nil
	}
	return &alone
}

// run is the rule on one package. It reports errors as findings: returned, some
// drivers would drop the results of every other analyzer for them.
func (r *Rule) run(pass *analysis.Pass, level Level, facts bool) {
	if !inMainModule(pass) {
		return
	}
	p, err := r.collect(pass, facts)
	if err == nil {
		err = p.link()
	}
	if err == nil {
		err = p.protect(func(p *Pass) { p.reportPackage(level) })
	}
	if err = cmp.Or(err, p.Heat.Err()); err != nil {
		pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, End: pass.Files[0].Name.End(), Message: err.Error()})
	}
}

// Collector returns an analyzer that runs the rule of a, which New made, and
// reports nothing: its result is a *[Collected], for a driver that sees the
// whole module. It shares the options of a.
func Collector(a *analysis.Analyzer) *analysis.Analyzer {
	r := rules[a]
	return &analysis.Analyzer{
		Name:       a.Name,
		Doc:        a.Doc,
		URL:        a.URL,
		Requires:   []*analysis.Analyzer{heat.Analyzer},
		ResultType: reflect.TypeFor[*Collected](),
		Run: func(pass *analysis.Pass) (any, error) {
			p, err := r.collect(pass, false)
			if err != nil {
				return nil, err
			}
			return &Collected{pass: p}, nil
		},
	}
}

// collect runs the rule on a package; facts tells whether facts know other
// packages.
func (r *Rule) collect(pass *analysis.Pass, facts bool) (*Pass, error) {
	p := &Pass{Pass: pass, Heat: pass.ResultOf[heat.Analyzer].(*heat.Result), rule: r, objects: newObjects(), facts: facts}
	return p, p.protect(r.Run)
}

// protect calls a function of the rule. A panic becomes an error that names the
// rule and the package.
func (p *Pass) protect(f func(*Pass)) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("internal error: rule %s panicked on package %s: %v (at %s; please report this)", p.rule.Name, p.Pkg.Path(), v, crash.Site())
		}
	}()
	f(p)
	return nil
}

// link runs the second half of the rule for drivers that see one package at a
// time.
func (p *Pass) link() error {
	p.subjectKeys(p.objects)
	if p.rule.Uses != nil {
		if err := p.protect(p.rule.Uses); err != nil {
			return err
		}
	}
	p.calls()
	p.publish(p.objects)
	p.objects.settle()
	return nil
}
