package structlayout

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// minPage is the number of elements from which on arrays that are appended to a
// list of such are the pages of an arena.
const minPage = 32

// page records a call of new or make for a page of an arena: somebody took the
// trouble since there are so many of its elements, whatever shows how often
// pages are made.
func (c *checker) page(cur inspector.Cursor, call *ast.CallExpr) {
	elem, n := c.pageOf(call)
	if n < minPage || len(c.parts(elem)) == 0 || c.flow(cur).how != "appended" {
		return
	}
	c.paged(cur, elem, fmt.Sprintf("made %d at a time", n))
}

// paged records that cur takes values of type t from an arena.
func (c *checker) paged(cur inspector.Cursor, t types.Type, how string) {
	for _, p := range c.parts(t) {
		if c.matters(p.size-p.best, p.size) {
			what := fmt.Sprintf("%s%s in %s, %d -> %d bytes per element", p.in(t), how, c.Heat.Function(cur), p.size, p.best)
			c.UseIf(p.subject, cur, what, heat.Anywhere)
		}
	}
}

// fromArena records a call of a method of a generic arena that hands out one of
// its elements.
func (c *checker) fromArena(cur inspector.Cursor, call *ast.CallExpr) {
	if t := c.arenaCall(call); t != nil {
		c.paged(cur, t, "taken from pages")
	}
}

// arenaCall returns the type of the elements that call takes from a generic
// arena, if they are or hold subjects; nil otherwise.
func (c *checker) arenaCall(call *ast.CallExpr) types.Type {
	p, ok := c.typeOf(call).(*types.Pointer)
	if !ok || len(c.parts(p.Elem())) == 0 {
		return nil
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	arena, ok := types.Unalias(deref(c.typeOf(sel.X))).(*types.Named)
	if !ok || !pages(arena, p.Elem(), maxHeld) {
		return nil
	}
	return p.Elem()
}

// pages reports whether values of the generic type arena hold pages of elem, a
// list of arrays, also in a generic type that they are made of.
func pages(arena *types.Named, elem types.Type, depth int) bool {
	s, ok := arena.Underlying().(*types.Struct)
	if !ok || arena.TypeArgs() == nil || depth == 0 {
		return false
	}
	for f := range s.Fields() {
		if list, ok := f.Type().Underlying().(*types.Slice); ok {
			if a, ok := deref(list.Elem()).Underlying().(*types.Array); ok && a.Len() >= minPage && types.Identical(a.Elem(), elem) {
				return true
			}
		}
		if inner, ok := types.Unalias(deref(f.Type())).(*types.Named); ok && inner != arena && pages(inner, elem, depth-1) {
			return true
		}
	}
	return false
}

// pageOf returns the type and the number of the elements that new([n]T) or
// make([]T, n), make([]T, 0, n) makes, where the number is a constant.
func (c *checker) pageOf(call *ast.CallExpr) (elem types.Type, n int64) {
	switch t := c.typeOf(call).Underlying().(type) {
	case *types.Pointer:
		if a, ok := t.Elem().Underlying().(*types.Array); ok {
			return a.Elem(), a.Len()
		}
	case *types.Slice:
		if v := c.TypesInfo.Types[call.Args[len(call.Args)-1]].Value; v != nil {
			n, _ := constant.Int64Val(constant.ToInt(v))
			return t.Elem(), n
		}
	}
	return types.Typ[types.Invalid], 0
}
