package heat

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// Bounds up to which a loop counts as short.
const (
	maxShort = 8  // turns of a counting loop, elements of an array
	maxTable = 32 // elements of a literal that is never changed
)

// loopClass is what is known of a loop statement.
type loopClass struct {
	unbounded bool   // not provably short, and not one that waits or retries
	receive   string // the loop takes messages from a queue, in words
	stream    bool   // it goes on as long as its input does
}

// gotoLoop is a loop made by a backward goto.
type gotoLoop struct {
	label inspector.Cursor // *ast.LabeledStmt
	end   token.Pos        // of the last goto
}

func (l gotoLoop) contains(pos token.Pos) bool {
	return l.label.Node().Pos() <= pos && pos < l.end
}

// Loops yields the unbounded loops around cur, innermost first, within the
// function declaration that cur stands in: *ast.ForStmt and *ast.RangeStmt, the
// *ast.LabeledStmt of a backward goto, and *ast.FuncLit passed to a function
// known to call it per element (filepath.WalkDir, slices.SortFunc, ...). Any
// other function literal ends the walk unless it is called on the spot. A
// position in the init of a for or the operand of a range belongs to the loop
// around it. Loops that wait or retry are not yielded, nor are loops that end
// after the position.
func (r *Result) Loops(cur inspector.Cursor) iter.Seq[inspector.Cursor] {
	g := r.lock()
	defer r.mu.Unlock()
	return slices.Values(g.loopsAround(cur))
}

func (g *graph) loopsAround(cur inspector.Cursor) (loops []inspector.Cursor) {
	pos := cur.Node().Pos()
	var out exit
	for c := cur; c.Valid() && c.Node() != nil; c = c.Parent() {
		out.step(g, c)
		switch c.ParentEdgeKind() {
		case edge.ForStmt_Body, edge.ForStmt_Cond, edge.ForStmt_Post, edge.RangeStmt_Body:
			if !out.leaves(g.info, c.Parent()) && g.loopClass(c.Parent()).unbounded {
				loops = append(loops, c.Parent())
			}
		}
		if c == cur {
			continue
		}
		switch lit := c.Node().(type) {
		case *ast.FuncDecl:
			return g.addGotos(loops, c, pos)
		case *ast.FuncLit:
			loops = g.addGotos(loops, c, pos)
			perElement, inline := g.litUse(c, lit)
			if !perElement && !inline {
				return loops
			}
			if perElement {
				loops = append(loops, c)
			}
			out = exit{} // a return leaves the literal only
		}
	}
	return loops
}

func (g *graph) addGotos(loops []inspector.Cursor, fn inspector.Cursor, pos token.Pos) []inspector.Cursor {
	for _, l := range g.gotoLoops(fn) {
		if l.contains(pos) {
			loops = append(loops, l.label)
		}
	}
	return loops
}

// litUse tells how a function literal is used: called per element by a known
// function, or on the spot.
func (g *graph) litUse(cur inspector.Cursor, lit *ast.FuncLit) (perElement, inline bool) {
	up := cur.Parent()
	kind, index := cur.ParentEdge()
	for {
		_, paren := up.Node().(*ast.ParenExpr)
		call, isCall := up.Node().(*ast.CallExpr)
		if !paren && !(isCall && kind == edge.CallExpr_Args && g.info.Types[call.Fun].IsType()) {
			break
		}
		kind, index = up.ParentEdge()
		up = up.Parent()
	}
	call, ok := up.Node().(*ast.CallExpr)
	if !ok {
		return false, false
	}
	if kind == edge.CallExpr_Fun {
		return false, true
	}
	callee := query.Callee(g.info, call)
	return kind == edge.CallExpr_Args && callbackOf(callee, index) == callsPerElement, false
}

// gotoLoops returns the loops that backward gotos make in the function at fn.
func (g *graph) gotoLoops(fn inspector.Cursor) []gotoLoop {
	if loops, ok := g.gotos[fn.Node()]; ok {
		return loops
	}
	var loops []gotoLoop
	labels := make(map[types.Object]inspector.Cursor)
	fn.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.LabeledStmt)(nil), (*ast.BranchStmt)(nil)}, func(c inspector.Cursor) bool {
		switch n := c.Node().(type) {
		case *ast.FuncLit:
			return c == fn
		case *ast.LabeledStmt:
			labels[g.info.Defs[n.Label]] = c
		case *ast.BranchStmt:
			if n.Tok != token.GOTO {
				break
			}
			if label, ok := labels[g.info.Uses[n.Label]]; ok {
				loops = append(loops, gotoLoop{label, n.End()})
			}
		}
		return true
	})
	g.gotos[fn.Node()] = loops
	return loops
}

// loopClass classifies a *ast.ForStmt or *ast.RangeStmt.
func (g *graph) loopClass(cur inspector.Cursor) loopClass {
	stmt := cur.Node()
	if c, ok := g.loops[stmt]; ok {
		return c
	}
	var c loopClass
	switch s := stmt.(type) {
	case *ast.ForStmt:
		c.receive = g.receives(s.Body, nil)
		c.unbounded = !g.shortFor(cur, s) && !g.leavesAtOnce(s.Body)
		if c.unbounded && c.receive == "" {
			c.unbounded = !g.waits(s.Body) && !isRetry(s.Init, s.Cond)
		}
	case *ast.RangeStmt:
		c.receive = g.receives(s.Body, s.X)
		c.unbounded = !g.shortRange(cur, s) && !g.leavesAtOnce(s.Body)
		if c.unbounded && c.receive == "" {
			c.unbounded = !g.isClock(s.X) && !g.waits(s.Body) && !isRetry(s.Key, s.X)
		}
	}
	if !c.unbounded {
		c.receive = ""
	}
	c.stream = c.unbounded && g.isStream(cur)
	g.loops[stmt] = c
	return c
}

// leavesAtOnce reports whether the body runs at most once: its last statement
// leaves the loop, and no continue skips that.
func (g *graph) leavesAtOnce(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	switch s := body.List[len(body.List)-1].(type) {
	case *ast.ReturnStmt:
	case *ast.BranchStmt:
		if s.Tok != token.BREAK {
			return false
		}
	default:
		if !leavesStmt(g.info, s) {
			return false
		}
	}
	return !continues(body)
}

// continues reports whether a statement in the body of a loop may go on with
// the next turn.
func continues(body *ast.BlockStmt) bool {
	found := false
	var walk func(n ast.Node, inner bool)
	walk = func(n ast.Node, inner bool) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.ForStmt:
				walk(n.Body, true)
				return false
			case *ast.RangeStmt:
				walk(n.Body, true)
				return false
			case *ast.BranchStmt:
				found = found || n.Tok == token.GOTO || n.Tok == token.CONTINUE && (!inner || n.Label != nil)
			}
			return true
		})
	}
	walk(body, false)
	return found
}

// leaves reports whether every path through the end of the block panics or
// exits.
func leaves(info *types.Info, b *ast.BlockStmt) bool {
	return len(b.List) > 0 && leavesStmt(info, b.List[len(b.List)-1])
}

// alwaysLeaves reports whether the body of a function ends in a panic on every
// path: it does not return, and nothing in it may work for long before.
func alwaysLeaves(info *types.Info, body *ast.BlockStmt) bool {
	if !leaves(info, body) {
		return false
	}
	call := body.List[len(body.List)-1].(*ast.ExprStmt).X.(*ast.CallExpr)
	if !info.Types[call.Fun].IsBuiltin() {
		return false // log.Fatal(serve()) ends a program that ran
	}
	stays := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt, *ast.ForStmt, *ast.RangeStmt, *ast.GoStmt, *ast.SelectStmt:
			stays = true
		}
		return !stays
	})
	return !stays
}

// leavesStmt reports whether s is a call that does not return: panic, os.Exit,
// log.Fatal and the like.
func leavesStmt(info *types.Info, s ast.Stmt) bool {
	es, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := es.X.(*ast.CallExpr)
	return ok && isFatal(info, call)
}

func isFatal(info *types.Info, call *ast.CallExpr) bool {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && id.Name == "panic" && info.Types[call.Fun].IsBuiltin() {
		return true
	}
	fn := query.Callee(info, call)
	if fn == nil {
		return false
	}
	return query.IsFunc(fn, "os", "Exit") || strings.HasPrefix(fn.Name(), "Fatal") || strings.HasPrefix(fn.Name(), "Panic")
}
