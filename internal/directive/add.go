package directive

import (
	"bytes"
	"errors"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// CheckReason returns an error if reason cannot be written into a directive.
func CheckReason(reason string) error {
	switch {
	case strings.TrimSpace(reason) == "":
		return errors.New("say why the findings stay")
	case !utf8.ValidString(reason):
		return errors.New("want valid UTF-8")
	case strings.ContainsFunc(reason, unicode.IsControl):
		return errors.New("want one line of text")
	}
	return nil
}

// Adder writes directives into the text of a file.
type Adder struct {
	src    []byte
	reason string
	fset   *token.FileSet
	file   *ast.File
	start  []int // offsets of the lines
	clean  bool  // formatted
}

// NewAdder returns an Adder for a file, which must be valid Go. The reason must
// pass [CheckReason].
func NewAdder(src []byte, reason string) (*Adder, error) {
	a := &Adder{src: src, reason: strings.TrimSpace(reason), fset: token.NewFileSet()}
	var err error
	if a.file, err = parser.ParseFile(a.fset, "", src, parser.ParseComments|parser.SkipObjectResolution); err != nil {
		return nil, err
	}
	for at := 0; at < len(src); at = nextLine(src, at) {
		a.start = append(a.start, at)
	}
	plain := plainText(src)
	formatted, err := format.Source(plain)
	a.clean = err == nil && bytes.Equal(formatted, plain)
	return a, nil
}

// Add returns the edits that make a directive suppress rules on a line: more
// names in one that is there, else a new one above the line, at its end, or,
// where neither has room, in the doc comment of the declaration. It returns nil
// if there is no way.
func (a *Adder) Add(line int, rules []string) []finding.Edit {
	if line < 1 || line > len(a.start) || a.covered(line, rules) {
		return nil
	}
	for _, way := range []func(int, []string) []finding.Edit{a.extend, a.above, a.trail, a.document} {
		if edits := way(line, rules); edits != nil && a.works(edits, line, rules) {
			return edits
		}
	}
	return nil
}

// covered reports whether the rules are suppressed on a line as it is.
func (a *Adder) covered(line int, rules []string) bool {
	found := Find(a.fset, a.file, func(d *Directive) bool { return true })
	decl := declAt(a.fset, a.file, line)
	return !slices.ContainsFunc(rules, func(rule string) bool {
		return !slices.ContainsFunc(found, func(p Placed) bool { return p.Covers(rule) && p.CoversLine(line, decl) })
	})
}

// line returns the line of pos in the file.
func (a *Adder) line(pos token.Pos) int { return a.fset.PositionFor(pos, false).Line }

func (a *Adder) offset(pos token.Pos) int { return a.fset.PositionFor(pos, false).Offset }

// extend adds the rules to a directive of our own form about the line.
func (a *Adder) extend(line int, rules []string) []finding.Edit {
	for _, p := range Find(a.fset, a.file, func(d *Directive) bool { return d.Form == Zenith && len(d.Names) > 0 }) {
		if p.File || p.From != line {
			continue
		}
		names := []string{""} // a comma comes first
		for _, rule := range rules {
			if !p.Covers(rule) {
				names = append(names, rule)
			}
		}
		text := strings.Join(names, ",")
		if p.Reason == "" {
			text += " " + a.reason
		}
		last := p.Names[len(p.Names)-1]
		at := a.offset(p.Comment.Pos()) + last.At + len(last.Text)
		return []finding.Edit{{Start: at, End: at, NewText: text}}
	}
	return nil
}

// other is a comment for another tool, which has to stay right above the code.
var other = regexp.MustCompile(`^//([a-z0-9]+:[a-z0-9]|nolint|line |export )`)

// above puts a directive on a line of its own, above those of other tools.
func (a *Adder) above(line int, rules []string) []finding.Edit {
	if line <= a.line(a.file.Package) {
		return nil // it would be about the whole file
	}
	at := line
	for _, group := range slices.Backward(a.file.Comments) {
		for _, c := range slices.Backward(group.List) {
			if a.line(c.Pos()) == at-1 && other.MatchString(c.Text) && a.aloneOn(at-1) {
				at--
			}
		}
	}
	start := a.start[at-1]
	if a.inside(start) {
		return nil
	}
	return []finding.Edit{{Start: start, End: start, NewText: a.indent(line) + a.text(rules) + "\n"}}
}

// aloneOn reports whether nothing but a comment stands on a line.
func (a *Adder) aloneOn(line int) bool {
	return bytes.HasPrefix(bytes.TrimLeft(a.src[a.start[line-1]:], " \t"), []byte("//"))
}

// trail puts a directive at the end of the line.
func (a *Adder) trail(line int, rules []string) []finding.Edit {
	end := lineEnd(a.src, a.start[line-1])
	if a.inside(end) {
		return nil
	}
	end = len(bytes.TrimRight(a.src[:end], " \t"))
	return []finding.Edit{{Start: end, End: end, NewText: " " + a.text(rules)}}
}

// document puts a directive into the doc comment of the declaration.
func (a *Adder) document(line int, rules []string) []finding.Edit {
	for _, decl := range a.file.Decls {
		first := a.line(decl.Pos())
		if first > line || line > a.line(decl.End()) {
			continue
		}
		if edits := a.extend(first, rules); edits != nil {
			return edits
		}
		return a.above(first, rules)
	}
	return nil
}

func (a *Adder) text(rules []string) string {
	return zenithPrefix + " " + strings.Join(rules, ",") + " " + a.reason
}

// indent returns the white space that a line starts with.
func (a *Adder) indent(line int) string {
	text := a.src[a.start[line-1]:]
	return string(text[:len(text)-len(bytes.TrimLeft(text, " \t"))])
}

// inside reports whether an offset is within a string or a comment, where
// nothing can be put.
func (a *Adder) inside(offset int) bool {
	within := func(n ast.Node) bool { return a.offset(n.Pos()) < offset && offset < a.offset(n.End()) }
	found := false
	ast.Inspect(a.file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			found = found || within(lit)
		}
		return !found
	})
	for _, group := range a.file.Comments {
		for _, c := range group.List {
			found = found || within(c) || c.Text[1] == '/' && offset == a.offset(c.End())
		}
	}
	return found
}
