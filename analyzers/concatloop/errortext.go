package concatloop

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// addsError reports whether g adds the text of an error.
func (f *finder) addsError(g growth) bool {
	found := false
	for _, piece := range g.pieces {
		ast.Inspect(piece, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return !found
			}
			sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			found = found || ok && sel.Sel.Name == "Error" && len(call.Args) == 0 ||
				slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return isError(f.TypesInfo.TypeOf(arg)) })
			return !found
		})
	}
	return found
}

// aboutErrors reports whether the package is one that deals with errors: what it
// puts together tells about them.
func (f *finder) aboutErrors() bool {
	name := f.Pkg.Name()
	return strings.HasPrefix(name, "err") || strings.HasSuffix(name, "errors") || strings.HasSuffix(name, "errs")
}

func isError(t types.Type) bool { return t != nil && types.Implements(t, errorType) }

// endsInError reports whether the string that group grows is a local variable
// that is read only to make errors of it, or for a panic or exit.
func (f *finder) endsInError(group []growth) bool {
	p := group[0].place
	if p.root.Kind() == types.PackageVar || len(p.steps) > 0 {
		return false
	}
	found := false
	for decl := range group[0].cur.Enclosing((*ast.FuncDecl)(nil)) {
		for use := range query.Uses(decl, f.TypesInfo, p.root) {
			if f.effectOf(use, group) != reads {
				continue
			}
			if !f.inErrorCall(use) {
				return false
			}
			found = true
		}
	}
	return found
}

// inErrorCall reports whether cur is part of an argument of a call that makes an
// error, reports one, or does not return.
func (f *finder) inErrorCall(cur inspector.Cursor) bool {
	for c := range cur.Enclosing((*ast.CallExpr)(nil), (*ast.FuncLit)(nil)) {
		call, ok := c.Node().(*ast.CallExpr)
		if !ok {
			return false
		}
		var name string
		switch fun := ast.Unparen(call.Fun).(type) {
		case *ast.Ident:
			name = fun.Name
		case *ast.SelectorExpr:
			name = fun.Sel.Name
		}
		if fn := query.Callee(f.TypesInfo, call); fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "errors" {
			return true
		}
		if strings.Contains(name, "Err") || !f.mayReturn(call) {
			return true
		}
	}
	return false
}
