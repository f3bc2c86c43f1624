package heat

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
)

// guardWords are words in the names of what guards a route for those who run a
// service rather than use it.
var guardWords = []string{"admin", "administration", "administrator", "admins", "superuser", "superusers"}

// operatorWords are words in the names of their routers, and of functions that
// register handlers with them. (Metrics may be taken of any route.)
var operatorWords = append([]string{"debug", "diagnostics", "management", "pprof"}, guardWords...)

// opsRoutes are elements that, where a path starts with them, show the state of
// the service. Deeper in it they may be about anything.
var opsRoutes = map[string]bool{"info": true, "stats": true, "status": true}

// rarity tells how seldom a function works for requests.
type rarity uint8

const (
	often    rarity = iota
	changing        // for requests that change something: of most services there are many more that read
	seldom
)

// route is what is known of the route that a call registers.
type route struct {
	known   bool // there is a path, or a router
	seldom  bool
	place   place
	methods []string // of HTTP; empty: any, or not known
}

// place is where requests for a route go: the router, if a variable holds it, and
// the elements of the path that are known.
type place struct {
	router *types.Var
	path   string
}

// routeOf returns the route of a call and of the calls that its router comes from:
// r.PathPrefix("/admin").Subrouter().Handle(...).
func (g *graph) routeOf(call *ast.CallExpr) (r route) {
	for {
		name := query.LastName(call.Fun)
		r.readMethod(strings.ToUpper(name))
		for i, arg := range call.Args {
			g.readRoute(&r, arg, i == 0 && (name == "Group" || name == "Route"))
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return r
		}
		inner, ok := ast.Unparen(sel.X).(*ast.CallExpr)
		if !ok {
			g.readRoute(&r, sel.X, false)
			return r
		}
		call = inner
	}
}

// readRoute notes what an argument, or the variable of a router, tells of a route.
// An element is a path without any slash.
func (g *graph) readRoute(r *route, e ast.Expr, element bool) {
	e = ast.Unparen(e)
	if v := g.info.Types[e].Value; v != nil {
		if v.Kind() != constant.String {
			return
		}
		text := constant.StringVal(v)
		i := strings.IndexByte(text, '/')
		if element && i < 0 {
			i, text = 0, "/"+text
		}
		method, _, _ := strings.Cut(text, " ") // "GET /books"
		r.readMethod(method)
		if i >= 0 {
			r.known = true
			r.place.path = text[i:] + r.place.path // routers, which come later, are closer to the root
			r.seldom = r.seldom || isSeldomPath(text[i:])
		}
		return
	}
	switch e := e.(type) {
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			g.readRoute(r, e.X, false)
			g.readRoute(r, e.Y, false)
		}
	case *ast.CallExpr:
		for _, arg := range e.Args {
			g.readRoute(r, arg, false)
		}
		g.readRoute(r, e.Fun, false)
		r.seldom = r.seldom || hasWord(query.LastName(e.Fun), guardWords)
	case *ast.Ident, *ast.SelectorExpr:
		g.readName(r, e)
	}
}

// readName notes what the name of a router, or of a function that guards a route,
// tells of it.
func (g *graph) readName(r *route, e ast.Expr) {
	var obj types.Object
	switch e := e.(type) {
	case *ast.Ident:
		obj = g.info.Uses[e]
	case *ast.SelectorExpr:
		obj = g.info.Uses[e.Sel]
		g.readRoute(r, e.X, false)
	}
	switch obj := obj.(type) {
	case *types.Func:
		r.seldom = r.seldom || hasWord(obj.Name(), guardWords)
	case *types.Var:
		if g.isRouter(obj.Type()) {
			r.known = true
			r.place.router = obj
			r.seldom = r.seldom || g.guarded[obj] || hasWord(obj.Name(), operatorWords)
		}
	}
}

// readMethod notes the method of a route, if name is one of HTTP.
func (r *route) readMethod(name string) {
	switch name {
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE":
		r.methods = append(r.methods, name)
	}
}

// group remembers which routers a variable holds from here on.
func (g *graph) group(lhs, rhs ast.Expr) {
	call, ok := ast.Unparen(rhs).(*ast.CallExpr)
	if !ok {
		return
	}
	if v := g.variable(lhs); v != nil && g.isRouter(v.Type()) {
		g.guarded[v] = g.routeOf(call).seldom
	}
}

// guard notes that a call r.Use(adminOnly) guards what is registered with r from
// here on.
func (g *graph) guard(call *ast.CallExpr) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || !slices.Contains([]string{"Use", "Bind", "BindFunc", "Middleware"}, sel.Sel.Name) {
		return
	}
	if v := g.variable(sel.X); v != nil && g.isRouter(v.Type()) && g.routeOf(call).seldom {
		g.guarded[v] = true
	}
}

// variable returns the variable or field that e names, or nil.
func (g *graph) variable(e ast.Expr) *types.Var {
	var v *types.Var
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, _ = g.info.ObjectOf(e).(*types.Var)
	case *ast.SelectorExpr:
		v, _ = g.info.Uses[e.Sel].(*types.Var)
	}
	return v
}

// parameter matches the elements of a path that stand for any.
var parameter = regexp.MustCompile(`\{[^/]*\}|[:*][^/]*`)

// isSeldomPath reports whether requests for the path come seldom: those for
// administration, diagnosis, sessions.
func isSeldomPath(path string) bool {
	first := true
	for elem := range strings.SplitSeq(parameter.ReplaceAllString(path, ""), "/") {
		switch {
		case first && (plumbingRoutes[elem] || opsRoutes[elem]) || isSeldom(elem) || hasWord(elem, operatorWords):
			return true
		case elem != "" && elem != "api" && !version.MatchString(elem):
			first = false
		}
	}
	return false
}

// version matches the element of a path that tells the version of an API.
var version = regexp.MustCompile(`^v\d`)
