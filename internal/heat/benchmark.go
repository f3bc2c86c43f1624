package heat

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// benchmark returns the edge that a call in a test file makes: heat, if it
// stands in the timed loop of a benchmark. What such a loop measures, somebody
// wants fast; nothing is reported in the test file itself.
func (g *graph) benchmark(cur inspector.Cursor, to int32) (link, bool) {
	if g.nodes[to].pos.IsValid() && g.inTest(g.nodes[to].pos) && g.nodes[to].kind == kindFunc {
		return link{}, false
	}
	name, timed := "", false
	for c := cur; c.Valid() && c.Node() != nil; c = c.Parent() {
		switch n := c.Node().(type) {
		case *ast.ForStmt:
			timed = timed || g.isTimed(n.Cond) && !g.timerStopped(n.Body, cur.Node().Pos())
		case *ast.RangeStmt:
			timed = timed || g.isTimed(n.X) && !g.timerStopped(n.Body, cur.Node().Pos())
		case *ast.FuncDecl:
			name = n.Name.Name
		}
	}
	if !timed || name == "" {
		return link{}, false
	}
	if _, l := g.around(cur); l.cold != "" {
		return link{}, false // what a failing benchmark does
	}
	root := g.keyed("benchmark "+name, kindRoot, nil)
	g.nodes[root].evidence, g.nodes[root].needs = "benchmark "+name, Element
	return link{from: root, to: to, pos: cur.Node().Pos()}, true
}

// isTimed reports whether e, the condition or operand of a loop, is that of a
// benchmark: b.N, b.Loop(), pb.Next().
func (g *graph) isTimed(e ast.Expr) bool {
	if e == nil {
		return false
	}
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			obj := g.info.Uses[sel.Sel]
			if obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "testing" {
				switch obj.Name() {
				case "N", "Loop", "Next":
					found = true
				}
			}
		}
		return !found
	})
	return found
}

// timerStopped reports whether the body of a timed loop stops the benchmark's
// timer before pos and does not start it again.
func (g *graph) timerStopped(body *ast.BlockStmt, pos token.Pos) bool {
	stopped := false
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil || n.Pos() >= pos {
			return false
		}
		if call, ok := n.(*ast.CallExpr); ok {
			if fn := query.Callee(g.info, call); fn != nil {
				switch fn.FullName() {
				case "(*testing.B).StopTimer":
					stopped = true
				case "(*testing.B).StartTimer":
					stopped = false
				}
			}
		}
		return true
	})
	return stopped
}
