package heat

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// entry tells whether a function is an entry point: what it is in words, and
// the needs that this meets. name is that of the function, or the route that a
// literal is registered for.
func (g *graph) entry(body *ast.BlockStmt, sig *types.Signature, name string) (what string, needs Need) {
	if body == nil || isPlumbing(name) {
		return "", 0
	}
	if sig.Recv() != nil {
		if what, needs := byContract(name, sig); what != "" {
			return what, needs
		}
	}
	if what := bySignature(sig); what != "" {
		if g.perConnection(body) {
			return "", 0 // the receive loop inside is what is hot
		}
		return what, Request
	}
	if sig.Recv() != nil {
		if what := g.byMethod(name, sig); what != "" {
			return what, Request
		}
	}
	return "", 0
}

// bySignature tells what a function is by the types of its parameters and
// results, or "".
func bySignature(sig *types.Signature) string {
	if what, ok := signatures[sigKey(sig)]; ok {
		return what
	}
	for v := range sig.Params().Variables() {
		if what := requestType(v.Type()); what != "" {
			return what
		}
	}
	return ""
}

// requestType tells what a function with a parameter of type t works for, or "".
func requestType(t types.Type) string {
	if what := requestTypes[typeKey(t)]; what != "" {
		return what
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok && holdsExchange(p.Elem(), 2) {
		return "handler"
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

// holdsExchange reports whether t is a struct that holds both the request and
// the response of net/http, itself or in structs embedded up to depth levels
// deep: the request context of a framework that nobody lists.
func holdsExchange(t types.Type, depth int) bool {
	request, response := exchange(t, depth)
	return request && response
}

func exchange(t types.Type, depth int) (request, response bool) {
	st, ok := t.Underlying().(*types.Struct)
	if !ok || depth < 0 {
		return false, false
	}
	for f := range st.Fields() {
		ft := types.Unalias(f.Type())
		switch {
		case query.IsNamed(ft, "net/http", "Request"):
			request = true
		case query.IsNamed(ft, "net/http", "ResponseWriter"):
			response = true
		case f.Embedded():
			if p, ok := ft.(*types.Pointer); ok {
				ft = p.Elem()
			}
			req, res := exchange(ft, depth-1)
			request, response = request || req, response || res
		}
	}
	return request, response
}

// byContract recognises the methods of standard contracts, which run per
// request or per element.
func byContract(name string, sig *types.Signature) (what string, needs Need) {
	if c, ok := contracts[name+" "+sigKey(sig)]; ok {
		return c.what, c.needs
	}
	if !orders[name] || sig.Params().Len() != 1 || sig.Results().Len() != 1 {
		return "", 0
	}
	if typeKey(sig.Params().At(0).Type()) != typeKey(sig.Recv().Type()) {
		return "", 0
	}
	switch typeKey(sig.Results().At(0).Type()) {
	case "int", "bool":
		return "comparison", Loop
	}
	return "", 0
}

// byMethod recognises the methods of services, by their receiver.
func (g *graph) byMethod(name string, sig *types.Signature) string {
	t := sig.Recv().Type()
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	recv, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return ""
	}
	if what := byEmbedding(recv, name); what != "" {
		return what
	}
	if what := g.byResolver(recv, name); what != "" {
		return what
	}
	if sig.Params().Len() == 0 || typeKey(sig.Params().At(0).Type()) != "context.Context" {
		return ""
	}
	return g.byService(recv, name)
}

// expected returns what a function literal is if the type that its place
// expects is one of genericHandlers, or "".
func (g *graph) expected(cur inspector.Cursor) string {
	t := g.expectedType(cur)
	if t == nil {
		return ""
	}
	return genericHandlers[typeKey(t)]
}

// expectedType returns the type that the place of an expression expects, or nil.
func (g *graph) expectedType(cur inspector.Cursor) types.Type {
	parent := cur.Parent()
	switch kind, index := cur.ParentEdge(); kind {
	case edge.ParenExpr_X:
		return g.expectedType(parent)
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
			return sig.Results().At(index).Type()
		}
	case edge.CallExpr_Args:
		call := parent.Node().(*ast.CallExpr)
		tv := g.info.Types[call.Fun]
		if tv.IsType() {
			return tv.Type
		}
		if sig, ok := tv.Type.Underlying().(*types.Signature); ok {
			return paramType(sig, index)
		}
	case edge.AssignStmt_Rhs:
		if s := parent.Node().(*ast.AssignStmt); len(s.Lhs) == len(s.Rhs) {
			return g.typeOf(s.Lhs[index])
		}
	case edge.ValueSpec_Values:
		if s := parent.Node().(*ast.ValueSpec); s.Type != nil {
			return g.typeOf(s.Type)
		}
	case edge.KeyValueExpr_Value:
		return g.elementType(parent)
	case edge.CompositeLit_Elts:
		return g.elementType(cur)
	}
	return nil
}

// paramType returns the type of argument i of a call, or nil.
func paramType(sig *types.Signature, i int) types.Type {
	last := sig.Params().Len() - 1
	if sig.Variadic() && i >= last {
		if s, ok := sig.Params().At(last).Type().Underlying().(*types.Slice); ok {
			return s.Elem()
		}
	}
	if i > last {
		return nil
	}
	return sig.Params().At(i).Type()
}

// elementType returns the type that the composite literal around cur, one of
// its elements, expects there, or nil.
func (g *graph) elementType(cur inspector.Cursor) types.Type {
	lit, ok := cur.Parent().Node().(*ast.CompositeLit)
	if !ok || g.typeOf(lit) == nil {
		return nil
	}
	switch t := g.typeOf(lit).Underlying().(type) {
	case *types.Slice:
		return t.Elem()
	case *types.Array:
		return t.Elem()
	case *types.Map:
		return t.Elem()
	case *types.Struct:
		if kv, ok := cur.Node().(*ast.KeyValueExpr); ok {
			return g.typeOf(kv.Key)
		}
		if _, i := cur.ParentEdge(); i < t.NumFields() {
			return t.Field(i).Type()
		}
	}
	return nil
}

// isPlumbing reports whether the name of a handler, or the route of one, says
// that it serves operators rather than users.
func isPlumbing(name string) bool {
	name = strings.ToLower(name)
	if i := strings.IndexByte(name, '/'); i >= 0 {
		for elem := range strings.SplitSeq(name[i:], "/") {
			if plumbingRoutes[elem] {
				return true
			}
		}
		return false
	}
	for _, word := range []string{"health", "readiness", "liveness", "readyz", "livez", "pprof", "expvar", "debug"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return name == "metrics" || name == "metricshandler" || name == "handlemetrics" || name == "ready"
}

// plumbingRoutes are elements of the paths that operators call.
var plumbingRoutes = map[string]bool{
	"health": true, "healthz": true, "healthcheck": true, "live": true, "livez": true, "liveness": true,
	"ready": true, "readyz": true, "readiness": true, "metrics": true, "debug": true, "pprof": true, "expvar": true,
}

// route returns the route that the function literal at cur is registered for:
// the constant string with a slash among the arguments of the call, or "".
func (g *graph) route(cur inspector.Cursor) string {
	for {
		call, ok := cur.Parent().Node().(*ast.CallExpr)
		if !ok || cur.ParentEdgeKind() != edge.CallExpr_Args {
			return ""
		}
		for _, arg := range call.Args {
			v := g.info.Types[arg].Value
			if v != nil && v.Kind() == constant.String && strings.Contains(constant.StringVal(v), "/") {
				return constant.StringVal(v)
			}
		}
		cur = cur.Parent() // a conversion, or middleware around the literal
	}
}
