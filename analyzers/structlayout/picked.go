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

// rareKind reports whether cur makes an object of the type t for one of many kinds
// of input, and nothing else shows that this is a common one: a loop of the
// package that makes one, or another case of the switch.
func (c *checker) rareKind(cur inspector.Cursor, t types.Type) bool {
	clause := manyCase(cur)
	if !clause.Valid() {
		return false
	}
	here := false
	for file := range c.Files() {
		for lit := range file.Preorder((*ast.CompositeLit)(nil)) {
			switch {
			case !types.Identical(c.typeOf(lit.Node().(*ast.CompositeLit)), t):
			case clause.Contains(lit):
				here = true
			case clause.Parent().Contains(lit) || inLoop(lit):
				return false
			}
		}
	}
	return here
}

// manyCase returns the case of a switch of many in which cur stands, in the loop
// around it, or in the function if there is none.
func manyCase(cur inspector.Cursor) (clause inspector.Cursor) {
	for c := range cur.Enclosing((*ast.CaseClause)(nil), (*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if _, ok := c.Node().(*ast.CaseClause); !ok {
			break
		}
		if list := c.Parent().Node().(*ast.BlockStmt).List; len(list) >= manyCases {
			return c
		}
	}
	return inspector.Cursor{}
}

// inLoop reports whether a loop stands around cur in its function.
func inLoop(cur inspector.Cursor) bool {
	fn := query.Func(cur)
	for loop := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		return fn.Valid() && fn.Contains(loop)
	}
	return false
}
