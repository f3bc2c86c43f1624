package structlayout

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// object records that &x allocates, where x is a literal or a variable of a
// subject's type.
func (c *checker) object(cur inspector.Cursor, x ast.Expr) {
	t := c.typeOf(x)
	if len(c.parts(t)) == 0 || c.reuses(cur) {
		return
	}
	switch x := ast.Unparen(x).(type) {
	case *ast.CompositeLit:
		if f := c.flow(cur); f.how != "" && !c.ownsBuffer(x) {
			c.allocated(cur, t, f.how)
		}
	case *ast.Ident:
		v, ok := c.TypesInfo.Uses[x].(*types.Var)
		if !ok || v.Kind() != types.LocalVar {
			return
		}
		if f := c.flow(cur); f.how != "" {
			c.allocated(c.declaration(cur, v), t, f.how)
		}
	}
}

// minBuffer is the number of elements from which on what an object owns weighs so
// much more than its padding that there are few of these objects.
const minBuffer = 256

// ownsBuffer reports whether a field of lit is set to a slice of a fixed number of
// elements that is made for it.
func (c *checker) ownsBuffer(lit *ast.CompositeLit) bool {
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || builtin(c.TypesInfo, call) != "make" {
			continue
		}
		if _, n := c.pageOf(call); n >= minBuffer {
			return true
		}
	}
	return false
}

// besideBuffer reports whether the loop around cur makes a buffer of a fixed number
// of elements in each turn: that weighs so much more than the padding.
func (c *checker) besideBuffer(cur inspector.Cursor) bool {
	for loop := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		switch loop.Node().(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return false
		}
		for call := range loop.Preorder((*ast.CallExpr)(nil)) {
			n := call.Node().(*ast.CallExpr)
			if builtin(c.TypesInfo, n) != "make" || n.Pos() > cur.Node().Pos() || !c.everyTurn(call, loop) {
				continue
			}
			if _, size := c.pageOf(n); size >= minBuffer {
				return true
			}
		}
		return false
	}
	return false
}

// everyTurn reports whether cur stands in the body of loop under no condition and
// in no other loop.
func (c *checker) everyTurn(cur, loop inspector.Cursor) bool {
	for n := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.IfStmt)(nil), (*ast.CaseClause)(nil), (*ast.CommClause)(nil), (*ast.FuncLit)(nil)) {
		return n == loop
	}
	return false
}

// boxed records a literal that becomes the value of an interface.
func (c *checker) boxed(cur inspector.Cursor, lit *ast.CompositeLit) {
	t := c.typeOf(lit)
	if len(c.parts(t)) == 0 {
		return
	}
	if f := c.flow(cur); f.how != "" && f.dest != nil && types.IsInterface(f.dest) {
		c.allocated(cur, t, f.how)
	}
}

// allocated records that cur allocates an object of type t.
func (c *checker) allocated(cur inspector.Cursor, t types.Type, how string) {
	if _, isArray := types.Unalias(t).(*types.Array); isArray || !cur.Valid() || c.pooled(cur) || c.rareKind(cur, t) || c.onceEach(cur) {
		return
	}
	for _, p := range c.parts(t) {
		if !c.matters(p.block-p.bestBlock, p.block) {
			continue
		}
		what := ""
		if p.held {
			what = "object"
		}
		if !p.held && (p.block-p.bestBlock)*100 >= p.block*largeShare && c.growsTree(cur, t, how) {
			c.UseIf(p.subject, cur, "allocated and "+how+" per child in "+c.Heat.Function(cur), heat.Anywhere)
			continue
		}
		c.use(p.subject, cur, t, p.in(t)+"allocated and "+how, what, p.block, p.bestBlock)
	}
}

// pooled reports whether cur stands in a function that takes objects from a
// sync.Pool, or makes them for one: few are made, and they are used again.
func (c *checker) pooled(cur inspector.Cursor) bool {
	fn := query.Func(cur)
	if !fn.Valid() {
		return true // a package variable: made once
	}
	if kv, ok := fn.Parent().Node().(*ast.KeyValueExpr); ok && fn.ParentEdgeKind() == edge.KeyValueExpr_Value {
		if key, ok := kv.Key.(*ast.Ident); ok && key.Name == "New" {
			if lit, ok := fn.Parent().Parent().Node().(*ast.CompositeLit); ok && query.IsNamed(c.typeOf(lit), "sync", "Pool") {
				return true
			}
		}
	}
	for call := range fn.Preorder((*ast.CallExpr)(nil)) {
		if query.IsMethod(query.Callee(c.TypesInfo, call.Node().(*ast.CallExpr)), "sync", "Pool", "Get") {
			return true
		}
	}
	return false
}

// declaration returns the statement that declares the local variable v.
func (c *checker) declaration(cur inspector.Cursor, v *types.Var) inspector.Cursor {
	for decl := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		for id := range decl.Preorder((*ast.Ident)(nil)) {
			if c.TypesInfo.Defs[id.Node().(*ast.Ident)] == v {
				return id
			}
		}
	}
	return inspector.Cursor{}
}
