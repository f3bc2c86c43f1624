package regexcompile

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
)

// origin says how long an expression keeps its value.
type origin int

const (
	varies   origin = iota // may be another in each call
	outlives               // comes from what outlives the call: fields, package variables
	chosen                 // one of several constants
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
		return c.eval(e.X).atMost(chosen) // any of the elements
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
