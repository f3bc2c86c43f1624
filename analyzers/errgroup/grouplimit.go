package errgroup

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// groupLimited reports whether the errgroup that s starts its task in has a
// limit: SetLimit is called on it, or by what makes it or gets it.
func (c *checker) groupLimited(s start) (unless []rule.Mark, ok bool) {
	v := variable(c.TypesInfo, s.group)
	if v == nil {
		return nil, true // x.group().Go: nothing is known of it
	}
	known := v.Kind() == types.LocalVar || v.Kind() == types.FieldVar || v.Kind() == types.PackageVar
	limited := false
	for file := range c.Heat.Root().Children() {
		for use := range file.Preorder((*ast.Ident)(nil)) {
			id := use.Node().(*ast.Ident)
			if id.Name != v.Name() || c.TypesInfo.ObjectOf(id) != v {
				continue
			}
			marks, sets := c.setsLimit(use)
			unless = append(unless, marks...)
			limited = limited || sets
		}
	}
	return unless, limited || !known
}

// setsLimit reports whether a use of a group gives it a limit.
func (c *checker) setsLimit(use inspector.Cursor) (unless []rule.Mark, ok bool) {
	at := use
	for {
		switch up := at.Parent().Node().(type) {
		case *ast.SelectorExpr:
			if up.Sel.Name == "SetLimit" && up.X == at.Node() {
				return nil, true
			}
			if up.Sel != at.Node() {
				return nil, false // another method, or a field of it
			}
		case *ast.UnaryExpr, *ast.ParenExpr, *ast.StarExpr:
		case *ast.CallExpr: // configure(g)
			return c.limitsGroup(up)
		case *ast.AssignStmt: // g, ctx := newGroup(ctx)
			if len(up.Rhs) == 1 {
				if call, ok := ast.Unparen(up.Rhs[0]).(*ast.CallExpr); ok {
					return c.limitsGroup(call)
				}
			}
			return nil, false
		case *ast.ValueSpec:
			if len(up.Values) == 1 {
				if call, ok := ast.Unparen(up.Values[0]).(*ast.CallExpr); ok {
					return c.limitsGroup(call)
				}
			}
			return nil, false
		default:
			return nil, false
		}
		at = at.Parent()
	}
}

// limitsGroup reports whether a call gives the group that it makes or gets a
// limit.
func (c *checker) limitsGroup(call *ast.CallExpr) (unless []rule.Mark, ok bool) {
	fn := query.Callee(c.TypesInfo, call)
	switch {
	case fn == nil:
		id, isNew := ast.Unparen(call.Fun).(*ast.Ident)
		return nil, !(isNew && id.Name == "new")
	case fn.Pkg() == c.Pkg:
		return nil, c.funcs.doesLimit(fn)
	case fn.Pkg() != nil && fn.Pkg().Path() == groupPath:
		return nil, false
	case c.funcs.sameModule(fn.Pkg()):
		return []rule.Mark{{Obj: fn, Name: limits}}, false
	}
	return nil, true
}

// variable returns the variable or field that e names, or nil.
func variable(info *types.Info, e ast.Expr) *types.Var {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, _ := info.ObjectOf(e).(*types.Var)
		return v
	case *ast.SelectorExpr:
		v, _ := info.Uses[e.Sel].(*types.Var)
		return v
	case *ast.UnaryExpr:
		return variable(info, e.X)
	case *ast.StarExpr:
		return variable(info, e.X)
	}
	return nil
}
