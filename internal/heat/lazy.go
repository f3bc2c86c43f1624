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

// isLazyInit reports whether stmt is "if x == nil { ... x = ... }" on a field
// or a package variable, itself or a local copy; more may be tested with it.
func (g *graph) isLazyInit(stmt *ast.IfStmt) bool { return g.initialises(stmt, stmt.Cond) }

// initialises reports whether stmt does so because of cond, a part of its
// condition.
func (g *graph) initialises(stmt *ast.IfStmt, cond ast.Expr) bool {
	if both, ok := ast.Unparen(cond).(*ast.BinaryExpr); ok && both.Op == token.LAND {
		return g.initialises(stmt, both.X) || g.initialises(stmt, both.Y)
	}
	x := g.tested(cond, false)
	if id, ok := x.(*ast.Ident); ok && !g.outlives(x) {
		x = g.copied(stmt, id)
	}
	return x != nil && g.outlives(x) && assigns(stmt.Body, x) && !g.moves(stmt, x)
}

// copied returns the expression that the local variable id is a copy of at
// stmt: v := x, v := x.Load(); or nil.
func (g *graph) copied(stmt *ast.IfStmt, id *ast.Ident) ast.Expr {
	cur, ok := g.r.Root().FindNode(stmt)
	if !ok {
		return nil
	}
	v := g.info.Uses[id]
	for decl := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		for def := range decl.Preorder((*ast.AssignStmt)(nil)) {
			assign := def.Node().(*ast.AssignStmt)
			if assign.Tok != token.DEFINE || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 {
				continue
			}
			if lhs, ok := assign.Lhs[0].(*ast.Ident); !ok || v == nil || g.info.Defs[lhs] != v {
				continue
			}
			x := ast.Unparen(assign.Rhs[0])
			if call, ok := x.(*ast.CallExpr); ok && len(call.Args) == 0 {
				if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Load" {
					return sel.X
				}
			}
			return x
		}
	}
	return nil
}

// moves reports whether x is a part of what a local variable points to, and
// that variable moves on, as one that walks a tree or list does, by assignment
// or by calling itself: filling in each node is no initialisation.
func (g *graph) moves(at ast.Node, x ast.Expr) bool {
	part := g.typeOf(x)
	for {
		sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
		if !ok {
			break
		}
		x = sel.X
	}
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := g.info.Uses[id].(*types.Var)
	if !ok || v.Kind() == types.PackageVar {
		return false
	}
	cur, ok := g.r.Root().FindNode(at)
	if !ok {
		return false
	}
	for decl := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		for use := range query.Uses(decl, g.info, v) {
			if use.ParentEdgeKind() == edge.AssignStmt_Lhs {
				return true
			}
		}
		if part != nil && types.Identical(part, v.Type()) && g.recurses(decl) {
			return true
		}
	}
	return false
}

// recurses reports whether a function calls itself.
func (g *graph) recurses(decl inspector.Cursor) bool {
	self := g.info.Defs[decl.Node().(*ast.FuncDecl).Name]
	for call := range decl.Preorder((*ast.CallExpr)(nil)) {
		if fn := query.Callee(g.info, call.Node().(*ast.CallExpr)); fn != nil && fn.Origin() == self {
			return true
		}
	}
	return false
}

// tested returns the expression x that cond tests for having a value (x != nil,
// x != "", x.Load() != nil, x.ready) or, if not set, for having none; or nil.
func (g *graph) tested(cond ast.Expr, set bool) ast.Expr {
	switch e := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		if set && e.Op != token.NEQ || !set && e.Op != token.EQL {
			return nil
		}
		if tv := g.info.Types[e.Y]; !tv.IsNil() && !isZero(tv) || isError(g.typeOf(e.X)) {
			return nil // an error that is kept says what failed, not what is done
		}
		if call, ok := ast.Unparen(e.X).(*ast.CallExpr); ok {
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Load" && len(call.Args) == 0 {
				return sel.X
			}
		}
		return e.X
	case *ast.UnaryExpr:
		if !set && e.Op == token.NOT {
			return g.tested(e.X, true)
		}
	case *ast.Ident:
		if set && isReadyName(e.Name) {
			return e
		}
	case *ast.SelectorExpr:
		if set && isReadyName(e.Sel.Name) {
			return e
		}
	}
	return nil
}

// isReadyName reports whether the name of a variable says that something has
// been done once and for all. Other flags change back and forth.
func isReadyName(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"init", "ready", "loaded", "started", "setup", "once", "built", "compiled", "prepared", "computed", "parsed"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

func isZero(tv types.TypeAndValue) bool {
	if tv.Value == nil {
		return false
	}
	s := tv.Value.ExactString()
	return s == `""` || s == "false"
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
		return g.outlives(e.X)
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
		if cond.Op != token.EQL || !g.info.Types[cond.Y].IsNil() || isError(g.info.TypeOf(cond.X)) {
			return false // err == nil says that all is well
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
				if ix, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok && holdsResults(g.typeOf(ix.X)) {
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
	return strings.Contains(name, "cache") || strings.Contains(name, "lru") || query.IsNamed(t, "sync", "Map") ||
		query.IsNamed(t, "sync/atomic", "Pointer") || query.IsNamed(t, "sync/atomic", "Value")
}

func isMap(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Map)
	return ok
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
