package stdjson

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// ofClient reports whether s stands in a function that is an HTTP client, or waits
// for one, or decodes the body of what another server answered.
func (c *checker) ofClient(s *call) bool {
	if c.clients.Waits(c.decl(s)) {
		return true
	}
	made := c.made(s.coder)
	if made == nil || s.encodes() {
		return false
	}
	body, ok := ast.Unparen(made.Args[0]).(*ast.SelectorExpr)
	if !ok || body.Sel.Name != "Body" || !query.IsNamed(c.TypesInfo.TypeOf(body), "io", "ReadCloser") {
		return false
	}
	t := deref(c.TypesInfo.TypeOf(body.X))
	return !isExchange(t) && !strings.HasSuffix(query.TypeName(t), "Request")
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
		if decl, ok := c.clients.Declared(query.Callee(c.TypesInfo, call)); ok && c.clients.Is(decl) {
			return true
		}
	}
	return false
}

// fromBody reports whether e is, or is read from, the body of a request, through
// so many local variables.
func (c *checker) fromBody(e ast.Expr, depth int) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectorExpr:
			t := c.TypesInfo.TypeOf(n.X)
			found = found || t != nil && n.Sel.Name == "Body" && query.IsNamed(t, "net/http", "Request")
		case *ast.CallExpr:
			found = found || c.returnsBody(n)
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

// returnsBody reports whether call returns the bytes of a request's body: a
// method of a web framework, or a function that takes the request and is named
// after its body.
func (c *checker) returnsBody(call *ast.CallExpr) bool {
	fn := query.Callee(c.TypesInfo, call)
	if fn == nil || fn.Signature().Results().Len() == 0 || !isBytes(fn.Signature().Results().At(0).Type()) {
		return false
	}
	if !slices.Contains(heat.Words(fn.Name()), "body") && fn.Name() != "GetRawData" {
		return false
	}
	if recv := fn.Signature().Recv(); recv != nil && (isExchange(recv.Type()) || query.TypeName(recv.Type()) == "Request") {
		return true
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		t := c.TypesInfo.TypeOf(arg)
		return t != nil && (isExchange(t) || query.IsNamed(t, "net/http", "Request"))
	})
}

// isBytes reports whether t is []byte.
func isBytes(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return ok && types.Identical(s.Elem(), types.Typ[types.Byte])
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
