package errgroup

import (
	"fmt"
	"go/ast"
	"os"
	"path/filepath"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/modroot"
	"github.com/zenithlint/zenithlint/internal/query"
)

// imports imports errgroup for the fix of g, and drops sync if nothing else
// uses it.
func (c *checker) imports(g *handBuilt, file *ast.File, sync *ast.ImportSpec) ([]analysis.TextEdit, bool) {
	name, edits, ok := edit.Import(c.Pkg, c.TypesInfo, file, g.wg.Pos(), groupPath)
	if !ok || name != "errgroup" {
		return nil, false
	}
	_, uses := c.importOf(file, "sync")
	switch {
	case uses > 1:
		return edits, true
	case len(edits) == 0:
		return c.dropImport(file, sync)
	case sync.Name != nil || query.HasComment(file, sync):
		return nil, false
	}
	return []analysis.TextEdit{edit.Replace(sync, fmt.Sprintf("%q", groupPath))}, true
}

// dropImport deletes an import that stands on a line of its own.
func (c *checker) dropImport(file *ast.File, spec *ast.ImportSpec) ([]analysis.TextEdit, bool) {
	f := c.Fset.File(spec.Pos())
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
	return []analysis.TextEdit{edit.Delete(pos, end)}, true
}

// importOf returns the import of path in file, and how often it is used.
func (c *checker) importOf(file *ast.File, path string) (spec *ast.ImportSpec, uses int) {
	for _, s := range file.Imports {
		if s.Path.Value == fmt.Sprintf("%q", path) {
			spec = s
		}
	}
	if spec == nil {
		return nil, 0
	}
	name := c.TypesInfo.PkgNameOf(spec)
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && c.TypesInfo.Uses[id] == name {
			uses++
		}
		return true
	})
	return spec, uses
}

// requiresSync reports whether the module of file can import errgroup as it is.
func (c *checker) requiresSync(file *ast.File) bool {
	root, ok := modroot.Find(filepath.Dir(c.Fset.File(file.FileStart).Name()))
	if !ok {
		return false
	}
	name := filepath.Join(root, "go.mod")
	data, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	mod, err := modfile.ParseLax(name, data, nil)
	if err != nil {
		return false
	}
	if _, err := os.Stat(filepath.Join(root, "vendor", "modules.txt")); err == nil {
		if _, err := os.Stat(filepath.Join(root, "vendor", groupPath)); err != nil {
			return false
		}
	}
	for _, req := range mod.Require {
		if req.Mod.Path == "golang.org/x/sync" && !req.Indirect {
			return true
		}
	}
	return false
}
