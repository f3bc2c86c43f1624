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
	name := c.subject(elem)
	if name == nil || n < minPage || c.flow(cur).how != "appended" {
		return
	}
	if s, ok := c.savingOf(name.Type().Underlying().(*types.Struct)); ok && s.element > 0 {
		how := fmt.Sprintf("made %d at a time in %s, %d -> %d bytes per element", n, c.Heat.Function(cur), s.size, s.best)
		c.UseIf(name, cur, how, heat.Anywhere)
	}
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
