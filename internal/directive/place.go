package directive

import (
	"go/ast"
	"go/token"
	"math"
)

// Placed is a directive with what it is about: a whole file, a declaration, or
// some lines.
type Placed struct {
	Directive
	Comment  *ast.Comment
	File     bool     // it stands above the package clause
	Decl     ast.Decl // the declaration in whose doc comment it stands, or nil
	From, To int      // the lines it is about otherwise, whatever //line says
	Alone    bool     // nothing else stands on its line
}

// CoversLine reports whether the directive is about a line of the declaration
// decl.
func (p *Placed) CoversLine(line int, decl ast.Decl) bool {
	return p.File || p.Decl != nil && p.Decl == decl || p.From <= line && line <= p.To
}

// Lines returns the first and the last line that the directive is about.
func (p *Placed) Lines(fset *token.FileSet) (from, to int) {
	switch {
	case p.File:
		return 1, math.MaxInt
	case p.Decl != nil:
		return fset.PositionFor(p.Decl.Pos(), false).Line, fset.PositionFor(p.Decl.End(), false).Line
	}
	return p.From, p.To
}

// Find returns the directives of a file that are wanted.
func Find(fset *token.FileSet, file *ast.File, wanted func(*Directive) bool) []Placed {
	var list []Placed
	var code map[int]token.Pos
	line := func(pos token.Pos) int { return fset.PositionFor(pos, false).Line }
	for _, group := range file.Comments {
		for _, c := range group.List {
			d, ok := Parse(c.Text)
			if !ok || !wanted(&d) {
				continue
			}
			if code == nil {
				code = codeLines(fset, file)
			}
			p := Placed{Directive: d, Comment: c, File: c.Pos() < file.Package, From: line(c.Pos())}
			first, ok := code[p.From]
			if p.Alone = !ok || first > c.Pos(); p.Alone {
				p.From = line(group.End()) + 1 // further directives may stand in between
			}
			p.To = p.From
			if p.Alone && d.Form == Nolint {
				p.To = blockEnd(fset, file, p.From, fset.PositionFor(c.Pos(), false).Column)
			}
			p.Decl = declOf(file, group)
			list = append(list, p)
		}
	}
	return list
}

// declOf returns the declaration that group is the doc comment of.
func declOf(file *ast.File, group *ast.CommentGroup) ast.Decl {
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Doc == group {
				return decl
			}
		case *ast.GenDecl:
			if d.Doc == group {
				return decl
			}
		}
	}
	return nil
}

// blockEnd returns the last line of what starts on a line in a column. That is
// what golangci-lint takes a //nolint right above to be about.
func blockEnd(fset *token.FileSet, file *ast.File, line, column int) int {
	last := line
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.Comment, *ast.CommentGroup:
			return false
		case *ast.File:
			return true
		}
		start := fset.PositionFor(n.Pos(), false)
		end := fset.PositionFor(n.End(), false).Line
		if start.Line == line && start.Column == column {
			last = max(last, end)
		}
		return start.Line <= line && line <= end
	})
	return last
}

// codeLines returns the lines of file on which syntax starts or ends, with the
// first such position.
func codeLines(fset *token.FileSet, file *ast.File) map[int]token.Pos {
	lines := make(map[int]token.Pos)
	note := func(pos token.Pos) {
		if !pos.IsValid() {
			return
		}
		if line := fset.PositionFor(pos, false).Line; lines[line] == token.NoPos || pos < lines[line] {
			lines[line] = pos
		}
	}
	note(file.Package)
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
