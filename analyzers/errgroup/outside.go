package errgroup

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// isRequest reports whether t is what others send: a request of net/http, a
// message that is called so, or parameters that hold the request they are of.
func isRequest(t types.Type) bool {
	if t == nil {
		return false
	}
	n := named(t)
	if n == nil {
		return false
	}
	if query.IsNamed(n, "net/http", "Request") {
		return true
	}
	if m, _, _ := types.LookupFieldOrMethod(n, true, n.Obj().Pkg(), "ProtoReflect"); m != nil {
		return heat.Sounds(n.Obj().Name(), []string{"request", "req"})
	}
	st, ok := n.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if f.Exported() && query.IsNamed(f.Type(), "net/http", "Request") {
			return true
		}
	}
	return false
}

// asksOutside reports whether a function, or a variable that holds one, fetches
// what it returns: it may fail, and works for a context or does not sound as if
// it made things of its arguments.
func asksOutside(name string, sig *types.Signature) bool {
	n := sig.Results().Len()
	if n < 2 || !isError(sig.Results().At(n-1).Type()) {
		return false
	}
	list := false
	switch sig.Results().At(0).Type().Underlying().(type) {
	case *types.Slice, *types.Map:
		list = true
	}
	for p := range sig.Params().Variables() {
		if query.IsNamed(p.Type(), "context", "Context") {
			return list || !makes(name) // parseQuery(ctx, r)
		}
	}
	return list && !makes(name)
}

// makes reports whether the name of a function that may fail says that it works
// on what it got, which others are the measure of.
func makes(name string) bool {
	words := heat.Words(name) // tokens are not made of their kens
	return len(words) > 0 && slices.Contains([]string{
		"parse", "split", "new", "make", "build", "create", "validate", "compile", "resolve", "lookup", "expand", "convert",
		"to", "as", "from", "decode", "unmarshal", "must", "init", "initialize", "setup", "register", "tokenize", "assemble",
	}, words[0])
}

// resolvesName reports whether a function looks up the addresses or names that
// belong to one name, of which there is a handful.
func resolvesName(fn *types.Func) bool {
	if !strings.HasPrefix(fn.Name(), "Lookup") && !strings.HasPrefix(fn.Name(), "Resolve") || fn.Signature().Results().Len() == 0 {
		return false
	}
	if fn.Pkg().Path() == "net" {
		return true
	}
	list, ok := fn.Signature().Results().At(0).Type().Underlying().(*types.Slice)
	if !ok {
		return false
	}
	elem := named(list.Elem())
	return elem != nil && elem.Obj().Pkg() != nil && (elem.Obj().Pkg().Path() == "net" || elem.Obj().Pkg().Path() == "net/netip")
}

// isDevicePath reports whether a constant is a path of what the machine has.
func isDevicePath(path constant.Value) bool {
	if path.Kind() != constant.String {
		return false
	}
	root, _, _ := strings.Cut(strings.TrimPrefix(constant.StringVal(path), "/"), "/")
	return strings.HasPrefix(constant.StringVal(path), "/") && slices.Contains([]string{"sys", "dev", "proc"}, root)
}

// converts reports whether the name and first parameter of a function say that it
// makes one list of another, element by element: ToX, XToY. FilesToSend(dir) finds
// its elements elsewhere.
func converts(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Recv() != nil || sig.Params().Len() == 0 || !slices.Contains(heat.Words(fn.Name()), "to") {
		return false
	}
	switch sig.Params().At(0).Type().Underlying().(type) {
	case *types.Slice, *types.Map:
		return true
	}
	return false
}
