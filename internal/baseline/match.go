package baseline

import "github.com/zenithlint/zenithlint/internal/finding"

// key is what findings have in common that an entry stands for.
type key struct{ rule, pkg, function, code string }

func (e *Entry) key() key { return key{e.Rule, e.Package, e.Function, e.Code} }

// matches are the ways in which a finding is that of an entry, the surest
// first. What has another package or function was moved or renamed if the entry
// has lost its own finding.
var matches = []func(key) key{
	func(k key) key { return k },
	func(k key) key { k.pkg = ""; return k },
	func(k key) key { k.function = ""; return k },
}

// Match tells for each of findings whether it is on the list, and returns what
// of the list is left over. Of equal findings, the first ones are on the list.
// judged reports whether the finding of an entry would be among findings if it
// were there still: if not, nothing is taken for what became of it.
func (l List) Match(findings []finding.Finding, judged func(*Entry) bool) (listed []bool, left List) {
	listed = make([]bool, len(findings))
	rest := make(List, len(l))
	copy(rest, l)
	for i, match := range matches {
		index := make(map[key][]*Entry)
		for j := range rest {
			if e := &rest[j]; e.Count > 0 && (i == 0 || judged(e)) {
				k := match(e.key())
				index[k] = append(index[k], e)
			}
		}
		for j := range findings {
			f := &findings[j]
			k := match(key{f.Rule, f.Package, f.Function, f.Code})
			if listed[j] || len(index[k]) == 0 {
				continue
			}
			e := index[k][0]
			listed[j] = true
			if e.Count--; e.Count == 0 {
				index[k] = index[k][1:]
			}
		}
	}
	for _, e := range rest {
		if e.Count > 0 {
			left = append(left, e)
		}
	}
	return listed, left
}
