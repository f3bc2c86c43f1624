package output

import (
	"bytes"
	"io"
	"strings"

	"github.com/zenithlint/zenithlint/internal/finding"
)

type (
	rdjsonDocument struct {
		Source      rdjsonSource       `json:"source"`
		Diagnostics []rdjsonDiagnostic `json:"diagnostics"`
	}
	rdjsonSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdjsonDiagnostic struct {
		Message          string             `json:"message"`
		Location         rdjsonLocation     `json:"location"`
		Severity         string             `json:"severity"`
		Code             *rdjsonCode        `json:"code,omitempty"`
		Suggestions      []rdjsonSuggestion `json:"suggestions,omitempty"`
		RelatedLocations []rdjsonRelated    `json:"related_locations,omitempty"`
	}
	rdjsonCode struct {
		Value string `json:"value"`
		URL   string `json:"url,omitempty"`
	}
	rdjsonLocation struct {
		Path  string       `json:"path"`
		Range *rdjsonRange `json:"range,omitempty"`
	}
	rdjsonRange struct {
		Start position  `json:"start"`
		End   *position `json:"end,omitempty"`
	}
	rdjsonSuggestion struct {
		Range rdjsonRange `json:"range"`
		Text  string      `json:"text"`
	}
	rdjsonRelated struct {
		Message  string         `json:"message"`
		Location rdjsonLocation `json:"location"`
	}
)

// RDJSON writes the diagnostic format of reviewdog. Columns count bytes.
func RDJSON(w io.Writer, r *Report) error {
	doc := rdjsonDocument{Source: rdjsonSource{"zenithlint", home}, Diagnostics: []rdjsonDiagnostic{}}
	for _, e := range r.problems() {
		if e.File == "" {
			continue // no place to show it; it stands on stderr
		}
		doc.Diagnostics = append(doc.Diagnostics, rdjsonDiagnostic{
			Message: clean(e.Message), Location: r.rdjsonLine(e.File, e.Line, e.Column), Severity: "ERROR",
		})
	}
	for i := range r.Findings {
		doc.Diagnostics = append(doc.Diagnostics, r.rdjsonDiagnostic(&r.Findings[i]))
	}
	return writeJSON(w, doc, "  ")
}

func (r *Report) rdjsonDiagnostic(f *finding.Finding) rdjsonDiagnostic {
	d := rdjsonDiagnostic{
		Message:     clean(f.Message),
		Location:    r.rdjsonLine(f.File, f.Line, f.Column),
		Severity:    byLevel(f.Level, "WARNING", "INFO"),
		Code:        &rdjsonCode{f.Rule, f.URL},
		Suggestions: r.suggestions(f.Fix),
	}
	if f.Remedy != "" {
		d.Message += "; instead: " + clean(f.Remedy)
	}
	if begin, end := span(f); end != begin {
		d.Location.Range.End = &end
	}
	for _, list := range [][]finding.Step{f.Chain, f.Related} {
		for _, s := range list {
			d.RelatedLocations = append(d.RelatedLocations, rdjsonRelated{clean(s.What), r.rdjsonLine(s.File, s.Line, 0)})
		}
	}
	return d
}

func (r *Report) rdjsonLine(file string, line, column int) rdjsonLocation {
	loc := rdjsonLocation{Path: r.dirPath(file)}
	if line > 0 {
		loc.Range = &rdjsonRange{Start: position{line, column}}
	}
	return loc
}

// maxSuggestion is how many bytes a suggestion may replace. What lies between
// edits far apart is no suggestion to read.
const maxSuggestion = 2000

// suggestions returns the edits of a fix as one suggestion, since each can be
// accepted on its own: all from the first edit to the last.
func (r *Report) suggestions(fix *finding.Fix) []rdjsonSuggestion {
	if fix == nil || len(fix.Edits) == 0 {
		return nil
	}
	src, err := r.Source(fix.File)
	first, last := fix.Edits[0].Start, fix.Edits[len(fix.Edits)-1].End
	if err != nil || first < 0 || last > len(src) || last-first > maxSuggestion {
		return nil
	}
	var text strings.Builder
	done := first
	for _, e := range fix.Edits {
		if e.Start < done || e.End < e.Start {
			return nil
		}
		text.Write(src[done:e.Start])
		text.WriteString(e.NewText)
		done = e.End
	}
	end := rdjsonPlace(src, last)
	return []rdjsonSuggestion{{rdjsonRange{rdjsonPlace(src, first), &end}, text.String()}}
}

// rdjsonPlace returns the line and column of an offset of src.
func rdjsonPlace(src []byte, offset int) position {
	before := src[:offset]
	return position{1 + bytes.Count(before, []byte("\n")), offset - bytes.LastIndexByte(before, '\n')}
}
