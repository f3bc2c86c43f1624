package regexcompile

import (
	"go/ast"
	"go/build"
	"go/build/constraint"
	"go/constant"
	"go/types"
	"io"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/zenithlint/zenithlint/internal/query"
)

// global is a package-level variable that always holds one compiled constant.
type global struct {
	v       *types.Var
	file    *ast.File
	pattern pattern
}

// globals returns the package-level variables of hand-written files that are
// not tests, that hold a compiled constant and are never assigned again.
func (c *checker) globals() []global {
	var list []global
	for file := range c.Files() {
		for cur := range query.Calls(file, c.TypesInfo, "regexp", "MustCompile", "MustCompilePOSIX") {
			kind, i := cur.ParentEdge()
			if kind != edge.ValueSpec_Values || query.Func(cur).Valid() {
				continue
			}
			call, spec := cur.Node().(*ast.CallExpr), cur.Parent().Node().(*ast.ValueSpec)
			val := c.TypesInfo.Types[call.Args[0]].Value
			v, ok := c.TypesInfo.Defs[spec.Names[i]].(*types.Var)
			if val == nil || !ok || len(c.writesOf(v)) != 1 {
				continue
			}
			list = append(list, global{
				v:       v,
				file:    query.File(cur),
				pattern: pattern{constant.StringVal(val), strings.HasSuffix(query.Callee(c.TypesInfo, call).Name(), "POSIX")},
			})
		}
	}
	return list
}

// constrained reports whether file is built for some platforms or tags only.
func (c *checker) constrained(file *ast.File) bool {
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if comment.Pos() < file.Package && (constraint.IsGoBuild(comment.Text) || constraint.IsPlusBuild(comment.Text)) {
				return true
			}
		}
	}
	// No platform is called none, so only names without a platform match.
	none := build.Context{GOOS: "none", GOARCH: "none", OpenFile: func(string) (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader("package p\n")), nil
	}}
	match, err := none.MatchFile("", filepath.Base(c.Fset.File(file.FileStart).Name()))
	return err != nil || !match
}
