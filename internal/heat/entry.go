package heat

import (
	"go/ast"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/config"
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
	if g.declaredSignatures()[sigKey(sig)] {
		return declaredEntry, Request
	}
	if what := bySignature(sig); what != "" {
		if g.perConnection(body) {
			return "", 0 // the receive loop inside is what is hot
		}
		if sends(sig) {
			return "", 0 // its requests are those that the program makes
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

// What the functions that the configuration names are.
const (
	declaredEntry = "entry point by " + config.FileName
	declaredCold  = "declared cold by " + config.FileName
)

// declaredSignatures returns the signatures of entry points that the
// configuration adds.
func (g *graph) declaredSignatures() map[string]bool {
	if g.declared == nil {
		g.declared = make(map[string]bool)
		for _, sig := range g.r.Config().EntryPoints().Signatures() {
			g.declared[trimVersion(sig)] = true
		}
	}
	return g.declared
}

// names returns what a function is called in configurations.
func names(fn *types.Func) (pkg, recv, name string) {
	if fn.Signature().Recv() != nil {
		recv = receiverName(fn.Signature())
	}
	if fn.Pkg() != nil {
		pkg = fn.Pkg().Path()
	}
	return pkg, recv, fn.Name()
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

// sends reports whether a function of signature sig is part of an HTTP client:
// it answers a request with what a server sent, or is a method of a type that
// has such a method Do.
func sends(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if query.IsNamed(v.Type(), "net/http", "ResponseWriter") {
			return false
		}
	}
	return query.SendsRequest(sig) || sig.Recv() != nil && query.IsHTTPClient(sig.Recv().Type())
}

// requestType tells what a function with a parameter of type t works for, or "".
func requestType(t types.Type) string {
	if what := requestTypes[typeKey(t)]; what != "" {
		return what
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok && holdsExchange(p.Elem(), 2) && !ofCommand(p.Elem()) {
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

// ofCommand reports whether t belongs to a framework for command-line programs,
// by the name of its package: some serve their commands by HTTP, too.
func ofCommand(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Name() == "cli"
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
