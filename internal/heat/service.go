package heat

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
)

// byEmbedding recognises a method of a generated service: its receiver embeds
// the generated UnimplementedXServer or UnsafeXServer.
func byEmbedding(recv *types.Named, method string) string {
	st, ok := recv.Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	for field := range st.Fields() {
		if !field.Embedded() {
			continue
		}
		if what := generatedService(field.Type(), method); what != "" {
			return what
		}
	}
	return ""
}

// generatedService returns what the method of a type that embeds t is, if t is
// the stub of a generated service that has such a method.
func generatedService(t types.Type, method string) string {
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
		if hasMethod(named.Obj().Pkg().Scope().Lookup(service), method) {
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
	return ok && declares(iface, name)
}

func declares(iface *types.Interface, method string) bool {
	for m := range iface.Methods() {
		if m.Name() == method {
			return true
		}
	}
	return false
}

// byResolver recognises methods of gqlgen resolvers: type queryResolver
// implements an interface QueryResolver, declared next to ResolverRoot.
func (g *graph) byResolver(recv *types.Named, method string) string {
	name := recv.Obj().Name()
	if !strings.HasSuffix(name, "Resolver") || ast.IsExported(name) {
		return ""
	}
	iface := strings.ToUpper(name[:1]) + name[1:]
	for _, pkg := range g.packages() {
		scope := pkg.Scope()
		if scope.Lookup("ResolverRoot") != nil && hasMethod(scope.Lookup(iface), method) {
			return "GraphQL resolver"
		}
	}
	return ""
}

// packages returns the package and those it imports.
func (g *graph) packages() []*types.Package {
	return append(slices.Clip(g.r.pass.Pkg.Imports()), g.r.pass.Pkg)
}

// service is a generated interface whose implementation serves requests.
type service struct {
	what  string
	iface *types.Interface
}

// byService recognises a method of a type that implements a generated service
// interface, also where the package that registers it is not at hand.
func (g *graph) byService(recv *types.Named, method string) string {
	if recv.TypeParams().Len() > 0 {
		return "" // not worth instantiating: registration finds it
	}
	if g.services == nil {
		g.services = g.generatedServices()
	}
	for _, s := range g.services {
		if declares(s.iface, method) && types.Implements(types.NewPointer(recv), s.iface) {
			return s.what
		}
	}
	return ""
}

// generatedFiles are the endings of files that generators of services write,
// the longer of two before the shorter.
var generatedFiles = []struct{ ending, what string }{
	{"_http.pb.go", "kratos method"},
	{".pb.go", "gRPC method"},
	{".twirp.go", "twirp method"},
	{".connect.go", "connect method"},
}

// generatedServices returns the service interfaces that the package or one it
// imports declares in generated code.
func (g *graph) generatedServices() []service {
	list := []service{}
	for _, pkg := range g.packages() {
		scope := pkg.Scope()
		if tn, ok := scope.Lookup("StrictServerInterface").(*types.TypeName); ok {
			if iface, ok := tn.Type().Underlying().(*types.Interface); ok {
				list = append(list, service{"oapi-codegen operation", iface})
			}
		}
		for _, name := range scope.Names() {
			if !isServiceName(name) {
				continue
			}
			fn, ok := scope.Lookup(name).(*types.Func)
			if !ok {
				continue
			}
			what := g.generatedBy(fn)
			if i := serviceParam(fn); i >= 0 && what != "" {
				list = append(list, service{what, fn.Signature().Params().At(i).Type().Underlying().(*types.Interface)})
			}
		}
	}
	return list
}

// generatedBy tells what the methods of a service declared in the file of fn
// are, or "" if no known generator wrote that file.
func (g *graph) generatedBy(fn *types.Func) string {
	file := g.r.pass.Fset.Position(fn.Pos()).Filename
	for _, generated := range generatedFiles {
		if strings.HasSuffix(file, generated.ending) {
			return generated.what
		}
	}
	return ""
}

// isServiceName reports whether a function of this name may take the
// implementation of a service: RegisterXServer, NewXServer, NewXHandler.
func isServiceName(name string) bool {
	name = strings.TrimSuffix(strings.TrimSuffix(name, "WithOptions"), "Simple")
	switch {
	case strings.HasPrefix(name, "Register"):
		return strings.HasSuffix(name, "Server")
	case strings.HasPrefix(name, "New"):
		return strings.HasSuffix(name, "Server") || strings.HasSuffix(name, "Handler")
	}
	return false
}

// serviceParam returns the index of the parameter of fn that takes the
// implementation of a service, an interface of the same package, or -1.
func serviceParam(fn *types.Func) int {
	if fn.Pkg() == nil || !isServiceName(fn.Name()) || fn.Signature().Recv() != nil {
		return -1
	}
	for i := range fn.Signature().Params().Len() {
		named, ok := types.Unalias(fn.Signature().Params().At(i).Type()).(*types.Named)
		if !ok || named.Obj().Pkg() != fn.Pkg() {
			continue
		}
		iface, ok := named.Underlying().(*types.Interface)
		if ok && (named.Obj().Name() == "StrictServerInterface" || isService(iface)) {
			return i
		}
	}
	return -1
}

// isService reports whether a method of the interface has the shape of a
// remote procedure: a context and a request in, a response and an error out.
func isService(iface *types.Interface) bool {
	for m := range iface.Methods() {
		sig := m.Signature()
		if sig.Params().Len() == 2 && sig.Results().Len() == 2 && m.Exported() &&
			typeKey(sig.Params().At(0).Type()) == "context.Context" && query.IsPointer(sig.Params().At(1).Type()) &&
			query.IsPointer(sig.Results().At(0).Type()) && isError(sig.Results().At(1).Type()) {
			return true
		}
	}
	return false
}
