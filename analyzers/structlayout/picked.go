package structlayout

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// manyCases is the number of cases from which on a switch tells many kinds of
// input apart.
const manyCases = 4

// commonCase is the share of the cases of a switch, one of so many, that make an
// object which is then no rare one.
const commonCase = 8

// rareKind reports whether cur makes an object of the type t for one of many kinds
// of input, and nothing else shows that this is a common one: a loop elsewhere in
// the package that makes one, or another case of the switch.
func (c *checker) rareKind(cur inspector.Cursor, t types.Type) bool {
	kind := manyCase(cur)
	around := kind // no other of the kinds makes one there
	if kind.Valid() {
		around = kind.Parent()
	} else if kind = c.pickedFunc(cur); !kind.Valid() {
		return false
	}
	here, others := false, make(map[ast.Node]bool)
	for file := range c.Files() {
		for value := range file.Preorder((*ast.CompositeLit)(nil), (*ast.CallExpr)(nil)) {
			switch {
			case !c.isNew(value.Node(), t):
			case kind.Contains(value):
				here = true
			case around.Valid() && around.Contains(value):
				if others[caseIn(around, value)] = true; (1+len(others))*commonCase >= len(around.Node().(*ast.BlockStmt).List) {
					return false
				}
			case !around.Valid() || inLoop(value):
				return false
			}
		}
	}
	return here
}

// caseIn returns the case of the switch with the given body in which cur stands.
func caseIn(body, cur inspector.Cursor) ast.Node {
	for c := range cur.Enclosing((*ast.CaseClause)(nil)) {
		if c.Parent().Node() == body.Node() {
			return c.Node()
		}
	}
	return nil
}

// isNew reports whether n is a literal of type t, or new(t).
func (c *checker) isNew(n ast.Node, t types.Type) bool {
	switch n := n.(type) {
	case *ast.CompositeLit:
		return types.Identical(c.typeOf(n), t)
	case *ast.CallExpr:
		return builtin(c.TypesInfo, n) == "new" && types.Identical(deref(c.typeOf(n)), t)
	}
	return false
}

// manyCase returns the case of a switch of many in which cur stands in its
// function: not the default, for what is left, often the most.
func manyCase(cur inspector.Cursor) (clause inspector.Cursor) {
	for c := range cur.Enclosing((*ast.CaseClause)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		n, ok := c.Node().(*ast.CaseClause)
		if !ok {
			break
		}
		if list := c.Parent().Node().(*ast.BlockStmt).List; len(list) >= manyCases && n.List != nil {
			return c
		}
	}
	return inspector.Cursor{}
}

// pickedFunc returns the function around cur if it is unexported and called for one
// of many kinds of input only: in one case of each switch that does.
func (c *checker) pickedFunc(cur inspector.Cursor) (decl inspector.Cursor) {
	fn := query.Func(cur)
	if !fn.Valid() {
		return decl
	}
	d, ok := fn.Node().(*ast.FuncDecl)
	if !ok || d.Name.IsExported() { // others may call it
		return decl
	}
	cases := make(map[ast.Node]inspector.Cursor) // by switch
	for _, call := range c.callsOf(c.TypesInfo.Defs[d.Name]) {
		clause := manyCase(call)
		if !clause.Valid() {
			return decl
		}
		if other, ok := cases[clause.Parent().Node()]; ok && other != clause {
			return decl
		}
		cases[clause.Parent().Node()] = clause
	}
	if len(cases) == 0 {
		return decl
	}
	return fn
}

// callsOf returns the calls of fn in the package.
func (c *checker) callsOf(fn types.Object) []inspector.Cursor {
	if c.calls == nil {
		c.calls = make(map[types.Object][]inspector.Cursor)
		for file := range c.Files() {
			for call := range file.Preorder((*ast.CallExpr)(nil)) {
				if callee := query.Callee(c.TypesInfo, call.Node().(*ast.CallExpr)); callee != nil {
					c.calls[callee] = append(c.calls[callee], call)
				}
			}
		}
	}
	return c.calls[fn]
}

// inLoop reports whether a loop stands around cur in its function.
func inLoop(cur inspector.Cursor) bool {
	fn := query.Func(cur)
	for loop := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		return fn.Valid() && fn.Contains(loop)
	}
	return false
}
