package directive

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// works reports whether the edits, and the formatting that follows them, leave
// a file in which the rules are suppressed on what was a line: a formatter moves
// some comments.
func (a *Adder) works(edits []finding.Edit, line int, rules []string) bool {
	before := plainText(a.src)
	after := plainText(apply(a.src, edits))
	if a.clean {
		formatted, err := format.Source(after)
		if err != nil {
			return false
		}
		after = formatted
	}
	old, new := tokenLines(before), tokenLines(after)
	i, _ := slices.BinarySearch(old, line) // the first token there
	if len(old) != len(new) || i == len(old) || old[i] != line {
		return false
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", after, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	found := Find(fset, file, func(d *Directive) bool { return d.Form == Zenith })
	// Each token of the line, since any of them may be what the finding is about.
	for ; i < len(old) && old[i] == line; i++ {
		decl := declAt(fset, file, new[i])
		for _, rule := range rules {
			if !slices.ContainsFunc(found, func(p Placed) bool { return p.Covers(rule) && p.CoversLine(new[i], decl) }) {
				return false
			}
		}
	}
	return true
}

func declAt(fset *token.FileSet, file *ast.File, line int) ast.Decl {
	for _, decl := range file.Decls {
		if fset.PositionFor(decl.Pos(), false).Line <= line && line <= fset.PositionFor(decl.End(), false).Line {
			return decl
		}
	}
	return nil
}

// apply makes edits, which are sorted and do not overlap.
func apply(src []byte, edits []finding.Edit) []byte {
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		out.Write(src[at:e.Start])
		out.WriteString(e.NewText)
		at = e.End
	}
	out.Write(src[at:])
	return out.Bytes()
}

// plainText is src without byte order mark and with the line endings of Unix.
func plainText(src []byte) []byte {
	src = bytes.TrimPrefix(src, []byte(byteOrderMark))
	return bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
}

// tokenLines returns the lines on which the tokens of src start, without
// semicolons: the formatter drops some.
func tokenLines(src []byte) (lines []int) {
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(src))
	s.Init(file, src, nil, 0)
	for {
		pos, tok, _ := s.Scan()
		switch tok {
		case token.EOF:
			return lines
		case token.SEMICOLON:
		default:
			lines = append(lines, strictLine(file, pos))
		}
	}
}

func strictLine(file *token.File, pos token.Pos) int { return file.PositionFor(pos, false).Line }
