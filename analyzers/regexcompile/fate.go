package regexcompile

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// fate says what becomes of a value.
type fate int

const (
	dropped fate = iota // used, and gone with the call
	passed              // given to a function or caller that may keep it
	kept                // stored: in a field, an element, a package variable, a closure that is
)

// fate follows the value of the expression at cur. bound tells that the value
// is a function that holds the compiled pattern: a closure or method value.
func (c *checker) fate(cur inspector.Cursor, bound bool) fate {
	parent := cur.Parent()
	switch kind, i := cur.ParentEdge(); kind {
	case edge.ParenExpr_X, edge.TypeAssertExpr_X, edge.StarExpr_X, edge.UnaryExpr_X:
		return c.fate(parent, bound)
	case edge.SelectorExpr_X:
		if parent.ParentEdgeKind() == edge.CallExpr_Fun {
			return dropped
		}
		return c.fate(parent, true)
	case edge.CallExpr_Fun, edge.ExprStmt_X, edge.BinaryExpr_X, edge.BinaryExpr_Y, edge.RangeStmt_X:
		return dropped
	case edge.CallExpr_Args:
		return c.fateOfArg(parent, bound)
	case edge.AssignStmt_Rhs:
		assign := parent.Node().(*ast.AssignStmt)
		return c.fateIn(parent, assign.Lhs[i], bound)
	case edge.ValueSpec_Values:
		return c.fateIn(parent, parent.Node().(*ast.ValueSpec).Names[i], bound)
	case edge.ReturnStmt_Results:
		return c.fateOfResult(cur, bound)
	case edge.CompositeLit_Elts, edge.KeyValueExpr_Key, edge.KeyValueExpr_Value, edge.SendStmt_Value, edge.IndexExpr_Index:
		return kept
	}
	return passed
}

// storeWords start the names of functions that keep what they are given.
var storeWords = []string{
	"Add", "Append", "Cache", "Insert", "Keep", "LoadOrStore", "New", "Push",
	"Put", "Register", "Set", "Store", "Swap", "With",
}

// routes are the names of functions that register a handler.
var routes = map[string]bool{
	"Handle": true, "HandleFunc": true, "Route": true, "Group": true, "Use": true, "On": true,
	"Get": true, "Post": true, "Delete": true, "Patch": true, "Any": true,
	"GET": true, "POST": true, "PUT": true, "DELETE": true, "PATCH": true,
}

// callers are the packages whose functions call the functions they are given
// and keep none.
var callers = map[string]bool{
	"bytes": true, "io/fs": true, "maps": true, "path/filepath": true,
	"slices": true, "sort": true, "strings": true,
}

// fateOfArg follows an argument of the call at cur.
func (c *checker) fateOfArg(cur inspector.Cursor, bound bool) fate {
	call := cur.Node().(*ast.CallExpr)
	switch tv := c.TypesInfo.Types[call.Fun]; {
	case tv.IsType():
		return c.fate(cur, bound)
	case tv.IsBuiltin():
		if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && id.Name == "append" {
			return kept
		}
		return dropped
	}
	fn := query.Callee(c.TypesInfo, call)
	if fn == nil {
		return passed
	}
	switch {
	case stores(fn.Name()), bound && routes[fn.Name()]:
		return kept
	case bound && fn.Pkg() != nil && callers[fn.Pkg().Path()]:
		return dropped
	case len(call.Args) == 1 && query.IsNamed(c.TypesInfo.TypeOf(call), "regexp", "Regexp"):
		return c.fate(cur, bound) // must(regexp.Compile(p))
	}
	return passed
}

// stores reports whether the name of a function, upper or lower case, says
// that it keeps what it is given.
func stores(name string) bool {
	upper := strings.ToUpper(name[:1]) + name[1:]
	return slices.ContainsFunc(storeWords, func(word string) bool {
		rest, ok := strings.CutPrefix(upper, word)
		return ok && (rest == "" || rest[0] < 'a' || rest[0] > 'z')
	})
}

// fateIn follows a value assigned to lhs.
func (c *checker) fateIn(cur inspector.Cursor, lhs ast.Expr, bound bool) fate {
	id, ok := ast.Unparen(lhs).(*ast.Ident)
	if !ok {
		return kept // a field, an element, what a pointer points to
	}
	v, ok := c.TypesInfo.ObjectOf(id).(*types.Var)
	switch {
	case !ok:
		return dropped // the blank identifier
	case v.Kind() == types.PackageVar:
		return kept
	case v.Kind() == types.ResultVar:
		return max(passed, c.fateOfVar(cur, v, bound))
	}
	return c.fateOfVar(cur, v, bound)
}

// fateOfVar follows the value of a local variable to all its uses.
func (c *checker) fateOfVar(cur inspector.Cursor, v *types.Var, bound bool) fate {
	if c.followed[v] {
		return dropped
	}
	c.followed[v] = true
	defer delete(c.followed, v)
	end := dropped
	for use := range query.Uses(topDecl(cur), c.TypesInfo, v) {
		if use.ParentEdgeKind() == edge.AssignStmt_Lhs {
			continue
		}
		end = max(end, c.fate(use, bound))
		for lit := range use.Enclosing((*ast.FuncLit)(nil)) {
			if within(lit.Node(), v.Pos()) {
				break
			}
			end = max(end, c.fate(lit, true))
		}
	}
	return end
}

// fateOfResult follows what the function around cur returns.
func (c *checker) fateOfResult(cur inspector.Cursor, bound bool) fate {
	if bound {
		return kept // the function is a factory
	}
	fn := query.Func(cur)
	if _, decl := fn.Node().(*ast.FuncDecl); decl {
		return passed
	}
	switch fn.ParentEdgeKind() {
	case edge.CallExpr_Fun:
		return c.fate(fn.Parent(), false)
	case edge.AssignStmt_Rhs, edge.ValueSpec_Values:
		return passed
	}
	return kept // a callback that makes the value for somebody
}
