package output

import (
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// The parts of SARIF 2.1.0 that are written, named as there. No string is ever
// written empty: GitHub rejects the whole document for one.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		ColumnKind  string            `json:"columnKind"`
		Invocations []sarifInvocation `json:"invocations"`
		Results     []sarifResult     `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name            string      `json:"name"`
		InformationURI  string      `json:"informationUri"`
		Version         string      `json:"version,omitempty"`
		SemanticVersion string      `json:"semanticVersion,omitempty"`
		Rules           []sarifRule `json:"rules"`
	}
	sarifInvocation struct {
		ExecutionSuccessful        bool                `json:"executionSuccessful"`
		ToolExecutionNotifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		ID               int                    `json:"id,omitempty"`
		PhysicalLocation *sarifPhysicalLocation `json:"physicalLocation,omitempty"`
		LogicalLocations []sarifLogicalLocation `json:"logicalLocations,omitempty"`
		Message          *sarifMessage          `json:"message,omitempty"`
	}
	sarifPhysicalLocation struct {
		ArtifactLocation sarifArtifactLocation `json:"artifactLocation"`
		Region           *sarifRegion          `json:"region,omitempty"`
	}
	sarifArtifactLocation struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndLine     int `json:"endLine,omitempty"`
		EndColumn   int `json:"endColumn,omitempty"`
	}
	sarifLogicalLocation struct {
		FullyQualifiedName string `json:"fullyQualifiedName"`
		Kind               string `json:"kind"`
	}
)

// SARIF writes a SARIF 2.1.0 log, as code scanning services and editors read
// it. Paths are relative to the root of the repository.
func SARIF(w io.Writer, r *Report) error {
	driver := sarifDriver{Name: "zenithlint", InformationURI: home, Version: r.Version, Rules: []sarifRule{}}
	if v, ok := strings.CutPrefix(r.Version, "v"); ok {
		driver.SemanticVersion = v
	}
	index := make(map[string]int)
	for i, a := range r.Rules {
		index[a.Name] = i
		driver.Rules = append(driver.Rules, newSARIFRule(a))
	}
	run := sarifRun{
		Tool:        sarifTool{driver},
		ColumnKind:  "utf16CodeUnits",
		Invocations: []sarifInvocation{r.sarifInvocation()},
		Results:     make([]sarifResult, 0, len(r.Findings)),
	}
	columns := new(utf16Columns)
	for i := range r.Findings {
		run.Results = append(run.Results, r.sarifResult(&r.Findings[i], index, columns))
	}
	return writeJSON(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	}, "  ")
}

// home is the address of the project.
const home = "https://github.com/zenithlint/zenithlint"

// sarifInvocation tells what could not be analysed.
func (r *Report) sarifInvocation() sarifInvocation {
	inv := sarifInvocation{ExecutionSuccessful: len(r.Errors) == 0}
	for _, e := range r.problems() {
		n := sarifNotification{Level: "error", Message: sarifText(problem(e))}
		if e.File != "" {
			n.Locations = []sarifLocation{{PhysicalLocation: r.sarifPlace(e.File, sarifRegion{StartLine: e.Line, StartColumn: e.Column})}}
		}
		inv.ToolExecutionNotifications = append(inv.ToolExecutionNotifications, n)
	}
	return inv
}

// sarifPlace returns a place. Where the line is unknown, it is the whole file.
func (r *Report) sarifPlace(file string, region sarifRegion) *sarifPhysicalLocation {
	p := &sarifPhysicalLocation{ArtifactLocation: sarifArtifactLocation{r.uri(file)}}
	if region.StartLine > 0 {
		p.Region = &region
	}
	return p
}

// uri returns file as a reference relative to the root of the repository, or
// as an absolute one if it stands elsewhere.
func (r *Report) uri(file string) string {
	p := r.repoPath(file)
	u := url.URL{Path: p}
	if filepath.IsAbs(p) {
		u = url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(p, "/")}
	}
	return u.String()
}

// sarifText returns s as the text of a message, in which brackets make links.
func sarifText(s string) sarifMessage {
	return sarifMessage{sarifEscaper.Replace(clean(s))}
}

var sarifEscaper = strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`)

// problem returns what e says, with the package where no file tells the place.
func problem(e finding.Error) string {
	if e.File == "" && e.Package != "" {
		return e.Package + ": " + e.Message
	}
	return e.Message
}
