package query

import (
	"go/ast"
	"go/types"
	"iter"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// IsHTTPClient reports whether t has a method Do like that of [net/http.Client].
func IsHTTPClient(t types.Type) bool {
	do, _, _ := types.LookupFieldOrMethod(t, true, nil, "Do")
	fn, ok := do.(*types.Func)
	return ok && SendsRequest(fn.Signature())
}

// SendsRequest reports whether a function of signature sig takes an HTTP
// request and returns the response, as clients do.
func SendsRequest(sig *types.Signature) bool {
	in, out := sig.Params(), sig.Results()
	return in.Len() == 1 && out.Len() == 2 &&
		IsNamed(in.At(0).Type(), "net/http", "Request") && IsNamed(out.At(0).Type(), "net/http", "Response")
}

// Clients tells which functions of a package are HTTP clients, or work for one:
// their time goes into waiting for the other side.
type Clients struct {
	info   *types.Info
	files  iter.Seq[inspector.Cursor]
	serves map[ast.Node]bool // what Serves answered
	waits  map[ast.Node]bool // what Waits answered
}

// NewClients returns the clients of the package with the files.
func NewClients(info *types.Info, files iter.Seq[inspector.Cursor]) *Clients {
	return &Clients{info: info, files: files, serves: make(map[ast.Node]bool), waits: make(map[ast.Node]bool)}
}

// Serves reports whether the package-level declaration is that of a client, of a
// method of a type named Client or that prepares a request for another method of
// its type to send, or of an unexported function that only those use.
func (c *Clients) Serves(decl inspector.Cursor) bool {
	return remember(c.serves, decl, func() bool {
		return c.Is(decl) || c.partOf(decl) || c.UsedOnly(decl, c.Serves)
	})
}

// Waits reports whether the package-level declaration serves a client, calls one
// of the package and answers no HTTP request itself, or is unexported and used
// only where that holds.
func (c *Clients) Waits(decl inspector.Cursor) bool {
	return remember(c.waits, decl, func() bool {
		return c.Serves(decl) || c.calls(decl) || c.UsedOnly(decl, c.Waits)
	})
}

// remember returns what is known of decl, or finds it out. While it does,
// nothing holds for decl: recursion is no evidence.
func remember(known map[ast.Node]bool, decl inspector.Cursor, find func() bool) bool {
	is, ok := known[decl.Node()]
	if !ok {
		known[decl.Node()] = false
		is = find()
		known[decl.Node()] = is
	}
	return is
}

// calls reports whether the declared function calls a client of the package and
// answers no HTTP request.
func (c *Clients) calls(decl inspector.Cursor) bool {
	d, ok := decl.Node().(*ast.FuncDecl)
	if !ok {
		return false
	}
	for _, field := range d.Type.Params.List {
		if answers(c.info.TypeOf(field.Type)) {
			return false
		}
	}
	for cur := range decl.Preorder((*ast.CallExpr)(nil)) {
		if callee, ok := c.Declared(Callee(c.info, cur.Node().(*ast.CallExpr))); ok && c.Is(callee) {
			return true
		}
	}
	return false
}

// Is reports whether the package-level declaration makes or sends HTTP requests,
// reads their responses, connects to a server, or is a method of a type that is an
// HTTP client. Clients of net/rpc count, too.
func (c *Clients) Is(decl inspector.Cursor) bool {
	if self := c.receiver(decl); self != nil && IsHTTPClient(types.NewPointer(self)) {
		return true
	}
	for cur := range decl.Preorder((*ast.SelectorExpr)(nil)) {
		sel := cur.Node().(*ast.SelectorExpr)
		if t := c.info.TypeOf(sel.X); t != nil && (IsNamed(t, "net/http", "Client") || IsNamed(t, "net/rpc", "Client") || isAnswer(t)) {
			return true
		}
		fn, _ := c.info.Uses[sel.Sel].(*types.Func)
		if IsFunc(fn, "net/http", "NewRequest", "NewRequestWithContext", "Post", "Get") || fn != nil && (fn.Name() == "Dial" || fn.Name() == "DialContext") {
			return true
		}
	}
	return false
}

// Declared returns the declaration of fn, if it stands in the package.
func (c *Clients) Declared(fn *types.Func) (decl inspector.Cursor, ok bool) {
	if fn == nil {
		return decl, false
	}
	for file := range c.files {
		if f := File(file); fn.Pos() < f.FileStart || fn.Pos() >= f.FileEnd {
			continue
		}
		for decl := range file.Children() {
			if d, ok := decl.Node().(*ast.FuncDecl); ok && c.info.Defs[d.Name] == fn.Origin() {
				return decl, true
			}
		}
	}
	return decl, false
}

// answers reports whether a parameter of type t makes a function one that answers
// a request: an http.ResponseWriter, or the Context of a web framework.
func answers(t types.Type) bool {
	named, ok := types.Unalias(deref(t)).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	name := named.Obj().Name()
	return name == "ResponseWriter" || (name == "Context" || name == "Ctx") && named.Obj().Pkg().Path() != "context"
}

// isAnswer reports whether t is what a client got: an http.Response, or a type
// of some package that holds one. A Request holds that of its redirect.
func isAnswer(t types.Type) bool {
	if IsNamed(t, "net/http", "Response") {
		return true
	}
	if IsNamed(t, "net/http", "Request") {
		return false
	}
	st, ok := deref(t).Underlying().(*types.Struct)
	for i := 0; ok && i < st.NumFields(); i++ {
		if IsNamed(st.Field(i).Type(), "net/http", "Response") {
			return true
		}
	}
	return false
}

// partOf reports whether the declaration is a method of a type with a method that
// is a client, and prepares a request for that, since it returns its receiver, or
// is, by the name of the type, a method of a client itself.
func (c *Clients) partOf(decl inspector.Cursor) bool {
	self, ok := types.Unalias(c.receiver(decl)).(*types.Named)
	if !ok {
		return false
	}
	results := c.info.Defs[decl.Node().(*ast.FuncDecl).Name].(*types.Func).Signature().Results()
	builds := results.Len() > 0 && types.Identical(deref(results.At(0).Type()), self)
	if !builds && !strings.HasSuffix(strings.ToLower(self.Obj().Name()), "client") {
		return false
	}
	for file := range c.files {
		for other := range file.Children() {
			if t := c.receiver(other); t != nil && types.Identical(t, self) && c.Is(other) {
				return true
			}
		}
	}
	return false
}

// UsedOnly reports whether declarations of which is holds, and nothing else in
// the package, use the unexported function that is declared.
func (c *Clients) UsedOnly(decl inspector.Cursor, is func(inspector.Cursor) bool) bool {
	d, ok := decl.Node().(*ast.FuncDecl)
	if !ok || d.Name.IsExported() {
		return false
	}
	self, used := c.info.Defs[d.Name], false
	for file := range c.files {
		for id := range Uses(file, c.info, self) {
			for id.ParentEdgeKind() != edge.File_Decls {
				id = id.Parent()
			}
			if id.Node() != decl.Node() && !is(id) {
				return false
			}
			used = true
		}
	}
	return used
}

// receiver returns the type that the declaration is a method of, or nil.
func (c *Clients) receiver(decl inspector.Cursor) types.Type {
	d, ok := decl.Node().(*ast.FuncDecl)
	if !ok || d.Recv == nil {
		return nil
	}
	fn, ok := c.info.Defs[d.Name].(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return nil
	}
	return deref(fn.Signature().Recv().Type())
}

// deref returns what t points to, if it is a pointer.
func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}
