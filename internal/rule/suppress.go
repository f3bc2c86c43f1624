package rule

import (
	"go/ast"
	"go/token"

	"github.com/zenithlint/zenithlint/internal/directive"
	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// hidden is a finding that comments suppress.
type hidden struct {
	finding Finding
	by      []token.Pos // of the comments
}

// suppressedBy returns the comments that switch f off: at the end of its line,
// alone above the line, in the doc comment of its declaration, or above the
// package clause.
func (p *Pass) suppressedBy(f *Finding) (by []token.Pos) {
	if p.directives == nil {
		p.directives = make(map[*ast.File][]directive.Placed)
		for _, file := range p.Pass.Files {
			p.directives[file] = directive.Find(p.Fset, file, func(d *directive.Directive) bool { return d.Covers(p.rule.Name) })
		}
	}
	list := p.directives[query.File(f.Cur)]
	if len(list) == 0 {
		return nil
	}
	line, decl := p.Fset.PositionFor(f.Pos, false).Line, query.TopDecl(f.Cur)
	for _, d := range list {
		if d.CoversLine(line, decl) {
			by = append(by, d.Comment.Pos())
		}
	}
	return by
}

// Used returns the positions of the comments that suppress what would be
// reported, be it as a notice. Where heatKnown is false, evidence of heat may
// stand in files that this build leaves out: all that is hidden counts then.
func (c *Collected) Used(sol *heat.Solution, heatKnown bool) (used []token.Pos) {
	for _, h := range c.pass.hidden {
		// What is hidden of a subject has no uses recorded.
		if !heatKnown || h.finding.Subject != nil || c.pass.reports(h.finding, sol) {
			used = append(used, h.by...)
		}
	}
	return used
}

// reports reports whether f would be reported, be it as a notice.
func (p *Pass) reports(f Finding, sol *heat.Solution) bool {
	f.Fix, f.FindRemedy = nil, nil
	alone := *p
	alone.findings = []Finding{f}
	list, _ := alone.decide(sol, Notice, nil)
	return len(list) > 0
}

// Charges reports whether drivers that see one package at a time may report a
// finding of this package in another one, where comments then suppress it.
func (c *Collected) Charges() bool {
	for _, f := range c.pass.findings {
		if f.Effect != "" {
			return true
		}
	}
	return false
}
