package output

import "fmt"

// Summary counts the findings of a report.
type Summary struct {
	Packages int            `json:"packages"`
	Warnings int            `json:"warnings"`
	Notices  int            `json:"notices"`
	Fixable  int            `json:"fixable"`
	Rules    map[string]int `json:"rules"`
}

// Summary counts the findings.
func (r *Report) Summary() Summary {
	s := Summary{Packages: r.Packages, Rules: make(map[string]int)}
	for _, f := range r.Findings {
		if f.Level == "notice" {
			s.Notices++
		} else {
			s.Warnings++
		}
		if f.Fix != nil {
			s.Fixable++
		}
		s.Rules[f.Rule]++
	}
	return s
}

// Count returns n with a noun in its number.
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
