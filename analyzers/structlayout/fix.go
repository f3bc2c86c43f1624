package structlayout

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/query"
)

// fix moves the fields of a struct, as text with all that belongs to them:
//
//	type T struct {
//		ok  bool // whether
//		n   int64
//		bad bool
//	}
//	----------------- lines of the body become
//	type T struct {
//		ok  bool // whether
//		bad bool
//		n   int64
//	}
//
// Nothing but the layout changes: the type is used by name, since literals
// without keys, and conversions, are marked. It returns nil where a comment may
// be about more than one field, or where code that this pass does not see may
// name the fields by their order.
func (c *checker) fix(cur inspector.Cursor, s *candidate) []analysis.SuggestedFix {
	file := query.File(cur)
	b := c.body(file, s)
	if b == nil || openToOthers(s) || c.mentionedElsewhere(file, s.obj.Name()) {
		return nil
	}
	order := b.order(s)
	if order == nil {
		return nil
	}
	text, ok := b.text(c, order)
	if !ok {
		return nil
	}
	from, to := b.lineStart(b.units[0].first), b.lineEnd(b.units[len(b.units)-1].last)
	return edit.Fix(fmt.Sprintf("Reorder the fields of %s", s.obj.Name()),
		analysis.TextEdit{Pos: from, End: to, NewText: []byte(text)})
}

// remedy says which fields to move, in the order that is closest to today's.
func (c *checker) remedy(s *candidate) string {
	units := unitsOf(s)
	fields := make([]field, len(units))
	for i, u := range units {
		fields[i] = u.field
	}
	order, _ := s.order(fields, func([]int) bool { return true })
	stay := longestRun(order)
	var moves []string
	for i, u := range order {
		if slices.Contains(stay, u) {
			continue
		}
		if i == 0 {
			moves = append(moves, units[u].name+" to the front")
		} else {
			moves = append(moves, units[u].name+" behind "+units[order[i-1]].name)
		}
	}
	if len(moves) > 4 || 2*len(moves) > len(order) {
		return "fields in the order of their alignment, largest first"
	}
	return "move " + strings.Join(moves, ", ")
}

// openToOthers reports whether code outside the module may write literals of
// the type without keys.
func openToOthers(s *candidate) bool {
	pkg := s.obj.Pkg()
	if !s.obj.Exported() || s.obj.Parent() != pkg.Scope() || pkg.Name() == "main" ||
		slices.Contains(strings.Split(pkg.Path(), "/"), "internal") {
		return false
	}
	for f := range s.str.Fields() {
		if !f.Exported() {
			return false
		}
	}
	return true
}

// mentionedElsewhere reports whether a Go or assembly file of the directory that the
// pass does not see, for its build constraints or as a test, names the type in
// a way that the order may matter for.
func (c *checker) mentionedElsewhere(file *ast.File, name string) bool {
	dir := filepath.Dir(c.Fset.File(file.FileStart).Name())
	seen := make(map[string]bool)
	for _, f := range c.Pass.Pass.Files {
		seen[filepath.Base(c.Fset.File(f.FileStart).Name())] = true
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false // in memory
	}
	literal := regexp.MustCompile(`\b` + name + `(\{|\(|\b.*unsafe\.|_)|unsafe\..*\b` + name + `\b`)
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); ext != ".go" && ext != ".s" || seen[e.Name()] {
			continue
		}
		src, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil || literal.Match(src) {
			return true
		}
	}
	return false
}

// text returns the lines of the body in the given order.
func (b *body) text(c *checker, order []int) (string, bool) {
	src, err := c.ReadFile(b.file.Name())
	if err != nil || len(src) != b.file.Size() {
		return "", false
	}
	var out bytes.Buffer
	group := b.groups(order)
	for i, u := range order {
		if i > 0 {
			out.WriteString("\n")
			if group[i] != group[i-1] {
				out.WriteString("\n")
			}
		}
		from, to := b.file.Offset(b.lineStart(b.units[u].first)), b.file.Offset(b.lineEnd(b.units[u].last))
		out.Write(bytes.TrimRight(src[from:to], "\r"))
	}
	return out.String(), true
}

// isMutex reports whether t is a mutex, or points to one: by convention it
// guards the fields below it.
func isMutex(t types.Type) bool {
	return query.IsNamed(t, "sync", "Mutex") || query.IsNamed(t, "sync", "RWMutex")
}
