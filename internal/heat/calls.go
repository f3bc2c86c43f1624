package heat

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// call records a call and the functions passed to it.
func (g *graph) call(cur inspector.Cursor, call *ast.CallExpr) {
	switch tv := g.info.Types[call.Fun]; {
	case tv.IsType():
		if slot := g.typeNode(tv.Type); slot >= 0 {
			g.flowTo(slot, g.target(call.Args[0]))
		}
		return
	case tv.IsBuiltin():
		return
	}
	callee := query.Callee(g.info, call)
	if callee != nil {
		g.register(callee, call)
	}
	g.guard(call)
	g.mounts(cur, call)
	if callee == nil || !g.outside(callee) {
		g.call1(cur, g.target(call.Fun), call.Pos())
	}
	for i, arg := range call.Args {
		if t := g.typeOf(arg); t == nil || !holdsFunc(t) {
			continue
		}
		fn := g.target(arg)
		if fn < 0 {
			continue
		}
		g.pass(cur, callee, i, fn)
		if sig, ok := g.typeOf(call.Fun).Underlying().(*types.Signature); ok {
			if slot := g.typeNode(paramType(sig, i)); slot >= 0 {
				g.flowTo(slot, fn)
			}
		}
	}
}

// pass records that fn is passed as argument i to callee.
func (g *graph) pass(cur inspector.Cursor, callee *types.Func, i int, fn int32) {
	switch c := callbackOf(callee, i); c {
	case callsOnce:
		if g.nodes[fn].kind == kindLit && !g.nodes[fn].hot {
			g.nodes[fn].cold = "runs once (" + FuncName(callee) + ")"
		} else if e, ok := g.site(cur, fn); ok {
			e.cold = true
			g.links = append(g.links, e)
		}
		return
	case callsPerElement, callsPerMessage:
		if e, ok := g.site(cur, fn); ok {
			if e.loop == token.NoPos {
				e.loop = cur.Node().Pos()
			}
			e.element = e.request != ""
			if c == callsPerMessage {
				e.request, e.element = "Kafka consumer loop", false
			}
			g.links = append(g.links, e)
		}
		return
	case callsHere:
		g.call1(cur, fn, cur.Node().Pos())
		return
	}
	// It is called, if at all, on behalf of whoever passes it, not of everybody
	// who calls the same callee; whether in a loop, the callee tells.
	e, ok := g.site(cur, fn)
	if !ok {
		return
	}
	e.loop, e.nested, e.stream, e.cond = token.NoPos, false, false, true
	if callee != nil && !g.outside(callee) {
		if n := callee.Signature().Params().Len(); n > 0 {
			e.via = g.keyed(paramKey(callee, min(i, n-1)), kindParam, callee)
			g.flowTo(e.via, fn)
		}
	}
	g.links = append(g.links, e)
}

// call1 records one call of the node to at cur.
func (g *graph) call1(cur inspector.Cursor, to int32, pos token.Pos) {
	if to < 0 {
		return
	}
	if e, ok := g.site(cur, to); ok {
		e.pos = pos
		e.spawn = cur.ParentEdgeKind() == edge.GoStmt_Call
		g.links = append(g.links, e)
	}
}

// site returns an edge from the function around cur to the node to.
func (g *graph) site(cur inspector.Cursor, to int32) (link, bool) {
	fn, l := g.around(cur)
	if fn == to {
		return link{}, false // recursion proves nothing
	}
	if g.inTest(cur.Node().Pos()) {
		return g.benchmark(cur, to)
	}
	return link{
		from: fn, to: to, pos: cur.Node().Pos(), loop: l.loop, nested: l.nested, stream: l.stream, few: l.few, own: l.own,
		request: l.request, element: l.element, cond: l.cond, chosen: l.chosen, picked: l.picked, kind: l.kind, changes: l.changes, cold: l.cold != "",
	}, true
}
