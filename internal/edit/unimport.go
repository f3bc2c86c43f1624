package edit

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/query"
)

// ImportOf returns the import of path in file, nil if there is none, and how often
// it is used.
func ImportOf(info *types.Info, file *ast.File, path string) (spec *ast.ImportSpec, uses int) {
	for _, s := range file.Imports {
		if s.Path.Value == strconv.Quote(path) {
			spec = s
		}
	}
	if spec == nil {
		return nil, 0
	}
	name := info.PkgNameOf(spec)
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && info.Uses[id] == name {
			uses++
		}
		return true
	})
	return spec, uses
}

// Swap returns the edits that import path, those that [Import] gave, and drop
// the import of which the fix removes the last use. Not ok where a comment or a
// declaration stands on its line, or it has a name of its own.
func Swap(fset *token.FileSet, file *ast.File, last *ast.ImportSpec, path string, imports []analysis.TextEdit) (edits []analysis.TextEdit, ok bool) {
	switch {
	case len(imports) == 0:
		return drop(fset, file, last)
	case last.Name != nil || query.HasComment(file, last):
		return nil, false
	}
	return []analysis.TextEdit{Replace(last, strconv.Quote(path))}, true
}

// drop deletes an import that stands on a line of its own.
func drop(fset *token.FileSet, file *ast.File, spec *ast.ImportSpec) ([]analysis.TextEdit, bool) {
	f := fset.File(spec.Pos())
	line := f.Line(spec.Pos())
	if line >= f.LineCount() {
		return nil, false
	}
	pos, end := f.LineStart(line), f.LineStart(line+1)
	for _, other := range file.Imports {
		if other != spec && other.Pos() >= pos && other.Pos() < end {
			return nil, false
		}
	}
	for _, d := range file.Decls {
		if d.Pos() >= pos && d.Pos() < end {
			return nil, false
		}
	}
	if query.HasCommentIn(file, pos, end) {
		return nil, false
	}
	return []analysis.TextEdit{Delete(pos, end)}, true
}
