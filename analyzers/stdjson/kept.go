package stdjson

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// cacheWords are words in the names of what keeps texts to answer with them later.
var cacheWords = []string{"cache", "cached", "caches"}

// isCached reports whether the text that s makes is put into a cache: the next
// requests do without s.
func (c *checker) isCached(s *call) bool {
	return slices.ContainsFunc(c.textUses(s), func(use inspector.Cursor) bool {
		if conv := use.Parent(); c.converts(conv, types.String) {
			use = conv
		}
		call, ok := use.Parent().Node().(*ast.CallExpr)
		if !ok || use.ParentEdgeKind() != edge.CallExpr_Args {
			return false
		}
		if is(calledName(call), cacheWords) {
			return true
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		return ok && is(query.LastName(sel.X), cacheWords)
	})
}

// isKept reports whether the text that s makes goes nowhere but into variables, maps
// and fields.
func (c *checker) isKept(s *call) bool {
	uses := c.textUses(s)
	return len(uses) > 0 && !slices.ContainsFunc(uses, func(use inspector.Cursor) bool {
		return use.ParentEdgeKind() != edge.AssignStmt_Rhs
	})
}

// textUses returns where the text that s makes is used.
func (c *checker) textUses(s *call) []inspector.Cursor {
	text, target := c.target(s)
	if text == nil || !s.encodes() {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(c.mentions(text)), func(use inspector.Cursor) bool {
		return use.Node() == target || use.ParentEdgeKind() == edge.AssignStmt_Lhs || use.ParentEdgeKind() == edge.ValueSpec_Names
	})
}

// isUnwrapped reports whether s decodes what came as base64: a part of a token or of
// what is signed, to check which takes longer.
func (c *checker) isUnwrapped(s *call) bool {
	if s.name != "Unmarshal" {
		return false
	}
	text := c.local(s.args[0])
	return text != nil && slices.ContainsFunc(c.sources(text), func(e ast.Expr) bool {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		return ok && query.IsMethod(query.Callee(c.TypesInfo, call), "encoding/base64", "Encoding", "DecodeString", "AppendDecode")
	})
}
