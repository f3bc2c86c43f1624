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
		return made != nil && c.isFile(made.Args[0])
	case "Unmarshal":
		v := c.local(s.args[0])
		if v == nil {
			return c.isDecodedFile(s.args[0])
		}
		return c.comesFrom(v, "os", "ReadFile") || c.comesFrom(v, "io/ioutil", "ReadFile") || c.printed(v) || c.readFromFile(v) || c.partOfFile(v)
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
		return query.IsFunc(query.Callee(c.TypesInfo, call), "io", names...) && c.isFile(call.Args[0])
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
	if c.asking[v] {
		return false
	}
	c.asking[v] = true
	defer delete(c.asking, v)
	wholes := c.sources(v)
	for _, use := range c.mentions(v) {
		if use.ParentEdgeKind() == edge.RangeStmt_Value {
			wholes = append(wholes, use.Parent().Node().(*ast.RangeStmt).X)
		}
	}
	return slices.ContainsFunc(wholes, c.isDecodedFile)
}

// isDecodedFile reports whether e is a variable that a file was decoded into, or an
// element of it.
func (c *checker) isDecodedFile(e ast.Expr) bool {
	if index, ok := ast.Unparen(e).(*ast.IndexExpr); ok {
		e = index.X
	}
	whole := c.local(e)
	if whole == nil {
		return c.everyCaller(e, c.isDecodedFile)
	}
	return slices.ContainsFunc(c.calls, func(s *call) bool {
		return !s.encodes() && c.pointee(s.value) == whole && c.ofFile(s)
	})
}

// isFile reports whether e is a file: by its type, or since it is a parameter that
// all callers pass one for.
func (c *checker) isFile(e ast.Expr) bool {
	return query.IsNamed(c.TypesInfo.TypeOf(e), "os", "File") || c.everyCaller(e, c.isFile)
}

// everyCaller reports whether e is a parameter of an unexported function, and what
// all callers pass for it is such, which are not none.
func (c *checker) everyCaller(e ast.Expr, such func(ast.Expr) bool) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.Kind() != types.ParamVar || c.asking[v] {
		return false
	}
	c.asking[v] = true // a recursive function passes its own
	defer delete(c.asking, v)
	passed := false
	for file := range c.Files() {
		for cur := range file.Preorder((*ast.CallExpr)(nil)) {
			call := cur.Node().(*ast.CallExpr)
			fn := query.Callee(c.TypesInfo, call)
			if fn == nil || fn.Exported() {
				continue
			}
			i := 0
			for param := range fn.Signature().Params().Variables() {
				if param == v && i < len(call.Args) {
					if !such(call.Args[i]) {
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
