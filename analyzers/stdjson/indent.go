package stdjson

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// indented reports JSON that is indented for a reader who is a program. Where
// something chooses between indented and compact output or how it is indented, or a
// function is called after that, a person asked for it.
func (c *checker) indented(s *call) bool {
	where := s.cur
	switch s.name {
	case "MarshalIndent":
		if !c.indents(s.args[1:]) {
			return false
		}
	case "Encode":
		if c.local(s.coder) == nil || c.made(s.coder) == nil {
			return false
		}
		set, ok := c.setIndent(s)
		if !ok {
			return false
		}
		where = set
	default:
		return false
	}
	if c.size(s.value) < few || c.ofFile(s) || c.configures(s) || c.downloads(s) || isPretty(s.function()) || !c.responds(s) || c.chosen(where, nil, nil) {
		return false
	}
	c.said[s.expr] = true
	c.waste(s, rule.Finding{
		Cur:     where,
		Message: "JSON is indented on each call",
		Remedy:  "compact output, unless people read it",
		Cost:    "2.6 times the time and 2.2 times the memory of compact output",
		Warn:    heat.Request,
		Effect:  "indents JSON",
		Group:   "indent",
	})
	return true
}

// indents reports whether the prefix and the indentation that args are stand there, and
// not both are empty. A variable is for others to choose.
func (c *checker) indents(args []ast.Expr) bool {
	return slices.ContainsFunc(args, func(arg ast.Expr) bool {
		return c.TypesInfo.Types[arg].Value != nil && !c.isText(arg, "")
	})
}

// isPretty reports whether the name of a function says that its text is for people.
func isPretty(name string) bool {
	return slices.ContainsFunc(heat.Words(name), func(w string) bool { return strings.HasPrefix(w, "pretty") })
}

// setIndent returns the one call of SetIndent on the encoder of s.
func (c *checker) setIndent(s *call) (inspector.Cursor, bool) {
	var found inspector.Cursor
	for use := range query.Uses(c.decl(s), c.TypesInfo, c.local(s.coder)) {
		if use.ParentEdgeKind() != edge.SelectorExpr_X || use.Parent().ParentEdgeKind() != edge.CallExpr_Fun {
			continue
		}
		call := use.Parent().Parent()
		expr := call.Node().(*ast.CallExpr)
		if !query.IsMethod(query.Callee(c.TypesInfo, expr), jsonPath, "Encoder", "SetIndent") || len(expr.Args) != 2 {
			continue
		}
		if found.Valid() || !c.indents(expr.Args) {
			return found, false
		}
		found = call
	}
	return found, found.Valid()
}

// responds reports whether what s makes is seen to go into a response: the
// encoder writes to it, or the bytes are passed with or to it.
func (c *checker) responds(s *call) bool {
	if s.name == "Encode" {
		return c.isResponse(c.made(s.coder).Args[0])
	}
	text, _ := c.target(s)
	if text == nil {
		return false
	}
	for use := range query.Uses(c.decl(s), c.TypesInfo, text) {
		if conv := use.Parent(); c.converts(conv, types.String) {
			use = conv
		}
		call, ok := use.Parent().Node().(*ast.CallExpr)
		if !ok || use.ParentEdgeKind() != edge.CallExpr_Args {
			continue
		}
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && c.isResponse(sel.X) || slices.ContainsFunc(call.Args, c.isResponse) {
			return true
		}
	}
	return false
}

// isResponse reports whether the value of e is a response, a struct that has one, or
// the context of a request in a web framework.
func (c *checker) isResponse(e ast.Expr) bool {
	t := c.TypesInfo.TypeOf(e)
	if t == nil {
		return false
	}
	if isExchange(t) {
		return true
	}
	st, ok := deref(t).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if isExchange(f.Type()) {
			return true
		}
	}
	return false
}

// isExchange reports whether t is what a handler answers with, or holds the request
// with the response.
func isExchange(t types.Type) bool {
	named, ok := deref(t).(*types.Named)
	return ok && slices.Contains([]string{"ResponseWriter", "Context", "Ctx", "RequestCtx"}, named.Obj().Name()) &&
		named.Obj().Pkg() != nil && named.Obj().Pkg().Path() != "context"
}

// downloads reports whether the function sends a file, which people read.
func (c *checker) downloads(s *call) bool {
	for cur := range c.decl(s).Preorder((*ast.BasicLit)(nil)) {
		if strings.EqualFold(cur.Node().(*ast.BasicLit).Value, `"Content-Disposition"`) {
			return true
		}
	}
	return false
}
