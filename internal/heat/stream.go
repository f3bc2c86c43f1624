package heat

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// isStream reports whether an unbounded loop goes on as long as its input does,
// so that there is one turn per row, token or byte: it asks in its condition
// for more, has none and does not shorten a list, advances the place of a
// cursor, reads until the end, or goes through a text, a channel or an iterator.
// A loop over a slice or a map, or up to a number, may make a handful.
func (g *graph) isStream(cur inspector.Cursor) bool {
	switch s := cur.Node().(type) {
	case *ast.RangeStmt:
		return g.isText(s.X) || g.isChan(s.X) || isFunc(g.typeOf(s.X)) && !g.isCollection(s.X)
	case *ast.ForStmt:
		_, counts := s.Post.(*ast.IncDecStmt)
		return s.Cond == nil && !g.shortens(s.Body) || g.asks(s.Cond, counts) || g.endsWithText(cur, s.Cond) ||
			s.Init == nil && s.Post == nil && g.advances(s.Cond) || g.readsNext(s) || g.readsUntil(s)
	}
	return false
}

// shortens reports whether the body of a loop takes elements off a list, such as
// the words of a command: list = list[1:], list, word = next(list).
func (g *graph) shortens(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || assign.Tok != token.ASSIGN {
			return !found
		}
		for i, lhs := range assign.Lhs {
			if v := g.list(lhs); v != nil {
				found = found || g.isRest(body, assign.Rhs[min(i, len(assign.Rhs)-1)], v)
			}
		}
		return !found
	})
	return found
}

// list returns the variable that e names, if it is a slice, but none of bytes.
func (g *graph) list(e ast.Expr) types.Object {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v := g.info.Uses[id]
	if v == nil {
		return nil
	}
	s, ok := v.Type().Underlying().(*types.Slice)
	if !ok || types.Identical(s.Elem().Underlying(), types.Typ[types.Byte]) {
		return nil
	}
	return v
}

// isRest reports whether e is list without its first elements, or what a function
// makes of list, also through a variable that body declares.
func (g *graph) isRest(body *ast.BlockStmt, e ast.Expr, list types.Object) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		found, rest := false, g.info.Uses[e]
		ast.Inspect(body, func(n ast.Node) bool {
			assign, ok := n.(*ast.AssignStmt)
			if !ok || assign.Tok != token.DEFINE || len(assign.Rhs) != 1 {
				return !found
			}
			call, ok := assign.Rhs[0].(*ast.CallExpr)
			id, _ := assign.Lhs[0].(*ast.Ident)
			found = found || ok && id != nil && g.info.Defs[id] == rest && g.isRest(body, call, list)
			return !found
		})
		return found
	case *ast.SliceExpr:
		return e.Low != nil && g.list(e.X) == list
	case *ast.CallExpr:
		return !g.info.Types[e.Fun].IsBuiltin() && slices.ContainsFunc(e.Args, func(arg ast.Expr) bool { return g.list(arg) == list })
	}
	return false
}

// advances reports whether cond compares two fields of one object, the place
// that a cursor has come to and the end.
func (g *graph) advances(cond ast.Expr) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.LSS && b.Op != token.NEQ {
		return false
	}
	at, end := g.owner(b.X), g.owner(b.Y)
	return at != nil && at == end
}

// owner returns the variable that x, an integer, is a field of, or a field of
// one of its fields; nil if it is none.
func (g *graph) owner(x ast.Expr) types.Object {
	if t := g.typeOf(x); t == nil || !query.IsInteger(t) {
		return nil
	}
	if sel, ok := ast.Unparen(x).(*ast.SelectorExpr); ok {
		return g.rootVar(sel.X)
	}
	return nil
}

// asks reports whether the condition of a loop calls something that tells
// whether there is more, unless the loop counts, or compares with the length of
// a text.
func (g *graph) asks(cond ast.Expr, counts bool) bool {
	if cond == nil {
		return false
	}
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || g.info.Types[call.Fun].IsType() {
			return !found
		}
		if g.info.Types[call.Fun].IsBuiltin() {
			found = found || len(call.Args) == 1 && g.isText(call.Args[0]) && !g.comparesZero(cond)
		} else {
			found = found || !counts && len(call.Args) <= 1
		}
		return !found
	})
	return found
}

// endsWithText reports whether cond compares with a variable of the function that
// holds the length of a text: size := uint32(len(data)).
func (g *graph) endsWithText(cur inspector.Cursor, cond ast.Expr) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.LSS && b.Op != token.NEQ {
		return false
	}
	id, ok := ast.Unparen(b.Y).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := g.info.Uses[id].(*types.Var)
	if !ok || v.Kind() != types.LocalVar {
		return false
	}
	for decl := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		call, ok := ast.Unparen(g.initial(decl, v)).(*ast.CallExpr)
		if ok && g.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
			call, ok = ast.Unparen(call.Args[0]).(*ast.CallExpr)
		}
		return ok && len(call.Args) == 1 && g.info.Types[call.Fun].IsBuiltin() && g.isText(call.Args[0]) && !g.reassigned(decl, v)
	}
	return false
}

// comparesZero reports whether cond compares with 0.
func (g *graph) comparesZero(cond ast.Expr) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op == token.LAND || b.Op == token.LOR {
		return false
	}
	v := g.info.Types[b.Y].Value
	return v != nil && v.ExactString() == "0"
}

func (g *graph) isChan(x ast.Expr) bool {
	t := g.typeOf(x)
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Chan)
	return ok
}

// isCollection reports whether x iterates over a slice or a map.
func (g *graph) isCollection(x ast.Expr) bool {
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := query.Callee(g.info, call)
	return fn != nil && fn.Pkg() != nil && (fn.Pkg().Path() == "maps" || fn.Pkg().Path() == "slices")
}

// isText reports whether x is a string, a slice of bytes or one of runes.
func (g *graph) isText(x ast.Expr) bool {
	t := g.typeOf(x)
	if t == nil {
		return false
	}
	if s, ok := t.Underlying().(*types.Slice); ok {
		t = s.Elem()
		b, ok := t.Underlying().(*types.Basic)
		return ok && (b.Kind() == types.Uint8 || b.Kind() == types.Int32)
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
