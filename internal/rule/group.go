package rule

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// group makes one report of those that share a file and a group, and drops those
// that are not shown. One that would be a warning but for doubt about its heat stays
// with a warning, whose remedy is for both.
func group(reports []Report, shows func(Report) bool) []Report {
	type key struct{ file, group string }
	first := make(map[key]int)
	var out []Report
	for _, r := range reports {
		k := key{r.Pass.Fset.File(r.Finding.Pos).Name(), r.Finding.Group}
		i, ok := first[k]
		switch {
		case k.group == "" || !ok:
			first[k] = len(out)
			out = append(out, r)
		case r.leads(&out[i]):
			r.Others = append(out[i].Others, out[i])
			r.Others[len(r.Others)-1].Others = nil
			out[i] = r
		default:
			out[i].Others = append(out[i].Others, r)
		}
	}
	hidden := func(r Report) bool { return !shows(r) }
	for i := range out {
		if out[i].aside() {
			out[i].Level = Notice
		}
		warns := out[i].Level == Warning
		out[i].Others = slices.DeleteFunc(out[i].Others, func(r Report) bool { return hidden(r) && !(warns && r.doubtful) })
		out[i].relate()
	}
	return slices.DeleteFunc(out, hidden)
}

// leads reports whether r should lead a group rather than other, which comes
// before it: a warning rather than a notice, and one that weighs something rather
// than one that does not.
func (r *Report) leads(other *Report) bool {
	if r.Level != other.Level {
		return r.Level == Warning
	}
	return other.Finding.Weight < 0 && r.Finding.Weight >= 0
}

// aside reports whether a group is about code that requests reach seldom: half of
// its functions are, and of the others none weighs anything.
func (r *Report) aside() bool {
	if r.Finding.Doubt == nil || len(r.Others) == 0 {
		return false
	}
	seldom := make(map[string]bool) // by function
	for _, m := range append([]Report{*r}, r.Others...) {
		if m.Level == Warning && (m.Finding.Weight > 0 || m.Heat.Class != heat.ClassRequest) {
			return false
		}
		name := m.Pass.Heat.Function(m.Finding.Cur)
		before, ok := seldom[name]
		seldom[name] = m.Heat.Seldom() && (before || !ok)
	}
	all := len(seldom)
	maps.DeleteFunc(seldom, func(_ string, is bool) bool { return !is })
	return 2*len(seldom) >= all
}

// relate names the others of the group in the finding.
func (r *Report) relate() {
	if len(r.Others) == 0 {
		return
	}
	slices.SortStableFunc(r.Others, func(a, b Report) int { return comparePos(a.Pass, a.Finding.Pos, b.Pass, b.Finding.Pos) })
	const most = 5
	var lines []string
	for _, o := range r.Others {
		pos := o.Pass.Fset.Position(o.Finding.Pos)
		r.Finding.Related = append(r.Finding.Related, analysis.RelatedInformation{
			Pos: o.Finding.Pos, End: o.Finding.End, Message: o.Finding.Message + why(o.Heat),
		})
		if n := strconv.Itoa(pos.Line); !slices.Contains(lines, n) {
			lines = append(lines, n)
		}
	}
	more := ""
	if len(lines) > most {
		more = fmt.Sprintf(" and %d more", len(lines)-most)
		lines = lines[:most]
	}
	noun := "lines"
	if len(lines) == 1 {
		noun = "line"
	}
	r.Finding.Message += fmt.Sprintf(", also on %s %s%s", noun, strings.Join(lines, ", "), more)
}
