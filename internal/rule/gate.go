package rule

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
	"strings"

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
}

// Collected is what a rule found in one package, undecided.
type Collected struct{ pass *Pass }

// Rule returns the name of the rule.
func (c *Collected) Rule() string { return c.pass.rule.Name }

// Any reports whether the rule found anything.
func (c *Collected) Any() bool { return len(c.pass.findings) > 0 }

// Heat returns the heat result of the package.
func (c *Collected) Heat() *heat.Result { return c.pass.Heat }

// Reports returns the findings that sol proves hot enough for level, in source
// order, with their fixes. Their edits are added to edits, which drops fixes that overlap.
func (c *Collected) Reports(sol *heat.Solution, level Level, edits *Edits) []Report {
	reports, _ := c.pass.decide(sol, level, edits)
	return reports
}

// decide splits the findings of the package into reports, and those that are no
// warning here but may be one for a caller.
func (p *Pass) decide(sol *heat.Solution, level Level, edits *Edits) (reports []Report, pending []Finding) {
	// Not by token.Pos: files are parsed in parallel, in no fixed order.
	slices.SortStableFunc(p.findings, func(a, b Finding) int {
		fa, fb := p.Fset.File(a.Pos), p.Fset.File(b.Pos)
		return cmp.Or(cmp.Compare(fa.Name(), fb.Name()), cmp.Compare(fa.Offset(a.Pos), fb.Offset(b.Pos)))
	})
	for _, f := range p.findings {
		h, ok := sol.At(f.site, f.Warn)
		r := Report{Rule: p.rule.Name, Level: Warning, Heat: h, Finding: f, Pass: p}
		if !ok {
			if f.Effect != "" {
				pending = append(pending, f)
			}
			r.Level = Notice
			r.Heat, ok = sol.At(f.site, f.Note)
		}
		if !ok || !level.Shows(r.Level) {
			continue
		}
		r.Fix = p.fix(&f, edits)
		reports = append(reports, r)
	}
	return reports, pending
}

// reportPackage is the gate of drivers that see one package at a time.
func (p *Pass) reportPackage(level Level) {
	p.calls()
	if len(p.findings) == 0 {
		return
	}
	reports, pending := p.decide(p.Heat.Solve(), level, new(Edits))
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
	p.exportEffects(pending)
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
	if f.Fix == nil || p.mapped(f.Pos) {
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
// overlap, since drivers drop all or half of them then. The zero value is empty.
type Edits struct {
	files map[*token.File][]analysis.TextEdit
}

// Add adds the edits of one fix of file, all or none. It returns false if one
// of them overlaps another without being identical to it.
func (e *Edits) Add(file *token.File, edits []analysis.TextEdit) bool {
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
