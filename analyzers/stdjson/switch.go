package stdjson

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/gover"
	"github.com/zenithlint/zenithlint/internal/modroot"
	"github.com/zenithlint/zenithlint/internal/query"
)

// sameNames are, by import path, the functions and types that a codec has under
// the names of encoding/json, and that can stand in for them: functions of the
// same arguments and results, and types that are the same ones, so that other
// files may go on using encoding/json. Its errors are types of its own, so
// that code which looks for those of encoding/json must not be switched; and a
// coder must not leave the file. A test in bench/stdjson/codecs compiles these
// lists.
var sameNames = map[string][]string{
	"github.com/goccy/go-json": {
		"Marshal", "MarshalIndent", "Unmarshal", "NewEncoder", "NewDecoder", "Valid", "Compact", "Indent", "HTMLEscape",
		"RawMessage", "Number", "Delim", "Token",
	},
	"github.com/bytedance/sonic": {"Marshal", "MarshalIndent", "Unmarshal", "Valid"},
	"encoding/json/v2":           {"Marshal", "Unmarshal"},
}

// switchImport returns the fix that imports the preferred codec under the name
// that the file has for encoding/json:
//
//	import "encoding/json"
//	       ---------------
//	       json "github.com/goccy/go-json"
//
// Behaviour differs in corners, so it is offered on demand only; it compiles,
// since the codec has every name that the file uses, and a module that already
// requires the codec can build it.
func (c *checker) switchImport(file *ast.File) []analysis.SuggestedFix {
	codec := cmp.Or(c.opts.Prefer, defaultCodec)
	if !c.opts.Switch || !c.required(file, codec) {
		return nil
	}
	var spec *ast.ImportSpec
	for _, s := range file.Imports {
		path, _ := strconv.Unquote(s.Path.Value)
		if path == codec || path == jsonPath && spec != nil {
			return nil
		}
		if path == jsonPath {
			spec = s
		}
	}
	if spec == nil || !c.canSwitch(file, c.TypesInfo.PkgNameOf(spec), sameNames[codec]) {
		return nil
	}
	name := c.TypesInfo.PkgNameOf(spec).Name()
	if spec.Name == nil {
		return edit.Fix("Import "+codec, edit.Replace(spec.Path, fmt.Sprintf("%s %q", name, codec)))
	}
	return edit.Fix("Import "+codec, edit.Replace(spec.Path, strconv.Quote(codec)))
}

// canSwitch reports whether the file uses json only by these names, and every
// coder in it only where it is made.
func (c *checker) canSwitch(file *ast.File, json *types.PkgName, names []string) bool {
	if json == nil || json.Name() == "." || json.Name() == "_" {
		return false
	}
	ok := true
	root := c.cursor(file)
	for cur := range root.Preorder((*ast.SelectorExpr)(nil)) {
		sel := cur.Node().(*ast.SelectorExpr)
		if id, isID := sel.X.(*ast.Ident); isID && c.TypesInfo.Uses[id] == json {
			ok = ok && slices.Contains(names, sel.Sel.Name)
		}
	}
	for cur := range root.Preorder((*ast.CallExpr)(nil), (*ast.Ident)(nil)) {
		expr := cur.Node().(ast.Expr)
		t := c.TypesInfo.TypeOf(expr)
		if t != nil && (query.IsNamed(t, jsonPath, "Encoder") || query.IsNamed(t, jsonPath, "Decoder")) {
			ok = ok && staysCoder(cur)
		}
	}
	return ok
}

// staysCoder reports whether the coder at cur is used there, or kept in a
// variable that is declared there: := takes any type.
func staysCoder(cur inspector.Cursor) bool {
	switch cur.ParentEdgeKind() {
	case edge.SelectorExpr_X:
		return cur.Parent().ParentEdgeKind() == edge.CallExpr_Fun
	case edge.AssignStmt_Lhs, edge.AssignStmt_Rhs:
		return cur.Parent().Node().(*ast.AssignStmt).Tok == token.DEFINE
	}
	return false
}

// cursor returns the cursor of the file.
func (c *checker) cursor(file *ast.File) inspector.Cursor {
	for cur := range c.Files() {
		if cur.Node() == file {
			return cur
		}
	}
	return inspector.Cursor{}
}

// required reports whether the module of the file can build the codec as it is:
// its go.mod requires the codec's module directly, or the codec is part of the
// Go version of the file.
func (c *checker) required(file *ast.File, codec string) bool {
	if codec == "encoding/json/v2" {
		return gover.Known(c.Pass.Pass, file, gover.JSONv2)
	}
	root, ok := modroot.Find(filepath.Dir(c.Fset.File(file.FileStart).Name()))
	if !ok {
		return false
	}
	name := filepath.Join(root, "go.mod")
	text, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	mod, err := modfile.ParseLax(name, text, nil)
	if err != nil {
		return false
	}
	if info, err := os.Stat(filepath.Join(root, "vendor")); err == nil && info.IsDir() {
		if _, err := os.Stat(filepath.Join(root, "vendor", filepath.FromSlash(codec))); err != nil {
			return false
		}
	}
	return slices.ContainsFunc(mod.Require, func(r *modfile.Require) bool {
		return !r.Indirect && (r.Mod.Path == codec || strings.HasPrefix(codec, r.Mod.Path+"/"))
	})
}
