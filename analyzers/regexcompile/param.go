package regexcompile

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// param evaluates a parameter by what callers pass: all of them are known if
// the function is not exported and only ever called.
func (c *checker) param(v *types.Var) value {
	cur, ok := c.Heat.Root().FindByPos(v.Pos(), v.Pos())
	if !ok {
		return value{}
	}
	owner := query.Func(cur)
	if _, ok := owner.Node().(*ast.FuncLit); ok {
		return c.element(owner)
	}
	fn, index := c.paramOf(owner, v)
	if fn == nil || fn.Exported() {
		return value{}
	}
	val, called, at := value{origin: chosen}, false, c.at
	defer func() { c.at = at }()
	for use := range query.Uses(c.Heat.Root(), c.TypesInfo, fn) {
		if query.IsTestFile(c.Fset.File(use.Node().Pos()).Name()) {
			continue
		}
		call, ok := c.calledAt(use)
		if !ok {
			return value{}
		}
		args, ok := argumentsFor(fn.Signature(), call, index)
		if !ok {
			return value{}
		}
		called = true
		c.at = use
		val.origin = min(val.origin, c.all(args).origin)
	}
	if !called {
		return value{}
	}
	return val
}

// element evaluates a parameter of a literal given to a function of package
// slices: an element of the slice that is given with it.
func (c *checker) element(lit inspector.Cursor) value {
	if lit.ParentEdgeKind() != edge.CallExpr_Args {
		return value{}
	}
	call := lit.Parent().Node().(*ast.CallExpr)
	if fn := query.Callee(c.TypesInfo, call); fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "slices" {
		return value{}
	}
	return c.eval(call.Args[0]).atMost(chosen)
}

// paramOf returns the declared function whose parameter v is, and its place.
func (c *checker) paramOf(owner inspector.Cursor, v *types.Var) (*types.Func, int) {
	fn, _ := c.TypesInfo.Defs[owner.Node().(*ast.FuncDecl).Name].(*types.Func)
	if fn == nil || c.inInterface(fn) {
		return nil, 0
	}
	for i := range fn.Signature().Params().Len() {
		if fn.Signature().Params().At(i) == v {
			return fn, i
		}
	}
	return nil, 0
}

// inInterface reports whether fn is a method that may be called through an
// interface of the package.
func (c *checker) inInterface(fn *types.Func) bool {
	if fn.Signature().Recv() == nil {
		return false
	}
	for _, name := range c.Pkg.Scope().Names() {
		iface, ok := c.Pkg.Scope().Lookup(name).Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range iface.Methods() {
			if m.Name() == fn.Name() {
				return true
			}
		}
	}
	return false
}

// calledAt returns the call of the function that the identifier at use names.
func (c *checker) calledAt(use inspector.Cursor) (*ast.CallExpr, bool) {
	cur := use
	for {
		switch cur.ParentEdgeKind() {
		case edge.SelectorExpr_Sel:
			cur = cur.Parent()
			if sel := c.TypesInfo.Selections[cur.Node().(*ast.SelectorExpr)]; sel != nil && sel.Kind() == types.MethodExpr {
				return nil, false // its arguments stand elsewhere
			}
		case edge.ParenExpr_X, edge.IndexExpr_X, edge.IndexListExpr_X:
			cur = cur.Parent()
		case edge.CallExpr_Fun:
			return cur.Parent().Node().(*ast.CallExpr), true
		default:
			return nil, false
		}
	}
}

// argumentsFor returns the arguments of call that parameter i receives. It
// fails for calls whose arguments are not listed one by one.
func argumentsFor(sig *types.Signature, call *ast.CallExpr, i int) ([]ast.Expr, bool) {
	n := sig.Params().Len()
	variadic := sig.Variadic() && i == n-1
	switch {
	case variadic && len(call.Args) >= n-1:
		return call.Args[i:], true
	case !variadic && (len(call.Args) == n || sig.Variadic() && len(call.Args) >= n-1):
		return call.Args[i : i+1], true
	}
	return nil, false
}
