package stdjson

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// ofClient reports whether s stands in a function that is an HTTP client: its
// time goes into waiting for the other side.
func (c *checker) ofClient(s *call) bool {
	decl := c.decl(s)
	client, ok := c.clients[decl.Node()]
	if !ok {
		client = c.isClient(decl) || c.builds(decl) || c.servesClients(decl)
		c.clients[decl.Node()] = client
	}
	return client
}

// feedsClient reports whether what s makes is passed to an HTTP client of the
// package.
func (c *checker) feedsClient(s *call) bool {
	text := c.result(s)
	if text == nil {
		return false
	}
	for use := range query.Uses(c.decl(s), c.TypesInfo, text) {
		call, ok := use.Parent().Node().(*ast.CallExpr)
		if !ok || use.ParentEdgeKind() != edge.CallExpr_Args {
			continue
		}
		if decl, ok := c.declared(query.Callee(c.TypesInfo, call)); ok && c.isClient(decl) {
			return true
		}
	}
	return false
}

// declared returns the declaration of fn, if it stands in this package.
func (c *checker) declared(fn *types.Func) (decl inspector.Cursor, ok bool) {
	if fn == nil || fn.Pkg() != c.Pkg {
		return decl, false
	}
	for file := range c.Files() {
		if f := query.File(file); fn.Pos() < f.FileStart || fn.Pos() >= f.FileEnd {
			continue
		}
		for decl := range file.Children() {
			if d, ok := decl.Node().(*ast.FuncDecl); ok && c.TypesInfo.Defs[d.Name] == fn.Origin() {
				return decl, true
			}
		}
	}
	return decl, false
}

// servesClients reports whether only clients of the package call the unexported
// function that is declared.
func (c *checker) servesClients(decl inspector.Cursor) bool {
	d, ok := decl.Node().(*ast.FuncDecl)
	if !ok || d.Name.IsExported() {
		return false
	}
	self, called := c.TypesInfo.Defs[d.Name], false
	for file := range c.Files() {
		for id := range file.Preorder((*ast.Ident)(nil)) {
			if n := id.Node().(*ast.Ident); n.Name != d.Name.Name || c.TypesInfo.Uses[n] != self {
				continue
			}
			caller := id
			for caller.ParentEdgeKind() != edge.File_Decls {
				caller = caller.Parent()
			}
			if !c.isClient(caller) {
				return false
			}
			called = true
		}
	}
	return called
}

// isClient reports whether the declaration makes or sends HTTP requests, reads
// their responses, or is a method of a type that does.
func (c *checker) isClient(decl inspector.Cursor) bool {
	if self := c.receiver(decl); self != nil && query.IsHTTPClient(types.NewPointer(self)) {
		return true
	}
	for cur := range decl.Preorder((*ast.SelectorExpr)(nil)) {
		sel := cur.Node().(*ast.SelectorExpr)
		if t := c.TypesInfo.TypeOf(sel.X); t != nil && (query.IsNamed(t, "net/http", "Client") || isAnswer(t)) {
			return true
		}
		fn, _ := c.TypesInfo.Uses[sel.Sel].(*types.Func)
		if query.IsFunc(fn, "net/http", "NewRequest", "NewRequestWithContext", "Post", "Get") {
			return true
		}
	}
	return false
}

// isAnswer reports whether t is what a client got: an http.Response, or a type
// of some package that holds one. A Request holds that of its redirect.
func isAnswer(t types.Type) bool {
	if query.IsNamed(t, "net/http", "Response") {
		return true
	}
	if query.IsNamed(t, "net/http", "Request") {
		return false
	}
	st, ok := deref(t).Underlying().(*types.Struct)
	for i := 0; ok && i < st.NumFields(); i++ {
		if query.IsNamed(st.Field(i).Type(), "net/http", "Response") {
			return true
		}
	}
	return false
}

// builds reports whether the declaration is a method that prepares a request for
// another one of its type to send: it returns its receiver.
func (c *checker) builds(decl inspector.Cursor) bool {
	self := c.receiver(decl)
	if self == nil {
		return false
	}
	results := c.TypesInfo.Defs[decl.Node().(*ast.FuncDecl).Name].(*types.Func).Signature().Results()
	if results.Len() == 0 || !types.Identical(deref(results.At(0).Type()), self) {
		return false
	}
	for file := range c.Files() {
		for other := range file.Children() {
			if t := c.receiver(other); t != nil && types.Identical(t, self) && c.isClient(other) {
				return true
			}
		}
	}
	return false
}

// receiver returns the type that the declaration is a method of, or nil.
func (c *checker) receiver(decl inspector.Cursor) types.Type {
	d, ok := decl.Node().(*ast.FuncDecl)
	if !ok || d.Recv == nil {
		return nil
	}
	fn, ok := c.TypesInfo.Defs[d.Name].(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return nil
	}
	return deref(fn.Signature().Recv().Type())
}

// fromBody reports whether e is, or is read from, the body of an http.Request,
// through so many local variables.
func (c *checker) fromBody(e ast.Expr, depth int) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectorExpr:
			t := c.TypesInfo.TypeOf(n.X)
			found = found || t != nil && n.Sel.Name == "Body" && query.IsNamed(t, "net/http", "Request")
		case *ast.Ident:
			if v := c.local(n); v != nil && depth > 0 {
				for _, value := range c.sources(v) {
					found = found || c.fromBody(value, depth-1)
				}
			}
		}
		return !found
	})
	return found
}

// sources returns the expressions that v is assigned from, one of several
// results included.
func (c *checker) sources(v *types.Var) []ast.Expr {
	var sources []ast.Expr
	for _, cur := range c.mentions(v) {
		switch parent := cur.Parent().Node().(type) {
		case *ast.AssignStmt:
			if kind, i := cur.ParentEdge(); kind == edge.AssignStmt_Lhs {
				sources = append(sources, parent.Rhs[min(i, len(parent.Rhs)-1)])
			}
		case *ast.ValueSpec:
			if kind, i := cur.ParentEdge(); kind == edge.ValueSpec_Names && len(parent.Values) > 0 {
				sources = append(sources, parent.Values[min(i, len(parent.Values)-1)])
			}
		}
	}
	return sources
}
