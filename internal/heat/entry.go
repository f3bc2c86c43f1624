package heat

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// entry tells whether a function is an entry point: what it is in words, and
// the needs that this meets. name is empty for literals.
func (g *graph) entry(body *ast.BlockStmt, sig *types.Signature, name string) (what string, needs Need) {
	if body == nil || isPlumbing(name) {
		return "", 0
	}
	if what, needs := bySignature(sig); what != "" {
		if g.perConnection(body) {
			return "", 0 // the receive loop inside is what is hot
		}
		return what, needs
	}
	for v := range sig.Params().Variables() {
		if what := requestType(v.Type()); what != "" {
			if g.perConnection(body) {
				return "", 0
			}
			return what, Request
		}
	}
	if sig.Recv() != nil {
		if what, needs := byContract(name, sig); what != "" {
			return what, needs
		}
		if what := g.byEmbedding(name, sig); what != "" {
			return what, Request
		}
	}
	return "", 0
}

// requestType tells what a function with a parameter of type t works for, or "".
func requestType(t types.Type) string {
	if what := requestTypes[typeKey(t)]; what != "" {
		return what
	}
	// Older generated code declares an interface per stream, which embeds
	// grpc.ServerStream.
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return ""
	}
	for m := range iface.Methods() {
		if m.Pkg() != nil && m.Pkg().Path() == "google.golang.org/grpc" && m.Name() == "SetTrailer" {
			return "gRPC stream"
		}
	}
	return ""
}

// expected returns what a function literal is if the type that its place
// expects is one of genericHandlers, or "".
func (g *graph) expected(cur inspector.Cursor) string {
	var t types.Type
	parent := cur.Parent()
	kind, index := cur.ParentEdge()
	switch kind {
	case edge.ReturnStmt_Results:
		var sig *types.Signature
		switch fn := query.Func(parent).Node().(type) {
		case *ast.FuncDecl:
			if obj, ok := g.info.Defs[fn.Name].(*types.Func); ok {
				sig = obj.Signature()
			}
		case *ast.FuncLit:
			sig, _ = g.typeOf(fn).(*types.Signature)
		}
		if sig != nil && index < sig.Results().Len() {
			t = sig.Results().At(index).Type()
		}
	case edge.CallExpr_Args:
		call := parent.Node().(*ast.CallExpr)
		if tv := g.info.Types[call.Fun]; tv.IsType() {
			t = tv.Type
		} else if sig, ok := typeOr(tv.Type).Underlying().(*types.Signature); ok && index < sig.Params().Len() {
			t = sig.Params().At(index).Type()
		}
	case edge.AssignStmt_Rhs:
		if s := parent.Node().(*ast.AssignStmt); len(s.Lhs) == len(s.Rhs) {
			t = g.typeOf(s.Lhs[index])
		}
	case edge.KeyValueExpr_Value:
		t = g.typeOf(parent.Node().(*ast.KeyValueExpr).Key)
	}
	if t == nil {
		return ""
	}
	return genericHandlers[typeKey(t)]
}

// isPlumbing reports whether the name of a handler says that it serves
// operators rather than users.
func isPlumbing(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"health", "readiness", "liveness", "readyz", "livez", "pprof", "expvar", "debug"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return name == "metrics" || name == "metricshandler" || name == "handlemetrics" || name == "ready"
}

// perConnection reports whether body contains the receive loop of a connection.
func (g *graph) perConnection(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ForStmt:
			found = found || g.receives(n.Body, nil) != ""
		case *ast.RangeStmt:
			found = found || g.receives(n.Body, n.X) != ""
		}
		return !found
	})
	return found
}

// bySignature looks a signature up in the table of exact shapes.
func bySignature(sig *types.Signature) (what string, needs Need) {
	key := sigKey(sig)
	if what, ok := signatures[key]; ok {
		return what, Request
	}
	return "", 0
}

// byContract recognises the methods of standard contracts, which run per
// request or per element.
func byContract(name string, sig *types.Signature) (what string, needs Need) {
	c, ok := contracts[name]
	if !ok || sigKey(sig) != c.sig {
		return "", 0
	}
	return c.what, c.needs
}

// byEmbedding recognises a method of a generated service: its receiver embeds
// the generated UnimplementedXServer or UnsafeXServer, or it is a resolver of a
// generated interface.
func (g *graph) byEmbedding(name string, sig *types.Signature) string {
	t := sig.Recv().Type()
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return ""
	}
	if st, ok := named.Underlying().(*types.Struct); ok {
		for field := range st.Fields() {
			if field.Embedded() {
				if what := generatedService(field.Type(), name); what != "" {
					return what
				}
			}
		}
	}
	if g.imports.gqlgen || strings.HasSuffix(named.Obj().Name(), "Resolver") {
		return g.resolver(named, name)
	}
	return ""
}

// generatedService returns what the method name of a type that embeds t is, if
// t is the stub of a generated service that has such a method.
func generatedService(t types.Type, name string) string {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return ""
	}
	for _, prefix := range []string{"Unimplemented", "Unsafe"} {
		service, ok := strings.CutPrefix(named.Obj().Name(), prefix)
		if !ok {
			continue
		}
		what := "gRPC method"
		if strings.HasSuffix(service, "Handler") {
			what = "connect method"
		}
		if hasMethod(named.Obj().Pkg().Scope().Lookup(service), name) {
			return what
		}
	}
	return ""
}

// hasMethod reports whether obj is an interface type with the exported method.
func hasMethod(obj types.Object, name string) bool {
	if obj == nil || !ast.IsExported(name) {
		return false
	}
	iface, ok := obj.Type().Underlying().(*types.Interface)
	if !ok {
		return false
	}
	for m := range iface.Methods() {
		if m.Name() == name {
			return true
		}
	}
	return false
}

// resolver recognises methods of gqlgen resolvers: type queryResolver
// implements a generated interface QueryResolver.
func (g *graph) resolver(named *types.Named, method string) string {
	name := named.Obj().Name()
	if name == "" || !strings.HasSuffix(name, "Resolver") {
		return ""
	}
	iface := strings.ToUpper(name[:1]) + name[1:]
	if iface == name {
		return ""
	}
	for _, pkg := range append(g.r.pass.Pkg.Imports(), g.r.pass.Pkg) {
		if hasMethod(pkg.Scope().Lookup(iface), method) {
			return "GraphQL resolver"
		}
	}
	return ""
}

// register records that a registration call makes functions entry points: its
// function arguments, and the methods of a service passed as an interface.
func (g *graph) register(callee *types.Func, call *ast.CallExpr) {
	if g.outside(callee) || g.inTest(call.Pos()) {
		return
	}
	name := trimVersion(callee.FullName())
	if m, ok := methodRegistrations[name]; ok {
		for _, arg := range call.Args {
			g.registerMethods(m.what, m.words, call, arg)
		}
		return
	}
	what := registrations[name]
	if what == "" && isServiceRegistration(callee) {
		what = "registered service"
	}
	if what == "" {
		return
	}
	params := callee.Signature().Params()
	for i, arg := range call.Args {
		t := g.typeOf(arg)
		if t == nil {
			continue
		}
		if isFunc(t) {
			g.entryEdge(what, call, g.target(arg))
			continue
		}
		if i >= params.Len() {
			continue
		}
		iface, ok := params.At(i).Type().Underlying().(*types.Interface)
		if !ok || types.IsInterface(t) {
			continue
		}
		for m := range iface.Methods() {
			if !m.Exported() {
				continue
			}
			obj, _, _ := types.LookupFieldOrMethod(t, true, g.r.pass.Pkg, m.Name())
			if fn, ok := obj.(*types.Func); ok {
				g.entryEdge(what, call, g.funcNode(fn))
			}
		}
	}
}

// registerMethods makes the exported methods of arg whose names start with one
// of words entry points, or arg itself if it is a function.
func (g *graph) registerMethods(what string, words []string, call *ast.CallExpr, arg ast.Expr) {
	t := g.typeOf(arg)
	if t == nil || types.IsInterface(t) {
		return
	}
	if isFunc(t) {
		g.entryEdge(what, call, g.target(arg))
		return
	}
	methods := types.NewMethodSet(t)
	for i := range methods.Len() {
		fn, ok := methods.At(i).Obj().(*types.Func)
		if !ok || !fn.Exported() {
			continue
		}
		if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(fn.Name(), w) }) {
			g.entryEdge(what, call, g.funcNode(fn))
		}
	}
}

// entryEdge makes the node to an entry point, whichever package declares it.
func (g *graph) entryEdge(what string, call *ast.CallExpr, to int32) {
	if to < 0 {
		return
	}
	root := g.keyed("entry "+what, kindRoot, nil)
	g.nodes[root].evidence, g.nodes[root].needs = what, Request
	g.links = append(g.links, link{from: root, to: to, pos: call.Pos()})
}

// isServiceRegistration reports whether fn is generated code that takes the
// implementation of a service: RegisterXServer, NewXServer, NewXHandler, whose
// parameter is an interface of the same package.
func isServiceRegistration(fn *types.Func) bool {
	name := fn.Name()
	register := strings.HasPrefix(name, "Register") && strings.HasSuffix(name, "Server")
	construct := strings.HasPrefix(name, "New") && (strings.HasSuffix(name, "Server") || strings.HasSuffix(name, "Handler"))
	if !register && !construct || fn.Pkg() == nil || fn.Signature().Recv() != nil {
		return false
	}
	for v := range fn.Signature().Params().Variables() {
		named, ok := types.Unalias(v.Type()).(*types.Named)
		if !ok || named.Obj().Pkg() != fn.Pkg() || !types.IsInterface(named) {
			continue
		}
		if isService(named.Underlying().(*types.Interface)) {
			return true
		}
	}
	return false
}

// isService reports whether a method of the interface has the shape of a
// remote procedure: a context and a request in, a response and an error out.
func isService(iface *types.Interface) bool {
	for m := range iface.Methods() {
		sig := m.Signature()
		if sig.Params().Len() == 2 && sig.Results().Len() == 2 && m.Exported() &&
			typeKey(sig.Params().At(0).Type()) == "context.Context" && isPointer(sig.Params().At(1).Type()) &&
			isPointer(sig.Results().At(0).Type()) && isError(sig.Results().At(1).Type()) {
			return true
		}
	}
	return false
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// receives tells whether each turn of a loop with this body takes a message
// from a queue, in words; x is the operand of a range statement, or nil.
func (g *graph) receives(body *ast.BlockStmt, x ast.Expr) string {
	if x != nil {
		if call, ok := ast.Unparen(x).(*ast.CallExpr); ok {
			if what := receivers[trimVersion(fullName(query.Callee(g.info, call)))]; what != "" {
				return what
			}
		}
		if c, ok := types.Unalias(typeOr(g.typeOf(x))).Underlying().(*types.Chan); ok {
			if what := messages[typeKey(c.Elem())]; what != "" {
				return what
			}
		}
	}
	what := ""
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.ForStmt, *ast.RangeStmt:
			return false
		case *ast.CallExpr:
			if fn := query.Callee(g.info, n); fn != nil && receiveNames[fn.Name()] {
				what = receivers[trimVersion(fullName(fn))]
			}
		case *ast.UnaryExpr: // <-msgs
			if c, ok := types.Unalias(typeOr(g.typeOf(n.X))).Underlying().(*types.Chan); ok {
				what = messages[typeKey(c.Elem())]
			}
		}
		return what == ""
	})
	return what
}

func typeOr(t types.Type) types.Type {
	if t == nil {
		return types.Typ[types.Invalid]
	}
	return t
}

func fullName(fn *types.Func) string {
	if fn == nil {
		return ""
	}
	return fn.FullName()
}

// benchmark returns the edge that a call in a test file makes: heat, if it
// stands in the timed loop of a benchmark.
func (g *graph) benchmark(cur inspector.Cursor, to int32) (link, bool) {
	if g.nodes[to].pos.IsValid() && g.inTest(g.nodes[to].pos) && g.nodes[to].kind == kindFunc {
		return link{}, false
	}
	name := ""
	timed := false
	for c := cur; c.Valid() && c.Node() != nil; c = c.Parent() {
		switch n := c.Node().(type) {
		case *ast.ForStmt:
			timed = timed || g.isTimedLoop(n.Cond)
		case *ast.RangeStmt:
			timed = timed || g.isTimedLoop(n.X)
		case *ast.FuncDecl:
			name = n.Name.Name
		}
	}
	if !timed || !strings.HasPrefix(name, "Benchmark") {
		return link{}, false
	}
	root := g.keyed("benchmark "+name, kindRoot, nil)
	g.nodes[root].evidence, g.nodes[root].needs = "benchmark "+name, Element
	return link{from: root, to: to, pos: cur.Node().Pos()}, true
}

// isTimedLoop reports whether e, the condition or operand of a loop, is that of
// a benchmark: b.N, b.Loop(), pb.Next().
func (g *graph) isTimedLoop(e ast.Expr) bool {
	if e == nil {
		return false
	}
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			obj := g.info.Uses[sel.Sel]
			if obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "testing" {
				switch obj.Name() {
				case "N", "Loop", "Next":
					found = true
				}
			}
		}
		return !found
	})
	return found
}
