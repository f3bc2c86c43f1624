package stdjson

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// ofFile reports whether the JSON is read from or written to a file, state and
// configuration, whose cost is that of the file; or read from what another program
// prints.
func (c *checker) ofFile(s *call) bool {
	switch s.name {
	case "Encode", "Decode":
		made := c.made(s.coder)
		return made != nil && c.isFile(made.Args[0], 2)
	case "Unmarshal":
		v := c.local(s.args[0])
		return v != nil && (c.comesFrom(v, "os", "ReadFile") || c.comesFrom(v, "io/ioutil", "ReadFile") || c.printed(v) || c.readFromFile(v) || c.partOfFile(v))
	}
	v := c.result(s)
	if v == nil {
		return false
	}
	for use := range query.Uses(c.decl(s), c.TypesInfo, v) {
		call, ok := use.Parent().Node().(*ast.CallExpr)
		if !ok || use.ParentEdgeKind() != edge.CallExpr_Args {
			continue
		}
		if name := calledName(call); is(name, []string{"write", "save", "create"}) && is(name, []string{"file"}) {
			return true
		}
	}
	return false
}

// readFromFile reports whether the local variable v is filled with the content of a
// file, or a part of it.
func (c *checker) readFromFile(v *types.Var) bool {
	reads := func(call *ast.CallExpr, names ...string) bool {
		return query.IsFunc(query.Callee(c.TypesInfo, call), "io", names...) && c.isFile(call.Args[0], 2)
	}
	return slices.ContainsFunc(c.sources(v), func(e ast.Expr) bool {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		return ok && reads(call, "ReadAll")
	}) || slices.ContainsFunc(c.mentions(v), func(use inspector.Cursor) bool {
		call, ok := use.Parent().Node().(*ast.CallExpr)
		return ok && use.ParentEdgeKind() == edge.CallExpr_Args && reads(call, "ReadFull", "ReadAtLeast")
	})
}

// partOfFile reports whether the local variable v is an element of what was decoded
// from a file.
func (c *checker) partOfFile(v *types.Var) bool {
	if c.parting[v] {
		return false
	}
	c.parting[v] = true
	defer delete(c.parting, v)
	wholes := c.sources(v)
	for _, use := range c.mentions(v) {
		if use.ParentEdgeKind() == edge.RangeStmt_Value {
			wholes = append(wholes, use.Parent().Node().(*ast.RangeStmt).X)
		}
	}
	return slices.ContainsFunc(wholes, func(e ast.Expr) bool {
		if index, ok := ast.Unparen(e).(*ast.IndexExpr); ok {
			e = index.X
		}
		whole := c.local(e)
		return whole != nil && whole != v && slices.ContainsFunc(c.calls, func(s *call) bool {
			return !s.encodes() && c.pointee(s.value) == whole && c.ofFile(s)
		})
	})
}

// isFile reports whether e is a file: by its type, or since it is a parameter that
// all callers in the package pass one for, through so many functions.
func (c *checker) isFile(e ast.Expr, depth int) bool {
	if query.IsNamed(c.TypesInfo.TypeOf(e), "os", "File") {
		return true
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok || depth == 0 {
		return false
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.Kind() != types.ParamVar {
		return false
	}
	passed := false
	for file := range c.Files() {
		for cur := range file.Preorder((*ast.CallExpr)(nil)) {
			call := cur.Node().(*ast.CallExpr)
			fn := query.Callee(c.TypesInfo, call)
			if fn == nil {
				continue
			}
			i := 0
			for param := range fn.Signature().Params().Variables() {
				if param == v && i < len(call.Args) {
					if !c.isFile(call.Args[i], depth-1) {
						return false
					}
					passed = true
				}
				i++
			}
		}
	}
	return passed
}
