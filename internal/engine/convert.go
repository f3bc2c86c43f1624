package engine

import (
	"cmp"
	"go/token"
	"slices"

	"github.com/zenithlint/zenithlint/internal/doctext"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// convert makes plain data of a report.
func convert(r *rule.Report) finding.Finding {
	fset := r.Pass.Fset
	pos, end := fset.Position(r.Finding.Pos), fset.Position(r.Finding.End)
	if end.Filename != pos.Filename || end.Offset < pos.Offset && end.Line <= pos.Line {
		end = pos // a //line comment stands in between
	}
	f := finding.Finding{
		Rule:      r.Rule,
		Message:   r.Finding.Message,
		Remedy:    r.Finding.Remedy,
		Cost:      r.Finding.Cost,
		Level:     string(r.Level),
		File:      pos.Filename,
		Line:      pos.Line,
		Column:    pos.Column,
		EndLine:   end.Line,
		EndColumn: end.Column,
		Package:   r.Pass.Pkg.Path(),
		Function:  r.Pass.Heat.Function(r.Finding.Cur),
		Class:     string(r.Heat.Class),
		URL:       doctext.URL(r.Rule),
	}
	for _, s := range r.Heat.Chain {
		f.Chain = append(f.Chain, step(s.What, s.Pos))
	}
	for _, rel := range r.Finding.Related {
		f.Related = append(f.Related, step(rel.Message, fset.Position(rel.Pos)))
	}
	if r.Fix == nil {
		return f
	}
	file := fset.File(r.Finding.Pos)
	f.Fix = &finding.Fix{Message: r.Fix.Message, File: file.Name()}
	for _, e := range r.Fix.TextEdits {
		stop := e.End
		if !stop.IsValid() {
			stop = e.Pos
		}
		f.Fix.Edits = append(f.Fix.Edits, finding.Edit{Start: file.Offset(e.Pos), End: file.Offset(stop), NewText: string(e.NewText)})
	}
	slices.SortStableFunc(f.Fix.Edits, func(a, b finding.Edit) int { return cmp.Compare(a.Start, b.Start) })
	return f
}

func step(what string, pos token.Position) finding.Step {
	return finding.Step{What: what, File: pos.Filename, Line: pos.Line}
}
