package structlayout

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// body is the text of a struct between its braces.
type body struct {
	file  *token.File
	units []unit
}

// unit is what moves as a whole: the names of one type, with their comments.
type unit struct {
	field
	name        string
	first, last int // lines
	group       int // fields without an empty line between them
	doc, note   bool
	mutex       bool
}

// unitsOf returns the units of a struct without their lines.
func unitsOf(s *candidate) []unit {
	var units []unit
	i := 0 // of the variable in the type
	for _, f := range s.spec.Type.(*ast.StructType).Fields.List {
		n := max(1, len(f.Names))
		u := unit{field: s.fields[i], name: s.str.Field(i).Name(), doc: f.Doc != nil, note: f.Comment != nil}
		u.size *= int64(n)
		u.mutex = isMutex(s.str.Field(i).Type())
		units = append(units, u)
		i += n
	}
	return units
}

// aboutOthers matches comments that speak about other fields by their place.
var aboutOthers = regexp.MustCompile(`(?i)\b(following|below|above|these|rest of|remaining fields|guard(s|ed)?|protect(s|ed)?)\b`)

// body returns the text of the struct, or nil where lines are not those of
// fields and what belongs to them.
func (c *checker) body(file *ast.File, s *candidate) *body {
	list := s.spec.Type.(*ast.StructType).Fields
	b := &body{file: c.Fset.File(list.Pos()), units: unitsOf(s)}
	line := func(pos token.Pos) int { return b.file.PositionFor(pos, false).Line }
	owned := make(map[*ast.CommentGroup]bool)
	last := line(list.Opening)
	for i, f := range list.List {
		from, to := f.Pos(), f.End()
		if f.Doc != nil {
			from, owned[f.Doc] = f.Doc.Pos(), true
		}
		if f.Comment != nil {
			to, owned[f.Comment] = f.Comment.End(), true
		}
		u := &b.units[i]
		u.first, u.last = line(from), line(to)
		if u.first <= last {
			return nil // two on a line
		}
		if i > 0 {
			u.group = b.units[i-1].group
			if u.first > last+1 {
				u.group++
			}
		}
		last = u.last
	}
	if line(list.Closing) <= last {
		return nil
	}
	inField := func(g *ast.CommentGroup) bool {
		return slices.ContainsFunc(list.List, func(f *ast.Field) bool { return f.Pos() <= g.Pos() && g.End() <= f.End() })
	}
	for _, g := range file.Comments {
		if g.Pos() < list.Opening || g.Pos() > list.Closing {
			continue
		}
		onBrace := line(g.End()) == line(list.Opening) // stays where it is
		if !owned[g] && !inField(g) && !onBrace || aboutOthers.MatchString(text(g)) || strings.Contains(text(g), "\n//go:") {
			return nil
		}
	}
	return b
}

func (b *body) lineStart(line int) token.Pos { return b.file.LineStart(line) }

func (b *body) lineEnd(line int) token.Pos { return b.file.LineStart(line+1) - 1 }

// order returns the best order in which all comments stay true, or nil.
func (b *body) order(s *candidate) []int {
	fields := make([]field, len(b.units))
	for i, u := range b.units {
		fields[i] = u.field
	}
	order, ok := s.order(fields, b.keeps)
	if !ok {
		return nil
	}
	return order
}

// keeps reports whether groups with a head stay as they are: a comment above
// the first field, or a mutex, that may be about all of them.
func (b *body) keeps(order []int) bool {
	groups := b.groups(order)
	seen := make(map[int]bool)
	for i, u := range order {
		old, now := b.units[u].group, groups[i]
		if old != now && (b.headed(old) || b.headed(now)) {
			return false
		}
		if b.headed(now) && !seen[now] && u != b.head(now) {
			return false
		}
		seen[now] = true
	}
	return true
}

// head returns the first unit of a group.
func (b *body) head(group int) int {
	return slices.IndexFunc(b.units, func(u unit) bool { return u.group == group })
}

// headed reports whether what stands at the top of a group may be about all of
// it.
func (b *body) headed(group int) bool {
	head, members, bare := b.head(group), 0, false
	for i, u := range b.units {
		if u.group == group {
			members++
			bare = bare || i != head && !u.doc && !u.note
		}
	}
	u := b.units[head]
	return members > 1 && (u.mutex || u.doc && bare)
}

// groups returns the group of each unit in a new order: its own where it stays,
// that of its neighbour where it is moved.
func (b *body) groups(order []int) []int {
	stay := longestRun(order)
	groups := make([]int, len(order))
	for i, u := range order {
		groups[i] = -1
		if slices.Contains(stay, u) {
			groups[i] = b.units[u].group
		} else if i > 0 {
			groups[i] = groups[i-1]
		}
	}
	for i := len(groups) - 2; i >= 0; i-- {
		if groups[i] < 0 {
			groups[i] = groups[i+1]
		}
	}
	return groups
}

// longestRun returns the largest set of units that keep their order among each
// other: the others are those that move.
func longestRun(order []int) []int {
	var best []int
	runs := make([][]int, len(order)) // the longest that ends at i
	for i, u := range order {
		for j := range i {
			if order[j] < u && len(runs[j]) > len(runs[i]) {
				runs[i] = runs[j]
			}
		}
		runs[i] = append(slices.Clone(runs[i]), u)
		if len(runs[i]) > len(best) {
			best = runs[i]
		}
	}
	return best
}
