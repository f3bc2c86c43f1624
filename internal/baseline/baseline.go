// Package baseline keeps lists of findings that are known: in a file, so that a
// linter can be introduced in a code base that has findings, or in memory, to
// tell what another revision has from what is new.
//
// A finding is known by its rule, package, function and the text of its line,
// never by the number of the line. Equal ones are counted.
package baseline

import (
	"cmp"
	"slices"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// FileName is what the file is called unless another name is given.
const FileName = ".zenithlint-baseline.jsonl"

// notice is the level that a file names; the other one goes without saying.
const notice = "notice"

// Entry stands for Count findings that are equal but for the place.
type Entry struct {
	File     string `json:"file"` // of the first one, relative to the baseline, with slashes
	Rule     string `json:"rule"`
	Package  string `json:"package"`
	Function string `json:"function,omitempty"`
	Code     string `json:"code"`            // see finding.Finding
	Level    string `json:"level,omitempty"` // empty: warning
	Count    int    `json:"count,omitempty"` // in a file, 1 is left out
}

// List is a baseline, sorted.
type List []Entry

// Of returns the list of findings. rel makes their file names relative to the
// baseline.
func Of(findings []finding.Finding, rel func(file string) string) List {
	list := make(List, 0, len(findings))
	for i := range findings {
		f := &findings[i]
		e := Entry{File: rel(f.File), Rule: f.Rule, Package: f.Package, Function: f.Function, Code: f.Code, Count: 1}
		if f.Level == notice {
			e.Level = notice
		}
		list = append(list, e)
	}
	return list.Add(nil)
}

// Add returns the list of what is in l or other. What both have counts twice.
func (l List) Add(other List) List {
	all := slices.Concat(l, other)
	slices.SortStableFunc(all, compare)
	index := make(map[key]int)
	sum := make(List, 0, len(all))
	for _, e := range all {
		i, ok := index[e.key()]
		if !ok {
			index[e.key()] = len(sum)
			sum = append(sum, e)
			continue
		}
		sum[i].Count += e.Count
		if e.Level == "" {
			sum[i].Level = "" // shown as soon as one of them is
		}
	}
	return sum
}

// Total returns how many findings the list stands for.
func (l List) Total() (n int) {
	for _, e := range l {
		n += e.Count
	}
	return n
}

func compare(a, b Entry) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Package, b.Package),
		cmp.Compare(a.Function, b.Function), cmp.Compare(a.Code, b.Code))
}
