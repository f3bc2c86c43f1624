package rule

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
)

// directives are the suppression comments of a package.
type directives struct {
	lines map[*ast.File]map[int][]directive // by the lines they apply to
	files map[*ast.File][]directive         // above the package clause
}

// directive names the rules that a comment switches off; nil means all.
type directive struct{ rules []string }

func (d directive) covers(rule string) bool {
	return d.rules == nil || slices.Contains(d.rules, rule)
}

// parseDirective reads a comment that suppresses findings:
//
//	//zenith:ignore rule[,rule] reason
//	//lint:ignore rule[,rule] reason
//	//nolint:zenithlint,rule // reason
//
// Other tools' names in such a comment are ignored. A bare //nolint is
// golangci-lint's own and suppresses everything, as it does there.
func parseDirective(text string) (directive, bool) {
	for _, prefix := range []string{"//zenith:ignore ", "//lint:ignore "} {
		if rest, ok := strings.CutPrefix(text, prefix); ok {
			names, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
			return directive{rules: strings.Split(names, ",")}, names != ""
		}
	}
	rest, ok := strings.CutPrefix(text, "//nolint")
	if !ok {
		return directive{}, false
	}
	rest, ok = strings.CutPrefix(rest, ":")
	if !ok {
		return directive{}, rest == "" || rest[0] == ' '
	}
	rest, _, _ = strings.Cut(rest, "//")
	var names []string
	for _, name := range strings.Split(rest, ",") {
		name = strings.TrimSpace(name)
		name, _, _ = strings.Cut(name, " ")
		if name == "zenithlint" || name == "all" {
			return directive{}, true
		}
		names = append(names, name)
	}
	return directive{rules: names}, true
}

// suppressed reports whether a comment switches f off: one at the end of its
// line, alone on the line above, in the doc comment of its declaration, or above
// the package clause.
func (p *Pass) suppressed(f *Finding) bool {
	if p.directives == nil {
		p.directives = p.parseDirectives()
	}
	file := query.File(f.Cur)
	covers := func(ds []directive) bool {
		return slices.ContainsFunc(ds, func(d directive) bool { return d.covers(p.rule.Name) })
	}
	if covers(p.directives.files[file]) || covers(p.directives.lines[file][p.line(f.Pos)]) {
		return true
	}
	var doc *ast.CommentGroup
	switch decl := query.TopDecl(f.Cur).(type) {
	case *ast.FuncDecl:
		doc = decl.Doc
	case *ast.GenDecl:
		doc = decl.Doc
	}
	if doc == nil {
		return false
	}
	return slices.ContainsFunc(doc.List, func(c *ast.Comment) bool {
		d, ok := parseDirective(c.Text)
		return ok && d.covers(p.rule.Name)
	})
}

func (p *Pass) parseDirectives() *directives {
	ds := &directives{
		lines: make(map[*ast.File]map[int][]directive),
		files: make(map[*ast.File][]directive),
	}
	for _, file := range p.Pass.Files {
		var code map[int]token.Pos
		for _, group := range file.Comments {
			for _, c := range group.List {
				d, ok := parseDirective(c.Text)
				if !ok {
					continue
				}
				if c.Pos() < file.Package {
					ds.files[file] = append(ds.files[file], d)
					continue
				}
				if code == nil {
					code = p.codeLines(file)
					ds.lines[file] = make(map[int][]directive)
				}
				line := p.line(c.Pos())
				if first, ok := code[line]; !ok || first > c.Pos() {
					line++ // it stands alone, above what it is about
				}
				ds.lines[file][line] = append(ds.lines[file][line], d)
			}
		}
	}
	return ds
}

// codeLines returns the lines of file on which syntax starts or ends, with the
// first such position.
func (p *Pass) codeLines(file *ast.File) map[int]token.Pos {
	lines := make(map[int]token.Pos)
	note := func(pos token.Pos) {
		if !pos.IsValid() {
			return
		}
		if line := p.line(pos); lines[line] == token.NoPos || pos < lines[line] {
			lines[line] = pos
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.Comment, *ast.CommentGroup, *ast.File:
			return n != nil
		}
		note(n.Pos())
		note(n.End() - 1)
		return true
	})
	return lines
}

// line returns the line of pos in the file itself, whatever //line says.
func (p *Pass) line(pos token.Pos) int { return p.Fset.PositionFor(pos, false).Line }
