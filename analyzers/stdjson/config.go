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
)

// configures reports whether the name of the package, the function or the type says that
// the JSON is configuration: set once in a while, if also by a request.
func (c *checker) configures(s *call) bool {
	if isConfig(c.Pkg.Name()) || isConfig(s.function()) {
		return true
	}
	named, ok := deref(c.TypesInfo.TypeOf(s.value)).(*types.Named)
	return ok && isConfig(named.Obj().Name())
}

func isConfig(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc([]string{"config", "settings", "install", "setup", "migrat"}, func(word string) bool {
		return strings.Contains(name, word)
	})
}

// configWords are words for configuration in the names of variables and fields.
var configWords = []string{"cfg", "conf", "config", "configs", "configuration", "settings"}

// changeWords are words in the names of functions that make a change last.
var changeWords = []string{"apply", "changed", "modified", "persist", "reload", "save", "set", "update", "updated", "write"}

// changesConfig reports whether the function of s changes the configuration of
// the program, as a request for administration does: it calls a function that
// is named after that, or a method of a variable or field that is.
func (c *checker) changesConfig(s *call) bool {
	for cur := range c.decl(s).Preorder((*ast.CallExpr)(nil)) {
		fun := cur.Node().(*ast.CallExpr).Fun
		if is(query.LastName(fun), changeWords) && namesConfig(fun) {
			return true
		}
	}
	return false
}

// showsConfig reports whether what s encodes or decodes, or the text, is configuration
// by its name, or what it encodes is collected in a loop over configuration or is a
// part of it.
func (c *checker) showsConfig(s *call) bool {
	if text, _ := c.target(s); text != nil && s.encodes() && is(text.Name(), configWords) {
		return true
	}
	if into := c.pointee(s.value); into != nil && is(into.Name(), configWords) {
		return true
	}
	value := ast.Unparen(s.value)
	if slice, ok := value.(*ast.SliceExpr); ok {
		value = slice.X // one page
	}
	v := c.local(value)
	if v == nil || !s.encodes() {
		return false
	}
	return is(v.Name(), configWords) || c.partOfConfig(v, 2) || slices.ContainsFunc(c.mentions(v), func(use inspector.Cursor) bool {
		if use.ParentEdgeKind() != edge.AssignStmt_Lhs {
			return false
		}
		for loop := range use.Enclosing((*ast.RangeStmt)(nil)) {
			if namesConfig(loop.Node().(*ast.RangeStmt).X) {
				return true
			}
		}
		return false
	})
}

// partOfConfig reports whether v is an element of configuration or made from
// one, through so many local variables.
func (c *checker) partOfConfig(v *types.Var, depth int) bool {
	found := false
	for _, source := range c.sources(v) {
		ast.Inspect(source, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.IndexExpr:
				found = found || namesConfig(n.X)
			case *ast.CompositeLit:
				found = found || len(n.Elts) > 1 && !slices.ContainsFunc(n.Elts, func(e ast.Expr) bool { return !mentionsConfig(e) })
			case *ast.Ident:
				from := c.local(n)
				found = found || depth > 0 && from != nil && from != v && c.partOfConfig(from, depth-1)
			}
			return !found
		})
	}
	return found
}

// mentionsConfig reports whether something in e is a part of configuration.
func mentionsConfig(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		e, ok := n.(*ast.SelectorExpr)
		found = found || ok && namesConfig(e)
		return !found
	})
	return found
}

// namesConfig reports whether e is, or is selected from, something with a name
// for configuration: h.config.Routers, but not h.config.DB.Users.
func namesConfig(e ast.Expr) bool {
	if is(query.LastName(e), configWords) {
		return true
	}
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	return ok && is(query.LastName(sel.X), configWords)
}

// is reports whether name has one of the words.
func is(name string, words []string) bool {
	return slices.ContainsFunc(heat.Words(name), func(word string) bool { return slices.Contains(words, word) })
}
