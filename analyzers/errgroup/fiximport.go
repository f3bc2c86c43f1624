package errgroup

import (
	"go/ast"
	"os"
	"path/filepath"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/modroot"
)

// imports imports errgroup for the fix of g, and drops sync if nothing else
// uses it.
func (c *checker) imports(g *handBuilt, file *ast.File, sync *ast.ImportSpec) ([]analysis.TextEdit, bool) {
	name, edits, ok := edit.Import(c.Pkg, c.TypesInfo, file, g.wg.Pos(), groupPath)
	if !ok || name != "errgroup" {
		return nil, false
	}
	if _, uses := edit.ImportOf(c.TypesInfo, file, "sync"); uses > 1 {
		return edits, true
	}
	return edit.Swap(c.Fset, file, sync, groupPath, edits)
}

// requiresSync reports whether the module of file can import errgroup as it is.
func (c *checker) requiresSync(file *ast.File) bool {
	root, req, ok := c.syncOf(file)
	if !ok || req == nil || req.Indirect {
		return false
	}
	if _, err := os.Stat(filepath.Join(root, "vendor", "modules.txt")); err == nil {
		if _, err := os.Stat(filepath.Join(root, "vendor", groupPath)); err != nil {
			return false
		}
	}
	return true
}

// syncOf returns what the module of file requires of golang.org/x/sync, nil if
// nothing, and where the module is, if it is found.
func (c *checker) syncOf(file *ast.File) (root string, req *modfile.Require, ok bool) {
	root, ok = modroot.Find(filepath.Dir(c.Fset.File(file.FileStart).Name()))
	if !ok {
		return "", nil, false
	}
	name := filepath.Join(root, "go.mod")
	data, err := os.ReadFile(name)
	if err != nil {
		return "", nil, false
	}
	mod, err := modfile.ParseLax(name, data, nil)
	if err != nil {
		return "", nil, false
	}
	for _, req := range mod.Require {
		if req.Mod.Path == "golang.org/x/sync" {
			return root, req, true
		}
	}
	return root, nil, true
}
