package stdjson

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// Values below which marshalling costs less than a microsecond: a map is
// sorted, and its elements are boxed.
const (
	fewInMap    = 4
	fewInStruct = 2 * few
)

// invariant reports a value made of constants that is marshalled each time.
func (c *checker) invariant(s *call) bool {
	if !s.encodes() {
		return false
	}
	lit := c.literal(s.value)
	if lit == nil || !c.isConstant(lit) {
		return false
	}
	least := fewInStruct
	if isMap(c.TypesInfo.TypeOf(lit)) {
		least = fewInMap
	}
	if n := c.size(lit); n < least || n >= many {
		return false
	}
	c.said[s.expr] = true
	c.waste(s, rule.Finding{
		Cur:     s.cur,
		Message: "a value that never changes is marshalled on each call",
		Remedy:  "marshal it once, into a package-level variable",
		Cost:    "2.1 µs and 14 allocations for a map of 6 values",
		Warn:    heat.Request,
		Effect:  "marshals a value that never changes",
	})
	return true
}

// literal returns the composite literal that e stands for: itself, or the only
// value of a variable that is never changed.
func (c *checker) literal(e ast.Expr) *ast.CompositeLit {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op.String() == "&" {
		e = ast.Unparen(u.X)
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		return e
	case *ast.Ident:
		v, ok := c.TypesInfo.Uses[e].(*types.Var)
		if !ok || v.Kind() != types.LocalVar && (v.Kind() != types.PackageVar || v.Exported()) {
			return nil
		}
		return c.onlyLiteral(v)
	}
	return nil
}

// onlyLiteral returns the literal that v is declared with, if nothing but
// encoding is ever done with v.
func (c *checker) onlyLiteral(v *types.Var) *ast.CompositeLit {
	var only *ast.CompositeLit
	for _, id := range c.mentions(v) {
		var value ast.Expr
		if id.ParentEdgeKind() == edge.UnaryExpr_X {
			id = id.Parent() // &v
		}
		switch parent := id.Parent().Node().(type) {
		case *ast.CallExpr:
			if id.ParentEdgeKind() == edge.CallExpr_Args && c.call(id.Parent()) != nil {
				continue
			}
		case *ast.ValueSpec:
			if len(parent.Names) == len(parent.Values) && only == nil {
				_, i := id.ParentEdge()
				value = parent.Values[i]
			}
		case *ast.AssignStmt:
			if kind, i := id.ParentEdge(); kind == edge.AssignStmt_Lhs && len(parent.Lhs) == len(parent.Rhs) && only == nil {
				value = parent.Rhs[i]
			}
		}
		if value == nil {
			return nil
		}
		value = ast.Unparen(value)
		if u, ok := value.(*ast.UnaryExpr); ok && u.Op.String() == "&" {
			value = ast.Unparen(u.X)
		}
		lit, ok := value.(*ast.CompositeLit)
		if !ok {
			return nil
		}
		only = lit
	}
	return only
}

// isConstant reports whether the literal holds constants alone.
func (c *checker) isConstant(e ast.Expr) bool {
	e = ast.Unparen(e)
	if tv := c.TypesInfo.Types[e]; tv.Value != nil || tv.IsNil() {
		return true
	}
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op.String() == "&" {
		e = ast.Unparen(u.X)
	}
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return false
	}
	_, inMap := c.TypesInfo.TypeOf(lit).Underlying().(*types.Map)
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if inMap && !c.isConstant(kv.Key) {
				return false
			}
			elt = kv.Value
		}
		if !c.isConstant(elt) {
			return false
		}
	}
	return true
}
