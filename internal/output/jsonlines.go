package output

import "io"

// JSONLines writes one JSON object a line: the findings, the errors, and at
// last the summary, which tells that the output is complete. The field type
// says which of these a line is; the other fields are those of [JSON].
func JSONLines(w io.Writer, r *Report) error {
	for i := range r.Findings {
		line := struct {
			Type string `json:"type"`
			jsonFinding
		}{"finding", r.jsonFinding(&r.Findings[i])}
		if err := writeJSON(w, line, ""); err != nil {
			return err
		}
	}
	for _, e := range r.Errors {
		line := struct {
			Type string `json:"type"`
			jsonError
		}{"error", r.jsonError(e)}
		if err := writeJSON(w, line, ""); err != nil {
			return err
		}
	}
	return writeJSON(w, struct {
		Type string `json:"type"`
		Summary
	}{"summary", r.Summary()}, "")
}
