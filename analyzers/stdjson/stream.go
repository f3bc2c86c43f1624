package stdjson

import (
	"fmt"
	"go/ast"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// perElement reports a decoder that is made in each turn of a loop over one
// reader. (An encoder costs nothing to make.)
func (c *checker) perElement(s *call) bool {
	if s.name != "Decode" {
		return false
	}
	made := c.made(s.coder)
	if made == nil {
		return false
	}
	id, ok := ast.Unparen(made.Args[0]).(*ast.Ident)
	if !ok {
		return false
	}
	reader, ok := c.TypesInfo.Uses[id].(*types.Var)
	if !ok {
		return false
	}
	if !c.inLoop(s.cur) {
		return false
	}
	for loop := range c.Heat.Loops(s.cur) { // the innermost
		n := loop.Node()
		if f, ok := n.(*ast.ForStmt); ok && f.Init != nil && made.Pos() < f.Init.End() {
			return false
		}
		if made.Pos() < n.Pos() || n.Pos() <= reader.Pos() && reader.Pos() < n.End() {
			return false
		}
		for id := range loop.Preorder((*ast.Ident)(nil)) {
			if x := id.Node().(*ast.Ident); c.TypesInfo.Uses[x] == reader && (writes(id) || x.Pos() < made.Pos() || made.End() < x.Pos()) {
				return false // set, reset, or read otherwise
			}
		}
		break
	}
	c.waste(s, rule.Finding{
		Cur:     s.cur,
		Message: fmt.Sprintf("a decoder of %s is made for each value, with a buffer of its own, and drops what it read ahead", reader.Name()),
		Remedy:  "make one decoder, before the loop",
		Cost:    "950 B and 8 allocations a value instead of 40 B and 2",
		Warn:    heat.Element,
	})
	return false // the codec may matter still
}
