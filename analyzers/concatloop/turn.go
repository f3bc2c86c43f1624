package concatloop

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/cfg"

	"github.com/zenithlint/zenithlint/internal/query"
)

// turns answers what can happen between two turns of a loop: it is the control
// flow of the loop with the effects on one growing string.
type turns struct {
	loop   loop
	info   *types.Info
	blocks []*cfg.Block
	head   *cfg.Block            // entered once per turn
	here   map[*cfg.Block]effect // on entry
	nodes  map[ast.Node]effect
}

// turnsOf lays the touches over the control-flow graph of the loop's function.
func (f *finder) turnsOf(l loop, touches []touch) *turns {
	t := &turns{
		loop:   l,
		info:   f.TypesInfo,
		blocks: f.graph(l.fn).Blocks,
		here:   make(map[*cfg.Block]effect),
		nodes:  make(map[ast.Node]effect),
	}
	for _, b := range t.blocks {
		if t.isHead(b) {
			t.head = b
		}
		for _, n := range b.Nodes {
			for _, x := range touches {
				if pos := x.cur.Node().Pos(); n.Pos() <= pos && pos < n.End() {
					t.nodes[n] |= x.effect
				}
			}
		}
	}
	for _, x := range touches {
		for _, inner := range innerLoops(x, touches, l) {
			for _, b := range t.blocks {
				if b.Stmt == inner && (b.Kind == cfg.KindForLoop || b.Kind == cfg.KindRangeLoop) {
					t.here[b] |= x.effect
				}
			}
		}
	}
	return t
}

// innerLoops returns the loops inside l whose turns all do x and never grow the
// string. They are taken to run at least once.
func innerLoops(x touch, touches []touch, l loop) []ast.Stmt {
	var inner []ast.Stmt
	for c := x.cur; c.Node() != l.cur.Node() && c != l.fn; c = c.Parent() {
		switch c.ParentEdgeKind() {
		case edge.IfStmt_Body, edge.IfStmt_Else, edge.CaseClause_Body, edge.CommClause_Body, edge.FuncLit_Body:
			return inner
		case edge.RangeStmt_Key, edge.RangeStmt_Value:
			inner = append(inner, c.Parent().Node().(ast.Stmt))
		case edge.RangeStmt_Body, edge.ForStmt_Body, edge.ForStmt_Post:
			stmt := c.Parent().Node().(ast.Stmt)
			for _, y := range touches {
				if pos := y.cur.Node().Pos(); y.effect&grows != 0 && stmt.Pos() <= pos && pos < stmt.End() {
					return inner
				}
			}
			inner = append(inner, stmt)
		}
	}
	return inner
}

// isHead reports whether each turn of the loop enters b once.
func (t *turns) isHead(b *cfg.Block) bool {
	switch n := t.loop.cur.Node().(type) {
	case *ast.FuncLit:
		return b.Kind == cfg.KindBody
	case *ast.LabeledStmt:
		return b.Kind == cfg.KindLabel && b.Stmt == n
	case ast.Stmt:
		return (b.Kind == cfg.KindForBody || b.Kind == cfg.KindRangeBody) && b.Stmt == n
	}
	return false
}

// next returns the blocks of the loop that may run after b: those of the next
// turn too, but none after the loop is left.
func (t *turns) next(b *cfg.Block) []*cfg.Block {
	lit, ok := t.loop.cur.Node().(*ast.FuncLit)
	if ret := b.Return(); ok && ret != nil && !t.stops(lit, ret) {
		return []*cfg.Block{t.head}
	}
	var next []*cfg.Block
	for _, s := range b.Succs {
		done := s.Stmt == t.loop.cur.Node() && (s.Kind == cfg.KindForDone || s.Kind == cfg.KindRangeDone)
		if !done && (s.Stmt == nil || t.loop.contains(s.Stmt.Pos())) {
			next = append(next, s)
		}
	}
	return next
}

// stops reports whether the return statement of a literal called per element
// ends the calls: false for an iterator such as sync.Map.Range, SkipAll for
// filepath.WalkDir.
func (t *turns) stops(lit *ast.FuncLit, ret *ast.ReturnStmt) bool {
	if len(ret.Results) != 1 {
		return false
	}
	switch e := ast.Unparen(ret.Results[0]).(type) {
	case *ast.Ident:
		return e.Name == "false" && !strings.HasPrefix(t.calleeName(), "Inspect")
	case *ast.SelectorExpr:
		return e.Sel.Name == "SkipAll"
	}
	return false
}

// calleeName returns the name of the function that the literal of the loop is
// passed to.
func (t *turns) calleeName() string {
	for c := range t.loop.cur.Enclosing((*ast.CallExpr)(nil)) {
		if fn := query.Callee(t.info, c.Node().(*ast.CallExpr)); fn != nil {
			return fn.Name()
		}
		break
	}
	return ""
}

// repeats reports whether the string can grow in one turn and again in a later
// one, without any of the effects in between.
func (t *turns) repeats(between effect) bool {
	for _, b := range t.blocks {
		if !b.Live {
			continue
		}
		for i, n := range b.Nodes {
			if e := t.nodes[n]; e&grows != 0 && e&between == 0 && t.reaches(b, i+1, grows, between) {
				return true
			}
		}
	}
	return false
}

// any reports whether a turn may have the effect.
func (t *turns) any(e effect) bool {
	for _, have := range t.nodes {
		if have&e != 0 {
			return true
		}
	}
	return false
}

// everyTurn reports whether no turn goes by without the effect.
func (t *turns) everyTurn(e effect) bool {
	return t.head != nil && !t.reaches(t.head, 0, 0, e)
}

// reaches reports whether control can get from node i of block b to the next
// turn, and there to a node with the wanted effect (0: to the turn itself),
// avoiding nodes with the effects between.
func (t *turns) reaches(b *cfg.Block, i int, wanted, between effect) bool {
	type state struct {
		block *cfg.Block
		later bool
	}
	seen := make(map[state]bool)
	var visit func(s state, i int) bool
	visit = func(s state, i int) bool {
		for _, n := range s.block.Nodes[i:] {
			e := t.nodes[n]
			if e&between != 0 {
				return false
			}
			if s.later && e&wanted != 0 {
				return true
			}
		}
		for _, next := range t.next(s.block) {
			to := state{next, s.later || next == t.head}
			if next == t.head && wanted == 0 {
				return true
			}
			if seen[to] || t.here[next]&between != 0 {
				continue
			}
			seen[to] = true
			if visit(to, 0) {
				return true
			}
		}
		return false
	}
	return visit(state{b, false}, i)
}

// graph returns the control-flow graph of the function at cur.
func (f *finder) graph(cur inspector.Cursor) *cfg.CFG {
	g, ok := f.graphs[cur.Node()]
	if !ok {
		g = cfg.New(query.Body(cur.Node()), f.mayReturn)
		f.graphs[cur.Node()] = g
	}
	return g
}

// mayReturn reports whether a call may return to its caller.
func (f *finder) mayReturn(call *ast.CallExpr) bool {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && id.Name == "panic" && f.TypesInfo.Types[call.Fun].IsBuiltin() {
		return false
	}
	fn := query.Callee(f.TypesInfo, call)
	return fn == nil || !query.IsFunc(fn, "os", "Exit") && !query.IsFunc(fn, "runtime", "Goexit") &&
		!strings.HasPrefix(fn.Name(), "Fatal") && !strings.HasPrefix(fn.Name(), "Panic")
}
