package output

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/finding"
)

func sarifReport(src string, findings ...finding.Finding) *Report {
	r := report(src, findings...)
	r.Rules, r.Version = testRules(), "v1.2.3"
	return r
}

func TestSARIF(t *testing.T) {
	notice := finding.Finding{Rule: "connpool", Message: "pool starves", Level: "notice", File: "/m/web/client.go", Line: 1, Column: 1}
	out := render(t, SARIF, sarifReport(slugSource, slugFinding(), notice))
	run := readSARIF(t, out)
	require.Len(t, run.Results, 2)

	assert.Equal(t, "zenithlint", *run.Tool.Driver.Name)
	assert.Equal(t, "1.2.3", *run.Tool.Driver.SemanticVersion)
	assert.True(t, *run.Invocations[0].ExecutionSuccessful)

	res := run.Results[0]
	assert.Equal(t, "warning", res.Level)
	assert.Equal(t, "regexcompile", *run.Tool.Driver.Rules[res.RuleIndex].ID)
	assert.Equal(t, map[string]string{"zenithlint/v1": "f1"}, res.PartialFingerprints)
	assert.Equal(t, "constant pattern `\\[^a-z\\]+` is compiled on every call. Instead: a package-level variable. "+
		"Hot: [net/http handler (*Server).Create](1), [calls slug.Make](2), [slug.Make](3). Also: [compiled again here](4)", *res.Message.Text)

	place := res.Locations[0].PhysicalLocation
	assert.Equal(t, "slug/slug.go", *place.ArtifactLocation.URI)
	assert.Equal(t, []int{4, 8, 4, 37}, []int{*place.Region.StartLine, *place.Region.StartColumn, *place.Region.EndLine, *place.Region.EndColumn})
	assert.Equal(t, "m/slug.Make", *res.Locations[0].LogicalLocations[0].FullyQualifiedName)

	require.Len(t, res.RelatedLocations, 4, "each link has its place")
	assert.Equal(t, 2, res.RelatedLocations[1].ID)
	assert.Equal(t, "web/books.go", *res.RelatedLocations[1].PhysicalLocation.ArtifactLocation.URI)
	assert.Equal(t, 144, *res.RelatedLocations[1].PhysicalLocation.Region.StartLine)
	steps := res.CodeFlows[0].ThreadFlows[0].Locations
	require.Len(t, steps, 4, "the chain, and the finding at its end")
	assert.Equal(t, 131, *steps[0].Location.PhysicalLocation.Region.StartLine)
	assert.Equal(t, 8, *steps[3].Location.PhysicalLocation.Region.StartColumn)

	edits := res.Fixes[0].ArtifactChanges[0].Replacements
	require.Len(t, edits, 2)
	assert.Equal(t, "var x int\n", *edits[0].InsertedContent.Text)
	assert.Equal(t, []int{3, 1}, []int{*edits[0].DeletedRegion.EndLine, *edits[0].DeletedRegion.EndColumn})

	res = run.Results[1]
	assert.Equal(t, "note", res.Level)
	assert.Equal(t, "pool starves", *res.Message.Text)
	assert.Empty(t, res.CodeFlows)
	assert.Empty(t, res.Fixes)
	assert.Nil(t, res.Locations[0].PhysicalLocation.Region.EndLine)
}

func TestSARIFRules(t *testing.T) {
	run := readSARIF(t, render(t, SARIF, sarifReport("")))
	require.Len(t, run.Tool.Driver.Rules, 2)
	rule := run.Tool.Driver.Rules[1]
	assert.Equal(t, "report patterns | compiled on every call", *rule.ShortDescription.Text)
	assert.Regexp(t, `^Compiling a pattern costs .* it is compiled\.$`, *rule.FullDescription.Text)
	assert.Equal(t, "https://example.org/regexcompile", *rule.HelpURI)
	assert.Contains(t, *rule.Help.Text, "Not reported: patterns that vary.\n")
	assert.Contains(t, *rule.Help.Markdown, "\n## Not reported\n\npatterns that vary.\n")
	assert.Contains(t, *rule.Help.Markdown, "\n\tvar re = regexp.MustCompile(\"^a+$\")\n")
	assert.True(t, strings.HasSuffix(*rule.Help.Markdown, "\n\nhttps://example.org/regexcompile\n"), "GitHub shows no helpUri")
	assert.Equal(t, "high", rule.Properties.Properties["precision"])
	assert.Equal(t, "report starving pools", *run.Tool.Driver.Rules[0].FullDescription.Text, "no more is written")
}

// A run that could not analyse everything says so.
func TestSARIFErrors(t *testing.T) {
	r := sarifReport("")
	r.Errors = []finding.Error{
		{Package: "m/bad", File: "/m/bad.go", Line: 3, Column: 1, Message: "undefined: x"},
		{Package: "m/bad [m/bad.test]", File: "/m/bad.go", Line: 3, Column: 1, Message: "undefined: x"},
		{Package: "m/worse", Message: "regexcompile panicked"},
	}
	inv := readSARIF(t, render(t, SARIF, r)).Invocations[0]
	assert.False(t, *inv.ExecutionSuccessful)
	require.Len(t, inv.ToolExecutionNotifications, 2)
	assert.Equal(t, "undefined: x", *inv.ToolExecutionNotifications[0].Message.Text)
	assert.Equal(t, "bad.go", *inv.ToolExecutionNotifications[0].Locations[0].PhysicalLocation.ArtifactLocation.URI)
	assert.Equal(t, "m/worse: regexcompile panicked", *inv.ToolExecutionNotifications[1].Message.Text)
}

// Columns count UTF-16 units: not bytes, and without the byte order mark.
func TestSARIFColumns(t *testing.T) {
	src := "\ufeffx := \"日😀\xff\" + f()\r\n"
	start, end := strings.Index(src, "f()"), strings.Index(src, "\r")
	f := finding.Finding{
		Rule: "regexcompile", Message: "slow", Level: "warning", File: "/m/a.go", Line: 1, Column: start + 1, EndLine: 1, EndColumn: end + 1,
		Fix: &finding.Fix{Message: "Drop it", File: "/m/a.go", Edits: []finding.Edit{{Start: start, End: end}}},
	}
	res := readSARIF(t, render(t, SARIF, sarifReport(src, f))).Results[0]
	column := 1 + len("x := ") + len(`"`) + 1 + 2 + 1 + len(`" + `)
	region := res.Locations[0].PhysicalLocation.Region
	assert.Equal(t, []int{column, column + 3}, []int{*region.StartColumn, *region.EndColumn})
	deleted := res.Fixes[0].ArtifactChanges[0].Replacements[0]
	assert.Equal(t, []int{1, column, 1, column + 3},
		[]int{*deleted.DeletedRegion.StartLine, *deleted.DeletedRegion.StartColumn, *deleted.DeletedRegion.EndLine, *deleted.DeletedRegion.EndColumn})
	assert.Nil(t, deleted.InsertedContent)
}

// What is not known, as after a //line comment, is left out.
func TestSARIFUnknownPlaces(t *testing.T) {
	odd := slugFinding()
	odd.Rule, odd.Column, odd.EndLine, odd.EndColumn = "nosuch", 0, 2, 0
	odd.Fix.Edits[1].End = 1 << 20
	odd.Chain[0].File = ""
	none := finding.Finding{Rule: "connpool", Message: "slow", Level: "warning", File: "/elsewhere/a b.go"}
	r := sarifReport(slugSource, odd, none)
	results := readSARIF(t, render(t, SARIF, r)).Results
	assert.Equal(t, "nosuch", *results[0].RuleID)
	assert.Nil(t, results[0].Locations[0].PhysicalLocation.Region.StartColumn)
	assert.Nil(t, results[0].Locations[0].PhysicalLocation.Region.EndLine)
	assert.Empty(t, results[0].Fixes)
	assert.Len(t, results[0].RelatedLocations, 3)
	assert.Nil(t, results[1].Locations[0].PhysicalLocation.Region)
	assert.Equal(t, "file:///elsewhere/a%20b.go", *results[1].Locations[0].PhysicalLocation.ArtifactLocation.URI)

	r.Source = func(string) ([]byte, error) { return nil, errors.New("gone") }
	readSARIF(t, render(t, SARIF, r))
}
