package output

import (
	"fmt"
	"strings"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// The parts of a SARIF result.
type (
	sarifResult struct {
		RuleID              string            `json:"ruleId"`
		RuleIndex           *int              `json:"ruleIndex,omitempty"`
		Level               string            `json:"level"`
		Message             sarifMessage      `json:"message"`
		Locations           []sarifLocation   `json:"locations"`
		PartialFingerprints map[string]string `json:"partialFingerprints,omitempty"`
		RelatedLocations    []sarifLocation   `json:"relatedLocations,omitempty"`
		CodeFlows           []sarifCodeFlow   `json:"codeFlows,omitempty"`
		Fixes               []sarifFix        `json:"fixes,omitempty"`
		Properties          sarifHeat         `json:"properties,omitzero"`
	}
	sarifHeat struct {
		Heat  string  `json:"heat,omitempty"`
		Share float64 `json:"share,omitempty"`
		Cost  string  `json:"cost,omitempty"`
	}
	sarifCodeFlow struct {
		ThreadFlows []sarifThreadFlow `json:"threadFlows"`
	}
	sarifThreadFlow struct {
		Locations []sarifFlowLocation `json:"locations"`
	}
	sarifFlowLocation struct {
		Location sarifLocation `json:"location"`
	}
	sarifFix struct {
		Description     sarifMessage  `json:"description"`
		ArtifactChanges []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		ArtifactLocation sarifArtifactLocation `json:"artifactLocation"`
		Replacements     []sarifReplacement    `json:"replacements"`
	}
	sarifReplacement struct {
		DeletedRegion   sarifRegion   `json:"deletedRegion"`
		InsertedContent *sarifMessage `json:"insertedContent,omitempty"`
	}
)

// sarifFingerprint is the key of our fingerprints. That of GitHub's own is left
// to its upload action, which computes it from the sources.
const sarifFingerprint = "zenithlint/v1"

func (r *Report) sarifResult(f *finding.Finding, index map[string]int, columns *utf16Columns) sarifResult {
	columns.load(r, f.File)
	own := sarifLocation{PhysicalLocation: r.sarifPlace(f.File, findingRegion(f, columns))}
	res := sarifResult{
		RuleID: f.Rule, Level: byLevel(f.Level, "warning", "note"),
		Locations:  []sarifLocation{own},
		CodeFlows:  r.sarifFlow(f, own),
		Fixes:      r.sarifFixes(f.Fix, columns),
		Properties: sarifHeat{f.Class, f.Share, f.Cost},
	}
	if i, ok := index[f.Rule]; ok {
		res.RuleIndex = &i
	}
	if f.Fingerprint != "" {
		res.PartialFingerprints = map[string]string{sarifFingerprint: f.Fingerprint}
	}
	if name := f.Package + "." + f.Function; f.Function != "" {
		res.Locations[0].LogicalLocations = []sarifLogicalLocation{{clean(name), "function"}}
	}
	res.Message, res.RelatedLocations = r.sarifStory(f)
	return res
}

// findingRegion returns the range of f, or what is known of it.
func findingRegion(f *finding.Finding, columns *utf16Columns) sarifRegion {
	region := sarifRegion{StartLine: f.Line, StartColumn: columns.column(f.Line, f.Column)}
	if begin, end := span(f); end != begin {
		region.EndLine, region.EndColumn = end.Line, columns.column(end.Line, end.Column)
	}
	return region
}

// sarifStory returns the message, which links to the places that prove the heat
// and to others of the same flag: GitHub shows related locations only so.
func (r *Report) sarifStory(f *finding.Finding) (sarifMessage, []sarifLocation) {
	var places []sarifLocation
	links := func(steps []finding.Step) string {
		var list []string
		for _, s := range steps {
			text := sarifText(s.What)
			if s.File == "" || text.Text == "" {
				continue
			}
			places = append(places, sarifLocation{
				ID: len(places) + 1, PhysicalLocation: r.sarifPlace(s.File, sarifRegion{StartLine: s.Line}), Message: &text,
			})
			list = append(list, fmt.Sprintf("[%s](%d)", text.Text, len(places)))
		}
		return strings.Join(list, ", ")
	}
	text := sarifText(f.Message).Text
	if f.Remedy != "" {
		text += ". Instead: " + sarifText(f.Remedy).Text
	}
	if list := links(f.Chain); list != "" {
		text += ". Hot: " + list
	}
	if list := links(f.Related); list != "" {
		text += ". Also: " + list
	}
	return sarifMessage{text}, places
}

// sarifFlow returns the way from the evidence of heat to the finding.
func (r *Report) sarifFlow(f *finding.Finding, own sarifLocation) []sarifCodeFlow {
	var flow sarifThreadFlow
	for _, s := range f.Chain {
		if text := sarifText(s.What); s.File != "" && text.Text != "" {
			place := r.sarifPlace(s.File, sarifRegion{StartLine: s.Line})
			flow.Locations = append(flow.Locations, sarifFlowLocation{sarifLocation{PhysicalLocation: place, Message: &text}})
		}
	}
	if flow.Locations == nil {
		return nil
	}
	text := sarifText(f.Message)
	own.Message = &text
	flow.Locations = append(flow.Locations, sarifFlowLocation{own})
	return []sarifCodeFlow{{[]sarifThreadFlow{flow}}}
}

// sarifFixes returns the fix, if the file still has the places that it edits.
func (r *Report) sarifFixes(fix *finding.Fix, columns *utf16Columns) []sarifFix {
	if fix == nil {
		return nil
	}
	columns.load(r, fix.File)
	change := sarifChange{ArtifactLocation: sarifArtifactLocation{r.uri(fix.File)}}
	for _, e := range fix.Edits {
		line, column, ok := columns.place(e.Start)
		endLine, endColumn, okEnd := columns.place(e.End)
		if !ok || !okEnd {
			return nil
		}
		edit := sarifReplacement{DeletedRegion: sarifRegion{line, column, endLine, endColumn}}
		if e.NewText != "" {
			edit.InsertedContent = &sarifMessage{e.NewText}
		}
		change.Replacements = append(change.Replacements, edit)
	}
	return []sarifFix{{sarifText(fix.Message), []sarifChange{change}}}
}
