package fix

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
)

// maxRounds bounds how often fixes are applied to what fixes left: one that
// overlapped another becomes possible in the next round, and a fix may uncover
// a further finding.
const maxRounds = 4

// Overlay are the contents of files that differ from those on disk, by absolute
// path.
type Overlay = map[string][]byte

// Outcome is what repairing led to.
type Outcome struct {
	Result  *engine.Result    // of the last run: what remains
	Before  Overlay           // files with fixes, as they were read
	After   Overlay           // changed files with the fixes made
	Applied int               // fixes made
	Dropped []finding.Finding // fixes that would not have compiled
}

// Files returns the changed files, sorted.
func (o *Outcome) Files() []string { return slices.Sorted(maps.Keys(o.After)) }

// Left returns the remaining findings whose fix was not made because it
// overlaps another, or because the rounds ran out.
func (o *Outcome) Left() []finding.Finding {
	var left []finding.Finding
	for _, f := range o.Result.Findings {
		if f.Fix != nil {
			left = append(left, f)
		}
	}
	return left
}

// repair is the state between rounds.
type repair struct {
	analyze func(Overlay) (*engine.Result, error)
	read    func(file string) ([]byte, error)
	known   map[place]bool // what did not compile from the start
	dropped map[string]bool
	out     Outcome
}

// place is where an error is.
type place struct{ pkg, file string }

// Run applies fixes over rounds of analysis, in memory. A fix after which a
// package does not compile any more is dropped, the others stay. analyze runs
// the rules with the given contents instead of those on disk.
func Run(analyze func(Overlay) (*engine.Result, error), read func(file string) ([]byte, error)) (*Outcome, error) {
	first, err := analyze(nil)
	if err != nil {
		return nil, err
	}
	r := &repair{
		analyze: analyze,
		read:    read,
		known:   make(map[place]bool),
		dropped: make(map[string]bool),
		out:     Outcome{Result: first, Before: make(Overlay), After: make(Overlay)},
	}
	for _, e := range first.Errors {
		r.known[place{e.Package, e.File}] = true
	}
	for range maxRounds {
		changed, err := r.round()
		if err != nil {
			return nil, err
		}
		if !changed {
			break
		}
	}
	// What was dropped is not on offer any more.
	for i := range r.out.Result.Findings {
		if f := &r.out.Result.Findings[i]; f.Fix != nil && r.dropped[identity(f)] {
			f.Fix = nil
		}
	}
	return &r.out, nil
}

// round applies the fixes of the last result. It reports whether it changed
// anything.
func (r *repair) round() (bool, error) {
	var fixes []finding.Finding
	for _, f := range r.out.Result.Findings {
		if f.Fix != nil && !r.dropped[identity(&f)] {
			fixes = append(fixes, f)
		}
	}
	t, err := r.try(fixes)
	if err != nil {
		return false, err
	}
	if len(t.broken) > 0 {
		if t, err = r.isolate(fixes, t.broken); err != nil {
			return false, err
		}
	}
	if t.made == 0 {
		return false, nil
	}
	r.out.After, r.out.Result = t.after, t.result
	r.out.Applied += t.made
	return true, nil
}

// identity names a fix across rounds, in which its position shifts.
func identity(f *finding.Finding) string {
	parts := []string{f.Rule, f.Fix.File, f.Function, f.Message, f.Fix.Message}
	for _, e := range f.Fix.Edits {
		parts = append(parts, e.NewText)
	}
	return strings.Join(parts, "\x00")
}

// trial is the result of making some fixes.
type trial struct {
	after  Overlay
	made   int
	result *engine.Result
	broken []finding.Error // what compiled before and does not now
}

// try makes fixes on top of those of earlier rounds and runs the analysis.
func (r *repair) try(fixes []finding.Finding) (*trial, error) {
	t := &trial{after: maps.Clone(r.out.After), result: r.out.Result}
	lists := make(map[string][]*finding.Fix)
	for _, f := range fixes {
		lists[f.Fix.File] = append(lists[f.Fix.File], f.Fix)
	}
	for file, list := range lists {
		src, err := r.source(file)
		if err != nil {
			return nil, err
		}
		out, skipped := Apply(src, list)
		if !bytes.Equal(out, src) {
			t.after[file] = out
			t.made += len(list) - len(skipped)
		}
	}
	if t.made == 0 {
		return t, nil
	}
	result, err := r.analyze(t.after)
	if err != nil {
		return nil, err
	}
	t.result = result
	for _, e := range result.Errors {
		if !r.known[place{e.Package, e.File}] {
			t.broken = append(t.broken, e)
		}
	}
	return t, nil
}

// source returns the contents of file after the rounds so far.
func (r *repair) source(file string) ([]byte, error) {
	if src, ok := r.out.After[file]; ok {
		return src, nil
	}
	if src, ok := r.out.Before[file]; ok {
		return src, nil
	}
	src, err := r.read(file)
	if err == nil {
		r.out.Before[file] = src
	}
	return src, err
}

// isolate finds the fixes that broke a package, drops them, and makes the
// others: first those of other packages, then those under suspicion file by
// file, and fix by fix in the files that are to blame.
func (r *repair) isolate(fixes []finding.Finding, broken []finding.Error) (*trial, error) {
	var good, suspects []finding.Finding
	for _, f := range fixes {
		if suspect(&f, broken) {
			suspects = append(suspects, f)
		} else {
			good = append(good, f)
		}
	}
	t, err := r.try(good)
	if err != nil {
		return nil, err
	}
	if len(t.broken) > 0 { // a package broke in which nothing was repaired
		good, suspects = nil, fixes
		t = &trial{after: r.out.After, result: r.out.Result}
	}
	for _, group := range byFile(suspects) {
		if good, t, err = r.extend(good, group, t); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// extend adds a group of fixes of one file to good ones, whose trial is t. Of a
// group that breaks a package, it adds one after the other those that do not,
// and drops the rest.
func (r *repair) extend(good, group []finding.Finding, t *trial) ([]finding.Finding, *trial, error) {
	more := slices.Concat(good, group)
	attempt, err := r.try(more)
	switch {
	case err != nil:
		return nil, nil, err
	case len(attempt.broken) == 0:
		return more, attempt, nil
	case len(group) == 1:
		r.dropped[identity(&group[0])] = true
		r.out.Dropped = append(r.out.Dropped, group[0])
		return good, t, nil
	}
	for one := range slices.Chunk(group, 1) {
		if good, t, err = r.extend(good, one, t); err != nil {
			return nil, nil, err
		}
	}
	return good, t, nil
}

// byFile splits findings, which are sorted, into those of each file.
func byFile(findings []finding.Finding) [][]finding.Finding {
	var groups [][]finding.Finding
	for i, f := range findings {
		if i == 0 || f.Fix.File != findings[i-1].Fix.File {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], f)
	}
	return groups
}

// suspect reports whether the fix of f may have caused one of the errors.
func suspect(f *finding.Finding, broken []finding.Error) bool {
	return slices.ContainsFunc(broken, func(e finding.Error) bool {
		// A test variant is named "p [p.test]".
		pkg, _, _ := strings.Cut(e.Package, " ")
		return e.File == f.Fix.File || pkg == f.Package
	})
}
