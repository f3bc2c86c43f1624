package stdjson

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// shortText is the length up to which a constant text is decoded in less than a
// microsecond.
const shortText = 100

// decodeCost is what decoding costs that need not be done, see bench/stdjson.
const decodeCost = "8.2 µs and 24 allocations for an object of 11 fields, 360 µs for 18 KB"

// fixed reports a text that never changes and is decoded each time: a constant,
// or a variable that a //go:embed directive fills.
func (c *checker) fixed(s *call) bool {
	if s.encodes() {
		return false
	}
	text := c.textOf(s)
	if text == nil || !c.neverChanges(text) {
		return false
	}
	name := "a constant JSON text"
	switch text.(type) {
	case *ast.Ident:
		name = "the JSON in " + types.ExprString(text) + ", which never changes,"
	}
	c.said[s.expr] = true
	c.waste(s, rule.Finding{
		Cur:     s.cur,
		Message: fmt.Sprintf("%s is decoded on each call", name),
		Remedy:  "decode it once, with sync.OnceValue",
		Cost:    decodeCost,
		Warn:    heat.Request,
		Effect:  "decodes JSON that never changes",
	})
	return true
}

// textOf returns what s decodes, without conversions and readers around it.
func (c *checker) textOf(s *call) ast.Expr {
	e := s.args[0]
	if s.name == "Decode" {
		made := c.made(s.coder)
		if made == nil {
			return nil
		}
		e = made.Args[0]
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && len(call.Args) == 1 {
		fn := query.Callee(c.TypesInfo, call)
		if query.IsFunc(fn, "strings", "NewReader") || query.IsFunc(fn, "bytes", "NewReader", "NewBuffer", "NewBufferString") {
			e = call.Args[0]
		}
	}
	return c.converted(e)
}

// converted returns what the conversions of e convert.
func (c *checker) converted(e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !c.TypesInfo.Types[call.Fun].IsType() {
			return e
		}
		e = call.Args[0]
	}
}

// neverChanges reports whether e is a constant, or a variable of the package
// that is embedded, or has a constant value, and is never set.
func (c *checker) neverChanges(e ast.Expr) bool {
	if value := c.TypesInfo.Types[e].Value; value != nil {
		return value.Kind() == constant.String && len(constant.StringVal(value)) > shortText
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.Kind() != types.PackageVar || v.Exported() || v.Pkg() != c.Pkg {
		return false
	}
	return !slices.ContainsFunc(c.mentions(v), func(use inspector.Cursor) bool {
		if use.ParentEdgeKind() != edge.ValueSpec_Names {
			return writes(use) || use.ParentEdgeKind() == edge.IndexExpr_X && writes(use.Parent())
		}
		spec, _ := use.Parent().Node().(*ast.ValueSpec)
		if len(spec.Values) == 0 {
			return !isEmbedded(use.Parent())
		}
		return len(spec.Values) != len(spec.Names) || !c.neverChanges(c.converted(spec.Values[use.ParentEdgeIndex()]))
	})
}

// isEmbedded reports whether a //go:embed directive fills the variable that the
// specification at cur declares.
func isEmbedded(cur inspector.Cursor) bool {
	docs := []*ast.CommentGroup{cur.Node().(*ast.ValueSpec).Doc}
	if decl, ok := cur.Parent().Node().(*ast.GenDecl); ok {
		docs = append(docs, decl.Doc)
	}
	return slices.ContainsFunc(docs, func(doc *ast.CommentGroup) bool {
		return doc != nil && slices.ContainsFunc(doc.List, func(line *ast.Comment) bool { return strings.HasPrefix(line.Text, "//go:embed ") })
	})
}
