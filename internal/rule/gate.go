package rule

import (
	"cmp"
	"fmt"
	"go/token"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// Report is a finding that passed the gate.
type Report struct {
	Rule    string
	Level   Level
	Heat    heat.Heat
	Finding Finding
	Fix     *analysis.SuggestedFix // nil: none is safe
	Pass    *Pass                  // the package it is about
	Others  []Report               // the others of its group, in source order

	doubtful bool // a warning but for doubt about its heat
}

// Collected is what a rule found in one package, undecided.
type Collected struct{ pass *Pass }

// Rule returns the name of the rule.
func (c *Collected) Rule() string { return c.pass.rule.Name }

// Any reports whether the heat of any place in the package may be asked for.
func (c *Collected) Any() bool { return len(c.pass.findings)+len(c.pass.hidden)+len(c.pass.uses) > 0 }

// Link runs the second half of a rule, in which packages tell each other about
// the objects they share. It takes what the rule collected in each package;
// whole tells whether these are all packages of the module. forEach calls a
// function on every element, at the same time or not. The errors are those of packages the
// rule panicked on, in the order of list; nil where it did not.
func Link(list []*Collected, whole bool, forEach func([]*Collected, func(*Collected))) []error {
	o := newObjects()
	o.whole = whole
	for _, c := range list {
		c.pass.subjectKeys(o)
	}
	index := make(map[*Collected]int)
	for i, c := range list {
		c.pass.objects = o
		index[c] = i
	}
	errs := make([]error, len(list))
	forEach(list, func(c *Collected) {
		if uses := c.pass.rule.Uses; uses != nil {
			errs[index[c]] = c.pass.protect(uses)
		}
	})
	for _, c := range list {
		c.pass.publish(o)
	}
	o.settle()
	return errs
}

// Heat returns the heat result of the package.
func (c *Collected) Heat() *heat.Result { return c.pass.Heat }

// Reports returns the findings that sol proves hot enough for level (empty: the
// one that the configuration says), in source order, with their fixes. Their
// edits are added to edits, which drops fixes that overlap. The error is that of
// a rule that panics.
func (c *Collected) Reports(sol *heat.Solution, level Level, edits *Edits) (reports []Report, err error) {
	err = c.pass.protect(func(p *Pass) { reports, _ = p.decide(sol, level, edits) })
	return reports, err
}

// decide splits the findings of the package into reports, and those that are no
// warning here but may be one for a caller.
func (p *Pass) decide(sol *heat.Solution, level Level, edits *Edits) (reports []Report, pending []Finding) {
	slices.SortStableFunc(p.findings, func(a, b Finding) int { return comparePos(p, a.Pos, p, b.Pos) })
	for _, f := range p.findings {
		if p.marked(f.Unless) {
			continue
		}
		if p.marked(f.NoticeIf) {
			f.Note, f.Warn = f.Note|f.Warn, 0
		}
		h, ok := p.heatAt(sol, &f, Warning)
		doubtful := ok && f.Doubt != nil && f.Doubt(h)
		if doubtful {
			f.Note, ok = f.Note|f.Warn, false
		}
		r := Report{Rule: p.rule.Name, Level: Warning, Heat: h, Finding: f, Pass: p, doubtful: doubtful}
		if !ok {
			if f.Effect != "" && !doubtful {
				pending = append(pending, f)
			}
			r.Level = Notice
			r.Heat, ok = p.heatAt(sol, &f, Notice)
		}
		if ok {
			reports = append(reports, r)
		}
	}
	reports = group(reports, func(r Report) bool { return p.shows(&r.Finding, r.Level, level) })
	for i := range reports {
		f := &reports[i].Finding
		if f.FindRemedy != nil {
			f.Remedy = f.FindRemedy()
		}
		reports[i].Fix = p.fix(f, edits)
	}
	return reports, pending
}

// shows reports whether a report of a level is wanted. asked is the lowest level
// that was given on the command line or by the driver; empty leaves it to the
// configuration.
func (p *Pass) shows(f *Finding, level, asked Level) bool {
	set := p.Heat.Config().At(p.rule.Name, p.Fset.Position(f.Pos).Filename)
	return set.On && cmp.Or(asked, Level(set.Level), Warning).Shows(level)
}

// reportPackage is the gate of drivers that see one package at a time.
func (p *Pass) reportPackage(level Level) {
	if len(p.findings)+len(p.marks) == 0 {
		return
	}
	reports, pending := p.decide(p.Heat.Solve(), level, p.ResultOf[sharedEdits].(*Edits))
	for _, r := range reports {
		d := analysis.Diagnostic{
			Pos:      r.Finding.Pos,
			End:      r.Finding.End,
			Category: r.Rule,
			Message:  r.Finding.Message + why(r.Heat),
		}
		if r.Fix != nil {
			d.SuggestedFixes = []analysis.SuggestedFix{*r.Fix}
		}
		p.Pass.Report(d)
	}
	p.exportFacts(pending)
}

// why renders heat as the end of a message: one line, since these drivers show
// no more, and turn related positions into findings of their own.
func why(h heat.Heat) string {
	if len(h.Chain) == 0 {
		return ""
	}
	var parts []string
	for _, s := range h.Chain {
		parts = append(parts, s.What)
	}
	return fmt.Sprintf(" [%s: %s]", h.Class, strings.Join(parts, " -> "))
}

// fix builds the fix of f if every driver can apply it safely.
func (p *Pass) fix(f *Finding, edits *Edits) *analysis.SuggestedFix {
	if f.Fix == nil || p.mapped(f.Pos) || f.WholeFix && !p.objects.whole || p.marked(f.FixUnless) {
		return nil
	}
	fixes := f.Fix()
	if len(fixes) == 0 {
		return nil
	}
	file := p.Fset.File(f.Pos)
	for _, e := range fixes[0].TextEdits {
		if p.Fset.File(e.Pos) != file {
			return nil // drivers drop edits of other files, and would apply half a fix
		}
	}
	if !edits.Add(file, fixes[0].TextEdits) {
		return nil
	}
	return &fixes[0]
}

// mapped reports whether pos stands in a file whose positions refer to another
// one (cgo, //line): edits would be applied to the wrong text.
func (p *Pass) mapped(pos token.Pos) bool {
	return p.Fset.File(pos).Name() != p.Fset.Position(pos).Filename
}

// Edits are the edits of the fixes offered so far: no two of a package may
// overlap, since drivers drop all or half of them then. The zero value is
// empty; rules that run at once may share it.
type Edits struct {
	mu    sync.Mutex
	files map[*token.File][]analysis.TextEdit
}

// sharedEdits gives all rules on a package one set of edits where drivers see
// one package at a time.
var sharedEdits = &analysis.Analyzer{
	Name:       "zenithedits",
	Doc:        "zenithedits: keep the fixes of a package apart\n\nIt reports nothing; rules enter the edits of their fixes.",
	ResultType: reflect.TypeFor[*Edits](),
	Run:        func(*analysis.Pass) (any, error) { return new(Edits), nil },
}

// Add adds the edits of one fix of file, all or none. It returns false if one
// of them overlaps another without being identical to it.
func (e *Edits) Add(file *token.File, edits []analysis.TextEdit) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, a := range edits {
		for _, b := range e.files[file] {
			if conflict(a, b) {
				return false
			}
		}
	}
	if e.files == nil {
		e.files = make(map[*token.File][]analysis.TextEdit)
	}
	e.files[file] = append(e.files[file], edits...)
	return true
}

func conflict(a, b analysis.TextEdit) bool {
	if a.Pos == b.Pos && a.End == b.End {
		return string(a.NewText) != string(b.NewText)
	}
	// An insertion at the edge of a replacement does not overlap it.
	return a.Pos < b.End && b.Pos < a.End
}
