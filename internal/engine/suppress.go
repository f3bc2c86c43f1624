package engine

import (
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/zenithlint/zenithlint/internal/directive"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// suppressor gives the findings of a package fixes that suppress them instead
// of repairing the code.
type suppressor struct {
	opts  Options
	pkg   *packages.Package
	rules map[string]map[int][]string // that a line needs, by file and line
}

// suppress replaces the fixes of findings, which are those of reports.
func suppress(opts Options, pkg *packages.Package, reports []rule.Report, findings []finding.Finding) {
	s := &suppressor{opts: opts, pkg: pkg, rules: make(map[string]map[int][]string)}
	for _, r := range reports {
		for _, p := range s.places(&r) {
			if s.rules[p.file] == nil {
				s.rules[p.file] = make(map[int][]string)
			}
			s.rules[p.file][p.line] = append(s.rules[p.file][p.line], r.Rule)
		}
	}
	edits := make(map[string]map[int][]finding.Edit)
	for file, lines := range s.rules {
		edits[file] = s.edits(file, lines)
	}
	for i, r := range reports {
		fix := &finding.Fix{Message: "Suppress it"}
		for _, p := range s.places(&r) {
			fix.File = p.file
			for _, e := range edits[p.file][p.line] {
				if !slices.Contains(fix.Edits, e) {
					fix.Edits = append(fix.Edits, e)
				}
			}
		}
		if findings[i].Fix = fix; len(fix.Edits) == 0 {
			findings[i].Fix = nil
		}
	}
}

// edits returns the edits for each of the lines of a file.
func (s *suppressor) edits(file string, lines map[int][]string) map[int][]finding.Edit {
	if _, changed := s.opts.Overlay[file]; changed && !slices.Contains(s.pkg.CompiledGoFiles, file) {
		return nil // cgo did not see the change: the lines are those of before
	}
	src, err := source(s.opts, file)
	if err != nil {
		return nil
	}
	adder, err := directive.NewAdder(src, s.opts.Suppress)
	if err != nil {
		return nil
	}
	edits := make(map[int][]finding.Edit)
	for _, line := range slices.Sorted(maps.Keys(lines)) {
		rules := lines[line]
		slices.Sort(rules)
		edits[line] = adder.Add(line, slices.Compact(rules))
	}
	return edits
}

// place is a line of a file that people wrote.
type place struct {
	file string
	line int
}

// places returns where the finding of a report, and the others of its group,
// stand. What cgo wrote refers to its source with //line; what people wrote may
// refer to anything.
func (s *suppressor) places(r *rule.Report) []place {
	var list []place
	for _, r := range append([]rule.Report{*r}, r.Others...) {
		pos := s.pkg.Fset.PositionFor(r.Finding.Pos, false)
		if !slices.Contains(s.pkg.GoFiles, pos.Filename) {
			pos = s.pkg.Fset.Position(r.Finding.Pos)
		}
		if p := (place{pos.Filename, pos.Line}); !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	return list
}

// isNamed returns a function that tells whether an analyzer has a name.
func isNamed(name string) func(*analysis.Analyzer) bool {
	return func(a *analysis.Analyzer) bool { return a.Name == name }
}
