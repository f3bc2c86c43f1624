package output

import (
	"io"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// The JSON document. Its shape is a promise to other programs: fields are only
// ever added.
type (
	jsonDocument struct {
		Findings []jsonFinding `json:"findings"`
		Errors   []jsonError   `json:"errors"`
		Summary  Summary       `json:"summary"`
	}
	jsonFinding struct {
		Rule      string    `json:"rule"`
		Message   string    `json:"message"`
		File      string    `json:"file"`
		Line      int       `json:"line"`
		Column    int       `json:"column"`
		EndLine   int       `json:"endLine"`
		EndColumn int       `json:"endColumn"`
		Package   string    `json:"package"`
		Function  string    `json:"function"`
		Level     string    `json:"level"`
		Heat      jsonHeat  `json:"heat"`
		URL       string    `json:"url"`
		Fixes     []jsonFix `json:"fixes"`

		Remedy      string     `json:"remedy"`
		Cost        string     `json:"cost"`
		Related     []jsonStep `json:"related"`
		Fingerprint string     `json:"fingerprint"`
	}
	jsonHeat struct {
		Class string     `json:"class"`
		Chain []jsonStep `json:"chain"`
		Share float64    `json:"share"`
	}
	jsonStep struct {
		What string `json:"what"`
		File string `json:"file"`
		Line int    `json:"line"`
	}
	jsonFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"`
	}
	jsonEdit struct {
		File    string `json:"file"`
		Start   int    `json:"start"`
		End     int    `json:"end"`
		NewText string `json:"newText"`
	}
	jsonError struct {
		Package string `json:"package"`
		File    string `json:"file"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Message string `json:"message"`
	}
)

// JSON writes one document with all findings, errors and counts.
func JSON(w io.Writer, r *Report) error {
	doc := jsonDocument{
		Findings: make([]jsonFinding, 0, len(r.Findings)),
		Errors:   make([]jsonError, 0, len(r.Errors)),
		Summary:  r.Summary(),
	}
	for i := range r.Findings {
		doc.Findings = append(doc.Findings, r.jsonFinding(&r.Findings[i]))
	}
	for _, e := range r.Errors {
		doc.Errors = append(doc.Errors, r.jsonError(e))
	}
	return writeJSON(w, doc, "  ")
}

func (r *Report) jsonError(e finding.Error) jsonError {
	return jsonError{e.Package, r.dirPath(e.File), e.Line, e.Column, e.Message}
}

func (r *Report) jsonFinding(f *finding.Finding) jsonFinding {
	j := jsonFinding{
		Rule: f.Rule, Message: f.Message,
		File: r.dirPath(f.File), Line: f.Line, Column: f.Column, EndLine: f.EndLine, EndColumn: f.EndColumn,
		Package: f.Package, Function: f.Function, Level: f.Level,
		Heat: jsonHeat{Class: f.Class, Chain: r.jsonSteps(f.Chain), Share: f.Share},
		URL:  f.URL, Fixes: []jsonFix{},
		Remedy: f.Remedy, Cost: f.Cost, Related: r.jsonSteps(f.Related), Fingerprint: f.Fingerprint,
	}
	if f.Fix != nil {
		fix := jsonFix{Message: f.Fix.Message, Edits: []jsonEdit{}}
		for _, e := range f.Fix.Edits {
			fix.Edits = append(fix.Edits, jsonEdit{r.dirPath(f.Fix.File), e.Start, e.End, e.NewText})
		}
		j.Fixes = append(j.Fixes, fix)
	}
	return j
}

func (r *Report) jsonSteps(steps []finding.Step) []jsonStep {
	list := []jsonStep{}
	for _, s := range steps {
		list = append(list, jsonStep{s.What, r.dirPath(s.File), s.Line})
	}
	return list
}
