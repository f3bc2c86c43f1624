package heat

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"iter"
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
	g := r.graph()
	return func(yield func(inspector.Cursor) bool) {
		pos := cur.Node().Pos()
		var out exit
		for c := cur; c.Valid() && c.Node() != nil; c = c.Parent() {
			out.step(g, c)
			switch c.ParentEdgeKind() {
			case edge.ForStmt_Body, edge.ForStmt_Cond, edge.ForStmt_Post, edge.RangeStmt_Body:
				if !out.leaves(g.info, c.Parent()) && g.loopClass(c.Parent()).unbounded && !yield(c.Parent()) {
					return
				}
			}
			if c == cur {
				continue
			}
			switch lit := c.Node().(type) {
			case *ast.FuncDecl:
				g.yieldGotos(c, pos, yield)
				return
			case *ast.FuncLit:
				if !g.yieldGotos(c, pos, yield) {
					return
				}
				perElement, inline := g.litUse(c, lit)
				if perElement && !yield(c) || !perElement && !inline {
					return
				}
				out = exit{} // a return leaves the literal only
			}
		}
	}
}

func (g *graph) yieldGotos(fn inspector.Cursor, pos token.Pos, yield func(inspector.Cursor) bool) bool {
	for _, l := range g.gotoLoops(fn) {
		if l.contains(pos) && !yield(l.label) {
			return false
		}
	}
	return true
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

// shortFor reports whether a for statement makes few turns: it counts to a
// small constant, or over the fields of a type.
func (g *graph) shortFor(cur inspector.Cursor, s *ast.ForStmt) bool {
	b, ok := s.Cond.(*ast.BinaryExpr)
	if !ok {
		return false
	}
	if id, ok := ast.Unparen(b.X).(*ast.Ident); ok && divides(s, id.Name) {
		return true
	}
	if call, ok := ast.Unparen(b.Y).(*ast.CallExpr); ok {
		if g.isReflectFields(call) {
			return true
		}
		if len(call.Args) == 1 && g.info.Types[call.Fun].IsBuiltin() {
			return g.shortOperand(cur, call.Args[0])
		}
	}
	switch b.Op {
	case token.LSS, token.LEQ, token.NEQ:
		return g.small(b.Y) && g.countsUp(s, b.X)
	case token.GTR, token.GEQ:
		init, ok := s.Init.(*ast.AssignStmt)
		return ok && len(init.Rhs) == 1 && g.small(init.Rhs[0]) && g.info.Types[b.Y].Value != nil
	}
	return false
}

// divides reports whether a for statement divides its variable in every turn,
// as loops over the digits of a number do: it makes few turns.
func divides(s *ast.ForStmt, name string) bool {
	found := false
	check := func(n ast.Stmt) {
		a, ok := n.(*ast.AssignStmt)
		if !ok {
			return
		}
		for i, lhs := range a.Lhs {
			if id, ok := lhs.(*ast.Ident); !ok || id.Name != name {
				continue
			}
			switch a.Tok {
			case token.QUO_ASSIGN, token.SHR_ASSIGN:
				found = true
			case token.ASSIGN:
				if len(a.Lhs) == len(a.Rhs) {
					b, ok := ast.Unparen(a.Rhs[i]).(*ast.BinaryExpr)
					found = found || ok && (b.Op == token.QUO || b.Op == token.SHR)
				}
			}
		}
	}
	check(s.Post)
	for _, stmt := range s.Body.List {
		check(stmt)
	}
	return found
}

// countsUp reports whether the counter of a for statement starts at a constant
// and there is a post statement, so that the bound of its condition bounds its
// turns.
func (g *graph) countsUp(s *ast.ForStmt, counter ast.Expr) bool {
	init, ok := s.Init.(*ast.AssignStmt)
	if !ok || s.Post == nil || len(init.Lhs) != len(init.Rhs) {
		return false
	}
	for i, lhs := range init.Lhs {
		if text := exprText(lhs); text != "" && text == exprText(counter) {
			return g.info.Types[init.Rhs[i]].Value != nil
		}
	}
	return false
}

// small reports whether e is a constant of at most maxShort.
func (g *graph) small(e ast.Expr) bool {
	v := g.info.Types[e].Value
	if v == nil || v.Kind() != constant.Int {
		return false
	}
	n, exact := constant.Int64Val(v)
	return exact && n <= maxShort
}

// shortRange reports whether a range statement makes few turns.
func (g *graph) shortRange(cur inspector.Cursor, s *ast.RangeStmt) bool {
	return g.shortOperand(cur, s.X)
}

// shortOperand reports whether ranging over x makes few turns.
func (g *graph) shortOperand(cur inspector.Cursor, x ast.Expr) bool {
	x = ast.Unparen(x)
	if tv := g.info.Types[x]; tv.Value != nil {
		if tv.Value.Kind() == constant.String {
			return len(constant.StringVal(tv.Value)) <= maxTable
		}
		return g.small(x)
	}
	t := g.typeOf(x)
	if t == nil {
		return false
	}
	u := t.Underlying()
	if p, ok := u.(*types.Pointer); ok {
		u = p.Elem().Underlying()
	}
	if a, ok := u.(*types.Array); ok {
		return a.Len() <= maxShort
	}
	switch e := x.(type) {
	case *ast.CompositeLit:
		return len(e.Elts) <= maxTable
	case *ast.SliceExpr:
		return g.shortOperand(cur, e.X)
	case *ast.CallExpr:
		return g.isArguments(e) || g.isReflectFields(e)
	case *ast.SelectorExpr:
		if v, ok := g.info.Uses[e.Sel].(*types.Var); ok && v.Pkg() != nil && v.Pkg().Path() == "os" {
			return v.Name() == "Args"
		}
	case *ast.Ident:
		if v, ok := g.info.Uses[e].(*types.Var); ok {
			return g.shortVar(cur, v)
		}
	}
	return false
}

// isArguments reports whether call returns command-line arguments or the
// environment.
func (g *graph) isArguments(call *ast.CallExpr) bool {
	fn := query.Callee(g.info, call)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "flag", "github.com/spf13/pflag":
		return fn.Name() == "Args"
	case "os":
		return fn.Name() == "Environ"
	}
	return false
}

// isReflectFields reports whether call returns the fields, methods or parameters
// of a type, or their number.
func (g *graph) isReflectFields(call *ast.CallExpr) bool {
	fn := query.Callee(g.info, call)
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "reflect" &&
		(fn.Name() == "VisibleFields" || strings.HasPrefix(fn.Name(), "Num"))
}

// shortVar reports whether v holds command-line arguments, or a literal table
// that is short and never changed.
func (g *graph) shortVar(cur inspector.Cursor, v *types.Var) bool {
	if v.Name() == "args" && v.Kind() == types.ParamVar && v.Type().String() == "[]string" {
		return true
	}
	var scope inspector.Cursor
	switch {
	case v.Kind() == types.LocalVar:
		for c := cur; c.Valid() && c.Node() != nil; c = c.Parent() {
			if _, ok := c.Node().(*ast.FuncDecl); ok {
				scope = c
			}
		}
	case v.Kind() == types.PackageVar && !v.Exported() && v.Pkg() == g.r.pass.Pkg:
		scope = g.r.Root()
	}
	if !scope.Valid() {
		return false
	}
	n := g.literalLen(scope, v)
	return n >= 0 && n <= maxTable && !g.reassigned(scope, v)
}

// literalLen returns the number of elements of the literal that v is declared
// with, or -1.
func (g *graph) literalLen(scope inspector.Cursor, v *types.Var) int {
	for c := range scope.Preorder((*ast.Ident)(nil)) {
		id := c.Node().(*ast.Ident)
		if id.Pos() != v.Pos() || g.info.Defs[id] != v {
			continue
		}
		kind, i := c.ParentEdge()
		var init ast.Expr
		switch kind {
		case edge.AssignStmt_Lhs:
			if s := c.Parent().Node().(*ast.AssignStmt); len(s.Lhs) == len(s.Rhs) {
				init = s.Rhs[i]
			}
		case edge.ValueSpec_Names:
			if s := c.Parent().Node().(*ast.ValueSpec); len(s.Names) == len(s.Values) {
				init = s.Values[i]
			}
		}
		if lit, ok := init.(*ast.CompositeLit); ok {
			return len(lit.Elts)
		}
		return -1
	}
	return -1
}

// reassigned reports whether v is assigned after its declaration, or its
// address taken.
func (g *graph) reassigned(scope inspector.Cursor, v *types.Var) bool {
	for c := range query.Uses(scope, g.info, v) {
		switch c.ParentEdgeKind() {
		case edge.AssignStmt_Lhs, edge.UnaryExpr_X:
			return true
		}
	}
	return false
}

// isRetry reports whether a loop repeats one thing until it works: the counter
// in its header says so.
func isRetry(header ...ast.Node) bool {
	retry := false
	for _, n := range header {
		if n == nil {
			continue
		}
		ast.Inspect(n, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				name := strings.ToLower(id.Name)
				retry = retry || name == "tries" || strings.Contains(name, "retry") || strings.Contains(name, "retries") || strings.Contains(name, "attempt")
			}
			return true
		})
	}
	return retry
}

// waits reports whether each turn of a loop waits for time to pass or for
// somebody to connect.
func (g *graph) waits(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.ForStmt, *ast.RangeStmt:
			return false // waits in there are those of another function or loop
		case *ast.IfStmt:
			if g.coldIf(n) != "" {
				return false
			}
		case *ast.SelectStmt:
			found = found || g.waitsForTime(n)
			return false
		case *ast.UnaryExpr:
			if n.Op == token.ARROW && g.isClock(n.X) {
				found = true
			}
		case *ast.CallExpr:
			fn := query.Callee(g.info, n)
			switch {
			case query.IsFunc(fn, "time", "Sleep"):
				found = true
			case isAccept(fn):
				found = true
			}
		}
		return !found
	})
	return found
}

// isAccept reports whether fn waits for the next connection.
func isAccept(fn *types.Func) bool {
	if fn == nil || fn.Signature().Recv() == nil || fn.Signature().Params().Len() > 1 || fn.Signature().Results().Len() != 2 {
		return false
	}
	rest, ok := strings.CutPrefix(fn.Name(), "Accept")
	return ok && (rest == "" || rest == "TCP" || rest == "Unix" || strings.HasSuffix(rest, "Conn"))
}

// waitsForTime reports whether a select has only cases of clocks and done
// channels, and no default.
func (g *graph) waitsForTime(s *ast.SelectStmt) bool {
	clock := false
	for _, c := range s.Body.List {
		comm := c.(*ast.CommClause).Comm
		var recv *ast.UnaryExpr
		if comm != nil {
			ast.Inspect(comm, func(n ast.Node) bool {
				if u, ok := n.(*ast.UnaryExpr); ok && u.Op == token.ARROW {
					recv = u
				}
				return recv == nil
			})
		}
		if recv == nil {
			return false
		}
		if !g.isClock(recv.X) {
			return false
		}
		clock = true
	}
	return clock
}

// isClock reports whether ch is a channel that carries no data: of times, or of
// empty structs.
func (g *graph) isClock(ch ast.Expr) bool {
	t := g.typeOf(ch)
	if t == nil {
		return false
	}
	c, ok := t.Underlying().(*types.Chan)
	if !ok {
		return false
	}
	if query.IsNamed(c.Elem(), "time", "Time") || query.IsNamed(c.Elem(), "os", "Signal") {
		return true
	}
	st, ok := c.Elem().Underlying().(*types.Struct)
	return ok && st.NumFields() == 0
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
