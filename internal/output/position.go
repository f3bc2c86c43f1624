package output

import "github.com/zenithlint/zenithlint/internal/finding"

// position is a line and a column in bytes, which is 0 where it is unknown.
type position struct {
	Line   int `json:"line"`
	Column int `json:"column,omitempty"`
}

// span returns where f begins and ends. The end is never before the begin, as
// it may be in a finding where //line comments stand in between.
func span(f *finding.Finding) (begin, end position) {
	begin = position{f.Line, f.Column}
	if f.EndLine > f.Line || f.EndLine == f.Line && f.EndColumn > f.Column {
		return begin, position{f.EndLine, f.EndColumn}
	}
	return begin, begin
}

// byLevel returns the name that a format has for a level.
func byLevel(level, warning, notice string) string {
	if level == "notice" {
		return notice
	}
	return warning
}
