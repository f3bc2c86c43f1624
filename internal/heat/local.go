package heat

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// local is what surrounds a position inside its function.
type local struct {
	loop    token.Pos // innermost unbounded loop
	nested  bool      // another one stands around that
	stream  bool      // one of them goes on as long as its input does
	few     bool      // the innermost one runs over few things
	own     bool      // the innermost one runs over a list of the receiver's
	request string    // the receive loop around it, in words
	element bool      // an unbounded loop stands inside that receive loop
	cond    bool      // it does not run on every call
	chosen  bool      // a condition decides whether it runs, in a loop in each turn
	picked  bool      // it is what a turn of a loop does with one of many kinds of input
	kind    bool      // it is what the function does with one of many kinds, in whatever loop
	changes bool      // it runs for requests of a method that changes something
	cold    string    // why it is cold, in words
}

// manyCases is the number of cases from which on a switch picks what to do with
// one of many kinds.
const manyCases = 4

// around returns the node of the function that cur stands in, and what
// surrounds cur there.
func (g *graph) around(cur inspector.Cursor) (fn int32, l local) {
	pos := cur.Node().Pos()
	var out exit
	for c := cur; c.Valid() && c.Node() != nil; c = c.Parent() {
		switch n := c.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			if c == cur {
				break // a literal stands in the function around it
			}
			for _, gl := range g.gotoLoops(c) {
				if gl.contains(pos) {
					l.enter(gl.label.Node().Pos(), true)
				}
			}
			if lit, ok := n.(*ast.FuncLit); ok {
				return g.litNode(lit), l
			}
			if id, ok := g.byNode[n]; ok {
				return id, l
			}
			return initNode, l
		}
		out.step(g, c)
		g.step(c, &l, &out)
	}
	return initNode, l
}

// enter notes an unbounded loop.
func (l *local) enter(pos token.Pos, stream bool) {
	l.stream = l.stream || stream
	if l.loop == token.NoPos {
		l.loop = pos
	} else {
		l.nested = true
	}
	l.cond = true
}

// choose notes a condition, which optional tells to be more than one of success.
func (l *local) choose(optional bool) {
	l.cond = true
	l.chosen = l.chosen || optional && l.loop == token.NoPos
}

func (l *local) chill(why string) {
	if l.cold == "" {
		l.cold = why
	}
}

// step notes what the edge from c to its parent says.
func (g *graph) step(c inspector.Cursor, l *local, out *exit) {
	kind, index := c.ParentEdge()
	parent := c.Parent()
	switch kind {
	case edge.ForStmt_Body, edge.ForStmt_Cond, edge.ForStmt_Post, edge.RangeStmt_Body:
		l.cond = true
		if !out.leaves(g.info, parent) {
			g.stepLoop(parent, l)
		}
	case edge.IfStmt_Body:
		stmt := parent.Node().(*ast.IfStmt)
		l.choose(!g.isSuccess(stmt.Cond) && !g.isRead(stmt.Cond))
		l.changes = l.changes || g.changes(query.Func(parent), g.methodsIn(stmt.Cond))
		if why := g.coldIf(stmt); why != "" {
			l.chill(why)
		} else if leaves(g.info, stmt.Body) {
			l.chill("leads to a panic or exit")
		}
	case edge.IfStmt_Else:
		l.choose(true)
		if cond := parent.Node().(*ast.IfStmt).Cond; g.isConstant(cond, true) {
			l.chill("switched off")
		} else if isErrCompare(g.info, cond, token.EQL) {
			l.chill("error path")
		} else if block, ok := c.Node().(*ast.BlockStmt); ok && leaves(g.info, block) {
			l.chill("leads to a panic or exit")
		}
	case edge.CaseClause_Body:
		methods := g.methodsOf(parent)
		l.choose(!slices.Contains(methods, "GET"))
		l.changes = l.changes || g.changes(query.Func(parent), methods)
		clause := parent.Node().(*ast.CaseClause)
		if clause.List != nil && len(parent.Parent().Node().(*ast.BlockStmt).List) >= manyCases { // else for what is left, often the most
			l.picked, l.kind = l.picked || l.loop == token.NoPos, true
		}
		for _, e := range clause.List {
			if isErrCompare(g.info, e, token.NEQ) {
				l.chill("error path")
			}
		}
		if n := len(clause.Body); n > 0 && leavesStmt(g.info, clause.Body[n-1]) {
			l.chill("leads to a panic or exit")
		}
	case edge.CommClause_Body, edge.CommClause_Comm:
		l.cond = true
	case edge.BinaryExpr_Y:
		if op := parent.Node().(*ast.BinaryExpr).Op; op == token.LAND || op == token.LOR {
			l.cond = true
		}
	case edge.CallExpr_Args:
		if why := g.coldArgument(parent.Node().(*ast.CallExpr)); why != "" {
			l.chill(why)
		}
	case edge.BlockStmt_List:
		if why := g.afterReturn(parent.Node().(*ast.BlockStmt).List, index); why != "" {
			l.chill(why)
		}
	case edge.ReturnStmt_Results:
		if isError(g.expectedType(c)) && isComposite(c.Node()) {
			l.chill("error path")
		}
	case edge.FuncDecl_Body, edge.FuncLit_Body:
		if alwaysLeaves(g.info, c.Node().(*ast.BlockStmt)) {
			l.chill("leads to a panic or exit")
		}
	}
}

// isComposite reports whether n is a composite literal or the address of one.
func isComposite(n ast.Node) bool {
	if addr, ok := n.(*ast.UnaryExpr); ok && addr.Op == token.AND {
		n = addr.X
	}
	_, ok := n.(*ast.CompositeLit)
	return ok
}

func (g *graph) stepLoop(loop inspector.Cursor, l *local) {
	switch c := g.loopClass(loop); {
	case c.receive != "":
		if l.request == "" { // else this loop hands batches to the one inside
			l.element = l.loop != token.NoPos
			l.request = c.receive
		}
		l.few = l.few || l.loop == token.NoPos && g.overFew(loop.Node())
		l.enter(loop.Node().Pos(), c.stream)
	case c.unbounded:
		l.own = l.own || l.loop == token.NoPos && g.overOwn(loop.Node())
		l.few = l.few || l.loop == token.NoPos && g.overFew(loop.Node())
		l.enter(loop.Node().Pos(), c.stream)
	}
}

// coldIf tells why the body of an if statement is cold, or "".
func (g *graph) coldIf(stmt *ast.IfStmt) string {
	switch {
	case isErrCompare(g.info, stmt.Cond, token.NEQ), isRecovery(g.info, stmt), g.answersFailure(stmt.Body):
		return "error path"
	case g.isLazyInit(stmt):
		return "lazy initialisation"
	case g.isCacheMiss(stmt):
		return "cache miss"
	case g.isDebugGuard(stmt.Cond):
		return "debug guard"
	case g.isConstant(stmt.Cond, false):
		return "switched off"
	}
	return ""
}

// isSuccess reports whether cond says that what came before went well: ok, or
// err == nil.
func (g *graph) isSuccess(cond ast.Expr) bool {
	_, ok := ast.Unparen(cond).(*ast.Ident)
	return ok || isErrCompare(g.info, cond, token.EQL)
}

// isErrCompare reports whether cond, or an operand of the && and || it is made
// of, compares an error with nil by op.
func isErrCompare(info *types.Info, cond ast.Expr, op token.Token) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok {
		return false
	}
	if b.Op == token.LOR || b.Op == token.LAND && op == token.NEQ {
		return isErrCompare(info, b.X, op) || isErrCompare(info, b.Y, op)
	}
	return b.Op == op && (info.Types[b.Y].IsNil() && isError(info.TypeOf(b.X)) || info.Types[b.X].IsNil() && isError(info.TypeOf(b.Y)))
}

// isRecovery reports whether stmt is "if r := recover(); r != nil".
func isRecovery(info *types.Info, stmt *ast.IfStmt) bool {
	b, ok := ast.Unparen(stmt.Cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ || !info.Types[b.Y].IsNil() {
		return false
	}
	x := b.X
	if init, ok := stmt.Init.(*ast.AssignStmt); ok && len(init.Rhs) == 1 {
		x = init.Rhs[0]
	}
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok {
		return false
	}
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	return ok && id.Name == "recover" && info.Types[id].IsBuiltin()
}

var errorType = types.Universe.Lookup("error").Type()

func isError(t types.Type) bool {
	return t != nil && types.IsInterface(t) && types.Identical(t.Underlying(), errorType.Underlying())
}

// holdsResults reports whether t is a map of more than what was seen: a set
// saves no work.
func holdsResults(t types.Type) bool {
	if !isMap(t) {
		return false
	}
	switch elem := t.Underlying().(*types.Map).Elem().Underlying().(type) {
	case *types.Basic:
		return elem.Info()&types.IsBoolean == 0
	case *types.Struct:
		return elem.NumFields() > 0
	}
	return true
}

// afterReturn tells why statement i of list runs only when one above it did not
// return, in words:
//
//	if v, ok := m[k]; ok { return v }
//	v := compute(k)   // here: a store below it fills the cache
//	m[k] = v
//
//	if x.re != nil { return x.re }
//	x.re = compile()  // here
//
//	if err == nil { return v }
//	report(err)       // here
func (g *graph) afterReturn(list []ast.Stmt, i int) string {
	for j, above := range list[:i] {
		stmt, ok := above.(*ast.IfStmt)
		if !ok || stmt.Else != nil || !terminates(stmt.Body) {
			continue
		}
		if x := g.tested(stmt.Cond, true); x != nil && g.outlives(x) && assignsBelow(list[i:], x) {
			return "lazy initialisation"
		}
		if g.isHit(stmt.Cond) && g.fills(list[i:], g.lookups(list[:j+1])) {
			return "cache miss"
		}
		if isErrCompare(g.info, stmt.Cond, token.EQL) {
			return "error path"
		}
	}
	return ""
}

func assignsBelow(list []ast.Stmt, x ast.Expr) bool {
	return slices.ContainsFunc(list, func(s ast.Stmt) bool { return assigns(s, x) })
}

// fills reports whether a statement stores into one of the maps and caches.
func (g *graph) fills(list []ast.Stmt, names map[string]bool) bool {
	return len(names) > 0 && slices.ContainsFunc(list, func(s ast.Stmt) bool { return g.storesInto(s, names) })
}

// isHit reports whether cond may say that a lookup found something: ok, v != nil,
// v != "", err == nil.
func (g *graph) isHit(cond ast.Expr) bool {
	cond = ast.Unparen(cond)
	if _, ok := cond.(*ast.Ident); ok {
		return true
	}
	return isErrCompare(g.info, cond, token.EQL) || g.tested(cond, true) != nil
}
