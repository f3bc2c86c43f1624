package output

import "io"

type (
	gitlabIssue struct {
		Description string         `json:"description"`
		CheckName   string         `json:"check_name"`
		Fingerprint string         `json:"fingerprint"`
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
	gitlabLocation struct {
		Path      string          `json:"path"`
		Positions gitlabPositions `json:"positions"`
	}
	gitlabPositions struct {
		Begin position `json:"begin"`
		End   position `json:"end"`
	}
)

// GitLab writes a code quality report. GitLab shows the description alone, so
// it names the rule.
func GitLab(w io.Writer, r *Report) error {
	issues := make([]gitlabIssue, 0, len(r.Findings))
	for i := range r.Findings {
		f := &r.Findings[i]
		begin, end := span(f)
		issues = append(issues, gitlabIssue{
			Description: f.Rule + ": " + clean(f.Message),
			CheckName:   f.Rule,
			Fingerprint: f.Fingerprint,
			Severity:    byLevel(f.Level, "major", "info"),
			Location: gitlabLocation{
				Path:      r.repoPath(f.File),
				Positions: gitlabPositions{begin, end},
			},
		})
	}
	return writeJSON(w, issues, "  ")
}
