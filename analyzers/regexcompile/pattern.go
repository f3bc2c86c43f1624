package regexcompile

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// origin says how long an expression keeps its value.
type origin int

const (
	varies   origin = iota // may be another in each call
	outlives               // comes from what outlives the call: fields, package variables, one of several constants
	fixed                  // the same in each call
)

// value is what is known of an expression.
type value struct {
	origin origin
	text   string // what it always is, if known
	known  bool
}

// atMost returns v with a lower origin.
func (v value) atMost(o origin) value {
	if v.origin <= o {
		return v
	}
	return value{origin: o}
}

// eval tells what is known of an expression evaluated at c.at: of strings, and
// of the containers and structs that strings are taken from.
func (c *checker) eval(e ast.Expr) value {
	e = ast.Unparen(e)
	if v := c.TypesInfo.Types[e].Value; v != nil {
		if v.Kind() == constant.String {
			return value{fixed, constant.StringVal(v), true}
		}
		return value{origin: fixed}
	}
	switch e := e.(type) {
	case *ast.Ident:
		if v, ok := c.TypesInfo.Uses[e].(*types.Var); ok {
			return c.variable(v.Origin())
		}
	case *ast.SelectorExpr:
		return c.selection(e)
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			x, y := c.eval(e.X), c.eval(e.Y)
			return value{min(x.origin, y.origin), x.text + y.text, x.known && y.known}
		}
	case *ast.CallExpr:
		return c.result(e)
	case *ast.CompositeLit:
		return c.all(c.elements(e))
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return c.eval(e.X)
		}
	case *ast.IndexExpr:
		return c.eval(e.X).atMost(outlives) // any of the elements
	case *ast.SliceExpr:
		return c.all([]ast.Expr{e.X, e.Low, e.High})
	case *ast.StarExpr:
		return c.eval(e.X).atMost(outlives)
	}
	return value{}
}

// all returns the lowest origin of the expressions; nil ones do not count.
func (c *checker) all(list []ast.Expr) value {
	v := value{origin: fixed}
	for _, e := range list {
		if e != nil {
			v.origin = min(v.origin, c.eval(e).origin)
		}
	}
	return v
}

// elements returns the expressions that a composite literal holds.
func (c *checker) elements(lit *ast.CompositeLit) []ast.Expr {
	_, isMap := c.TypesInfo.TypeOf(lit).Underlying().(*types.Map)
	var list []ast.Expr
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			list = append(list, elt)
			continue
		}
		list = append(list, kv.Value)
		if isMap {
			list = append(list, kv.Key)
		}
	}
	return list
}

// selection evaluates x.f.
func (c *checker) selection(e *ast.SelectorExpr) value {
	sel := c.TypesInfo.Selections[e]
	if sel == nil {
		if v, ok := c.TypesInfo.Uses[e.Sel].(*types.Var); ok {
			return c.packageVar(v)
		}
		return value{}
	}
	if sel.Kind() != types.FieldVal || perRequest(sel.Recv()) {
		return value{}
	}
	val := c.eval(e.X).atMost(outlives)
	if id, ok := ast.Unparen(e.X).(*ast.Ident); !ok || c.TypesInfo.Uses[id].(*types.Var).Kind() != types.LocalVar {
		return val
	}
	// A local struct holds what this function puts into it.
	for _, w := range c.writesOf(sel.Obj().(*types.Var).Origin()) {
		if topDecl(w.cur) != topDecl(c.at) {
			continue
		}
		if w.value == nil {
			return value{}
		}
		val.origin = min(val.origin, c.eval(w.value).origin)
	}
	return val
}

// result evaluates a call.
func (c *checker) result(call *ast.CallExpr) value {
	switch tv := c.TypesInfo.Types[call.Fun]; {
	case tv.IsType():
		v := c.eval(call.Args[0])
		if !isString(c.TypesInfo.TypeOf(call.Args[0])) || !isString(tv.Type) {
			v.known = false
		}
		return v
	case tv.IsBuiltin():
		return c.all(call.Args)
	}
	fn := query.Callee(c.TypesInfo, call)
	switch {
	case isPure(fn):
		return c.all(call.Args)
	case query.IsFunc(fn, "regexp", compilers[:4]...):
		return c.all(call.Args[:1])
	case query.IsMethod(fn, "regexp", "Regexp", "String"):
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			return c.eval(sel.X)
		}
	case query.IsFunc(fn, "os", "Getenv"):
		return c.all(call.Args).atMost(outlives)
	}
	return value{}
}

// isPure reports whether fn makes a string of nothing but its arguments.
func isPure(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil || fn.Signature().Recv() != nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "regexp":
		return fn.Name() == "QuoteMeta"
	case "fmt":
		return strings.HasPrefix(fn.Name(), "Sprint")
	case "strings", "strconv", "path":
		for p := range fn.Signature().Params().Variables() {
			if _, ok := p.Type().Underlying().(*types.Signature); ok {
				return false
			}
		}
		res := fn.Signature().Results()
		return res.Len() == 1 && (isString(res.At(0).Type()) || isStrings(res.At(0).Type()))
	}
	return false
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isStrings(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return ok && isString(s.Elem())
}

// requestWords end the names of types that hold what one request asks for.
var requestWords = []string{"Request", "Req", "Query", "Params", "Input", "Args", "Form", "Payload", "Message", "Msg", "Event", "Body", "Command", "Context"}

// perRequest reports whether values of type t live as long as one request.
func perRequest(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	for _, word := range requestWords {
		if strings.HasSuffix(named.Obj().Name(), word) || named.Obj().Name() == strings.ToLower(word) {
			return true
		}
	}
	return false
}

// variable evaluates a variable.
func (c *checker) variable(v *types.Var) value {
	if c.active[v] {
		return value{origin: fixed} // a cycle adds nothing
	}
	c.active[v] = true
	defer delete(c.active, v)
	var val value
	switch v.Kind() {
	case types.PackageVar:
		return c.packageVar(v)
	case types.RecvVar:
		if !perRequest(v.Type()) {
			val.origin = outlives
		}
	case types.ParamVar:
		val = c.param(v)
		if others := c.assigned(v); len(c.writesOf(v)) > 0 {
			val = value{origin: min(val.origin, others.origin)}
		}
	case types.LocalVar:
		val = c.assigned(v)
	}
	if val.origin == varies && c.captured(v) {
		val.origin = outlives
	}
	return val
}

// packageVar evaluates a variable of this package or another.
func (c *checker) packageVar(v *types.Var) value {
	compiled := query.IsNamed(v.Type(), "regexp", "Regexp")
	if v.Pkg() != c.Pkg {
		if compiled {
			return value{origin: fixed} // nobody assigns to another package's
		}
		return value{origin: outlives}
	}
	_, basic := v.Type().Underlying().(*types.Basic)
	switch {
	case compiled || !v.Exported() && (basic || isStrings(v.Type()) && c.readOnly(v, c.Heat.Root())):
	default:
		return value{origin: outlives}
	}
	writes := c.writesOf(v)
	if len(writes) != 1 || writes[0].changes {
		return value{origin: outlives}
	}
	val := value{origin: fixed} // whatever it is: it is initialised once
	if init := writes[0].value; init != nil {
		if known := c.eval(init); known.known {
			return known
		}
	}
	return val
}

// assigned evaluates a local variable: all that is ever assigned to it.
func (c *checker) assigned(v *types.Var) value {
	writes := c.writesOf(v)
	if len(writes) == 0 {
		return value{} // set in a way that is not followed
	}
	val := value{origin: fixed}
	for _, w := range writes {
		switch {
		case w.zero:
			continue
		case w.value == nil:
			return value{}
		}
		one := c.eval(w.value)
		if w.changes {
			one = one.atMost(outlives)
		}
		if len(writes) == 1 {
			return one
		}
		val = value{origin: min(val.origin, one.origin)}
	}
	if len(writes) == 2 && writes[0].zero {
		return val
	}
	return val.atMost(outlives)
}

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
	val, called, at := value{origin: outlives}, false, c.at
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
	return c.eval(call.Args[0]).atMost(outlives)
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

// captured reports whether v belongs to a function that returned, or handed
// out, the function literal that c.at stands in: its value then is the
// configuration of that literal.
func (c *checker) captured(v *types.Var) bool {
	for lit := range c.at.Enclosing((*ast.FuncLit)(nil)) {
		if within(lit.Node(), v.Pos()) {
			return false
		}
		if c.fate(lit, true) != kept {
			continue
		}
		for _, w := range c.writesOf(v) {
			if within(lit.Node(), w.cur.Node().Pos()) {
				return false
			}
		}
		return true
	}
	return false
}

func within(n ast.Node, pos token.Pos) bool { return n.Pos() <= pos && pos < n.End() }
