package heat

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// local is what surrounds a position inside its function.
type local struct {
	loop    token.Pos // innermost unbounded loop
	request string    // the receive loop around it, in words
	element bool      // an unbounded loop stands inside that receive loop
	cond    bool      // it does not run on every call
	cold    string    // why it is cold, in words
}

// around returns the node of the function that cur stands in, and what
// surrounds cur there.
func (g *graph) around(cur inspector.Cursor) (fn int32, l local) {
	pos := cur.Node().Pos()
	for c := cur; c.Valid() && c.Node() != nil; c = c.Parent() {
		switch n := c.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			if c == cur {
				break // a literal stands in the function around it
			}
			for _, gl := range g.gotoLoops(c) {
				if gl.contains(pos) {
					l.enter(gl.label.Node().Pos())
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
		g.step(c, &l)
	}
	return initNode, l
}

// enter notes an unbounded loop.
func (l *local) enter(pos token.Pos) {
	if l.loop == token.NoPos {
		l.loop = pos
	}
	l.cond = true
}

func (l *local) chill(why string) {
	if l.cold == "" {
		l.cold = why
	}
}

// step notes what the edge from c to its parent says.
func (g *graph) step(c inspector.Cursor, l *local) {
	kind, index := c.ParentEdge()
	parent := c.Parent()
	switch kind {
	case edge.ForStmt_Body, edge.ForStmt_Cond, edge.ForStmt_Post, edge.RangeStmt_Body:
		g.stepLoop(parent, l)
	case edge.IfStmt_Body:
		l.cond = true
		stmt := parent.Node().(*ast.IfStmt)
		if why := g.coldIf(stmt); why != "" {
			l.chill(why)
		} else if leaves(g.info, stmt.Body) {
			l.chill("leads to a panic or exit")
		}
	case edge.IfStmt_Else:
		l.cond = true
		if isErrCompare(g.info, parent.Node().(*ast.IfStmt).Cond, token.EQL) {
			l.chill("error path")
		}
	case edge.CaseClause_Body:
		l.cond = true
		clause := parent.Node().(*ast.CaseClause)
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
		if g.afterCacheHit(parent.Node().(*ast.BlockStmt).List, index) {
			l.chill("cache miss")
		}
	}
}

func (g *graph) stepLoop(loop inspector.Cursor, l *local) {
	l.cond = true
	switch c := g.loopClass(loop); {
	case c.receive != "":
		l.element = l.loop != token.NoPos
		l.request = c.receive
		l.enter(loop.Node().Pos())
	case c.unbounded:
		l.enter(loop.Node().Pos())
	}
}

// coldIf tells why the body of an if statement is cold, or "".
func (g *graph) coldIf(stmt *ast.IfStmt) string {
	switch {
	case isErrCompare(g.info, stmt.Cond, token.NEQ):
		return "error path"
	case g.isLazyInit(stmt):
		return "lazy initialisation"
	case g.isCacheMiss(stmt):
		return "cache miss"
	case isDebugGuard(stmt.Cond):
		return "debug guard"
	}
	return ""
}

// isErrCompare reports whether cond, or an operand of the && and || it is made
// of, compares an error with nil by op.
func isErrCompare(info *types.Info, cond ast.Expr, op token.Token) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok {
		return false
	}
	if b.Op == token.LAND || b.Op == token.LOR && op == token.NEQ {
		return isErrCompare(info, b.X, op) || isErrCompare(info, b.Y, op)
	}
	return b.Op == op && info.Types[b.Y].IsNil() && isError(info.TypeOf(b.X))
}

var errorType = types.Universe.Lookup("error").Type()

func isError(t types.Type) bool {
	return t != nil && types.IsInterface(t) && types.Identical(t.Underlying(), errorType.Underlying())
}

// isLazyInit reports whether stmt is "if x == nil { ... x = ... }" on a field
// or a package variable.
func (g *graph) isLazyInit(stmt *ast.IfStmt) bool {
	b, ok := ast.Unparen(stmt.Cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.EQL {
		return false
	}
	if tv := g.info.Types[b.Y]; !tv.IsNil() && !isZero(tv) {
		return false
	}
	return g.outlives(b.X) && assigns(stmt.Body, b.X)
}

func isZero(tv types.TypeAndValue) bool {
	if tv.Value == nil {
		return false
	}
	s := tv.Value.ExactString()
	return s == `""` || s == "0" || s == "false"
}

// outlives reports whether e is a field or a package variable.
func (g *graph) outlives(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := g.info.Uses[e].(*types.Var)
		return ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
	case *ast.SelectorExpr:
		v, ok := g.info.Uses[e.Sel].(*types.Var)
		return ok && (v.IsField() || v.Pkg() != nil && v.Parent() == v.Pkg().Scope())
	case *ast.IndexExpr:
		return true
	}
	return false
}

// assigns reports whether body assigns to an expression that reads like x.
func assigns(body ast.Node, x ast.Expr) bool {
	want, found := exprText(x), false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				found = found || want != "" && exprText(lhs) == want
			}
		case *ast.CallExpr: // x.Store(v), x.CompareAndSwap(nil, v)
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && isStore(sel.Sel.Name) {
				found = found || want != "" && exprText(sel.X) == want
			}
		}
		return !found
	})
	return found
}

func isStore(name string) bool {
	switch name {
	case "Store", "LoadOrStore", "CompareAndSwap", "Swap", "Set", "SetDefault", "SetWithTTL", "Add", "Put", "Insert", "ContainsOrAdd", "PeekOrAdd":
		return true
	}
	return false
}

// isCacheMiss reports whether stmt is the miss branch of a cache:
//
//	if v, ok := m[k]; !ok { ...; m[k] = v }
//	if !ok { ...; m[k] = v }
//	if v == nil { ...; m[k] = v }
func (g *graph) isCacheMiss(stmt *ast.IfStmt) bool {
	switch cond := ast.Unparen(stmt.Cond).(type) {
	case *ast.UnaryExpr:
		if cond.Op != token.NOT {
			return false
		}
		if _, ok := ast.Unparen(cond.X).(*ast.Ident); !ok {
			return false
		}
	case *ast.BinaryExpr:
		if cond.Op != token.EQL || !g.info.Types[cond.Y].IsNil() {
			return false
		}
	default:
		return false
	}
	return g.storesInto(stmt.Body, nil)
}

// storesInto reports whether n stores into a map or cache that outlives the
// function: one whose text is in names, or any where names is nil.
func (g *graph) storesInto(n ast.Node, names map[string]bool) bool {
	found := false
	match := func(e ast.Expr, cache bool) {
		found = found || (names == nil && cache && g.keeps(e)) || names[exprText(e)]
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if ix, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok && isMap(g.typeOf(ix.X)) {
					match(ix.X, true)
				}
			}
		case *ast.CallExpr:
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && isStore(sel.Sel.Name) && len(n.Args) >= 1 {
				match(sel.X, isCacheType(g.typeOf(sel.X)))
			}
		}
		return !found
	})
	return found
}

// keeps reports whether e is a field or package variable, or a selection from
// one: something that lives on after the call.
func (g *graph) keeps(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := g.info.Uses[e].(*types.Var)
		return ok && (v.Parent() == g.r.pass.Pkg.Scope() || isMap(v.Type()))
	case *ast.SelectorExpr:
		return g.outlives(e)
	}
	return false
}

// isCacheType reports whether the name of t says that it is a cache.
func isCacheType(t types.Type) bool {
	if t == nil {
		return false
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	name := strings.ToLower(named.Obj().Name())
	return strings.Contains(name, "cache") || strings.Contains(name, "lru") || query.IsNamed(t, "sync", "Map")
}

func isMap(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Map)
	return ok
}

// afterCacheHit reports whether statement i of list runs only when a lookup
// above it missed, and a store below it fills the cache:
//
//	if v, ok := m[k]; ok { return v }
//	v := compute(k)   // here
//	m[k] = v
func (g *graph) afterCacheHit(list []ast.Stmt, i int) bool {
	for _, above := range list[:i] {
		stmt, ok := above.(*ast.IfStmt)
		if !ok || !terminates(stmt.Body) {
			continue
		}
		if _, ok := ast.Unparen(stmt.Cond).(*ast.Ident); !ok && !isNotNil(g.info, stmt.Cond) {
			continue
		}
		names := g.lookups(list[:i])
		if len(names) == 0 {
			return false
		}
		for _, s := range list[i:] {
			if g.storesInto(s, names) {
				return true
			}
		}
		return false
	}
	return false
}

func isNotNil(info *types.Info, cond ast.Expr) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	return ok && b.Op == token.NEQ && info.Types[b.Y].IsNil() && !isError(info.TypeOf(b.X))
}

// lookups returns the texts of the maps and caches that the statements look up.
func (g *graph) lookups(list []ast.Stmt) map[string]bool {
	names := make(map[string]bool)
	for _, s := range list {
		ast.Inspect(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.IndexExpr:
				if isMap(g.typeOf(n.X)) {
					names[exprText(n.X)] = true
				}
			case *ast.CallExpr:
				sel, ok := n.Fun.(*ast.SelectorExpr)
				if !ok {
					break
				}
				switch sel.Sel.Name {
				case "Load", "Get", "Peek", "Lookup":
					names[exprText(sel.X)] = true
				}
			}
			return true
		})
	}
	delete(names, "")
	return names
}

// exprText renders an expression of names, selections and indices, for
// comparing what two places refer to; anything else is "".
func exprText(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		if x := exprText(e.X); x != "" {
			return x + "." + e.Sel.Name
		}
	case *ast.StarExpr:
		return exprText(e.X)
	case *ast.IndexExpr:
		x, i := exprText(e.X), exprText(e.Index)
		if x != "" && i != "" {
			return x + "[" + i + "]"
		}
	case *ast.BasicLit:
		return e.Value
	}
	return ""
}

// terminates reports whether a block ends by leaving the statement list it
// stands in.
func terminates(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	switch s := b.List[len(b.List)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return s.Tok != token.FALLTHROUGH
	}
	return false
}
