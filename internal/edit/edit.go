// Package edit builds text edits for suggested fixes. Its functions mutate no
// syntax and report nothing.
package edit

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"strconv"

	"golang.org/x/tools/go/analysis"
)

// Replace replaces the text of node.
func Replace(node ast.Node, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: node.Pos(), End: node.End(), NewText: []byte(text)}
}

// Insert inserts text before pos.
func Insert(pos token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
}

// Delete removes the text of [pos, end).
func Delete(pos, end token.Pos) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: end}
}

// Start returns the position of decl before its doc comment.
func Start(decl ast.Decl) token.Pos {
	var doc *ast.CommentGroup
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		doc = decl.Doc
	case *ast.GenDecl:
		doc = decl.Doc
	}
	if doc != nil {
		return doc.Pos()
	}
	return decl.Pos()
}

// Fix returns the one suggested fix that a diagnostic may carry. The message
// names the cure: verb first, capital letter, no full stop.
func Fix(message string, edits ...analysis.TextEdit) []analysis.SuggestedFix {
	return []analysis.SuggestedFix{{Message: message, TextEdits: edits}}
}

// Names hands out identifiers that no scope of a package declares. It remembers
// what it handed out, so that two fixes of one pass never declare the same name.
type Names struct{ taken map[string]bool }

// NewNames returns the names that are free in every scope of the package and
// its files.
func NewNames(pkg *types.Package, info *types.Info) *Names {
	n := &Names{taken: make(map[string]bool)}
	add := func(s *types.Scope) {
		for _, name := range s.Names() {
			n.taken[name] = true
		}
	}
	add(types.Universe)
	add(pkg.Scope())
	for _, s := range info.Scopes {
		add(s)
	}
	// Names that dot imports bring are not in info.Scopes' own lists, but are
	// used by name.
	for id := range info.Uses {
		n.taken[id.Name] = true
	}
	return n
}

// Fresh returns base, or base with a number appended, and reserves it.
func (n *Names) Fresh(base string) string {
	name := base
	for i := 2; n.taken[name] || token.IsKeyword(name); i++ {
		name = base + strconv.Itoa(i)
	}
	n.taken[name] = true
	return name
}

// Prefer returns the first of bases that is free, or [Names.Fresh] of the first
// if none is, and reserves it.
func (n *Names) Prefer(bases ...string) string {
	for _, base := range bases {
		if !n.taken[base] && !token.IsKeyword(base) {
			return n.Fresh(base)
		}
	}
	return n.Fresh(bases[0])
}

// Import returns the qualifier under which code at pos in file can name the
// package pkgPath (empty for a dot import), and the edits that import it when
// the file does not. ok is false when every name under which the file imports
// the package means something else at pos, or when importing it would collide.
func Import(pkg *types.Package, info *types.Info, file *ast.File, pos token.Pos, pkgPath string) (qualifier string, edits []analysis.TextEdit, ok bool) {
	scope := pkg.Scope().Innermost(pos)
	if scope == nil {
		scope = info.Scopes[file]
	}
	imported := false
	for _, spec := range file.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil || p != pkgPath {
			continue
		}
		name := info.PkgNameOf(spec)
		if name == nil || name.Name() == "_" {
			continue
		}
		if spec.Name != nil && spec.Name.Name == "." {
			return "", nil, false // a dot import can be shadowed name by name
		}
		imported = true
		if _, obj := scope.LookupParent(name.Name(), pos); obj == name {
			return name.Name(), nil, true
		}
	}
	name := path.Base(pkgPath)
	if imported || declared(pkg, info, file, name) {
		return "", nil, false
	}
	if _, obj := scope.LookupParent(name, pos); obj != nil {
		return "", nil, false
	}
	return name, []analysis.TextEdit{importEdit(file, pkgPath)}, true
}

// declared reports whether name is declared at package or file level, or
// anywhere in file: an import under that name would change what it means or
// not compile.
func declared(pkg *types.Package, info *types.Info, file *ast.File, name string) bool {
	if pkg.Scope().Lookup(name) != nil {
		return true
	}
	if s := info.Scopes[file]; s != nil && s.Lookup(name) != nil {
		return true
	}
	return false
}

// importEdit adds an import of pkgPath to file:
//
//	import (
//		"fmt"
//		"os"
//	            -------------
//	)
//
// into the first import block (gofmt sorts it where a driver formats), before a
// single import, or after the package clause.
func importEdit(file *ast.File, pkgPath string) analysis.TextEdit {
	var first *ast.GenDecl
	for _, decl := range file.Decls {
		d, ok := decl.(*ast.GenDecl)
		if !ok || d.Tok != token.IMPORT {
			break
		}
		if isCgo(d) {
			continue
		}
		first = d
		break
	}
	switch {
	case first == nil:
		return Insert(file.Name.End(), fmt.Sprintf("\n\nimport %q", pkgPath))
	case !first.Lparen.IsValid():
		return Insert(Start(first), fmt.Sprintf("import %q\n", pkgPath))
	}
	// Insert in sorted place within the first group, so that the result is
	// gofmt-clean even where no driver formats.
	for _, s := range first.Specs {
		spec := s.(*ast.ImportSpec)
		p, _ := strconv.Unquote(spec.Path.Value)
		if p > pkgPath {
			pos := spec.Pos()
			if spec.Doc != nil {
				pos = spec.Doc.Pos()
			}
			return Insert(pos, fmt.Sprintf("%q\n\t", pkgPath))
		}
		if !isStd(p) {
			break
		}
	}
	return Insert(first.Lparen+1, fmt.Sprintf("\n\t%q", pkgPath))
}

// isCgo reports whether decl imports the pseudo package C, whose doc comment is
// C source that must stay next to it.
func isCgo(decl *ast.GenDecl) bool {
	for _, s := range decl.Specs {
		if s.(*ast.ImportSpec).Path.Value == `"C"` {
			return true
		}
	}
	return false
}

// isStd reports whether the import path looks like one of the standard library:
// no dot in its first element.
func isStd(path string) bool {
	for _, r := range path {
		switch r {
		case '.':
			return false
		case '/':
			return true
		}
	}
	return true
}
