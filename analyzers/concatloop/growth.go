package concatloop

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// form is the way in which a string grows.
type form int

const (
	appended  form = iota // s = s + x, s += x
	prepended             // s = x + s
	wrapped               // s = x + s + y
	inserted              // s = s[:i] + x + s[i:]
	formatted             // s = fmt.Sprintf("%s...", s, ...)
	joined                // s = strings.Join([]string{s, ...}, sep)
)

// growth is an assignment that makes a string of an old value of itself and
// something more.
type growth struct {
	cur    inspector.Cursor // of stmt
	stmt   *ast.AssignStmt
	lhs    ast.Expr
	place  place
	form   form
	how    string     // the form in words, after "grows"
	self   []ast.Expr // where the old value is read, without parentheses
	pieces []ast.Expr // what is added to it
}

// mayRepeat reports whether g stands in something that may be a loop: if not,
// there is no need to ask for heat.
func (g growth) mayRepeat() bool {
	for range g.cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncLit)(nil)) {
		return true
	}
	for range query.Func(g.cur).Preorder((*ast.LabeledStmt)(nil)) {
		return true
	}
	return false
}

// growthsAt returns the growths of the assignment at cur.
func growthsAt(info *types.Info, cur inspector.Cursor) []growth {
	stmt := cur.Node().(*ast.AssignStmt)
	if len(stmt.Lhs) != len(stmt.Rhs) {
		return nil
	}
	var found []growth
	for i, lhs := range stmt.Lhs {
		if !isString(info.TypeOf(lhs)) {
			continue
		}
		p, ok := placeOf(info, lhs)
		if !ok {
			continue
		}
		g := growth{cur: cur, stmt: stmt, lhs: ast.Unparen(lhs), place: p}
		switch stmt.Tok {
		case token.ADD_ASSIGN:
			g.how, g.pieces = "by +=", stmt.Rhs
		case token.ASSIGN, token.DEFINE:
			if !g.read(info, stmt.Rhs[i]) {
				continue
			}
		default:
			continue
		}
		found = append(found, g)
	}
	return found
}

// read finds out how rhs is made from the place of g. It returns false if it is
// not, or not by growing.
func (g *growth) read(info *types.Info, rhs ast.Expr) bool {
	rhs = unconvert(info, rhs)
	if call, ok := rhs.(*ast.CallExpr); ok {
		switch fn := query.Callee(info, call); {
		case query.IsFunc(fn, "fmt", "Sprintf"):
			return g.readFormat(info, call)
		case query.IsFunc(fn, "fmt", "Sprint", "Sprintln"):
			g.form, g.how = formatted, "by fmt."+fn.Name()
			return !call.Ellipsis.IsValid() && g.split(info, call.Args)
		case query.IsFunc(fn, "strings", "Join"):
			g.form, g.how = joined, "by strings.Join"
			lit, ok := ast.Unparen(call.Args[0]).(*ast.CompositeLit)
			return ok && g.split(info, lit.Elts)
		}
		return false
	}
	terms := operands(info, rhs, nil)
	if g.readInsertion(info, terms) {
		return true
	}
	if !g.split(info, terms) {
		return false
	}
	switch g.self[0] {
	case terms[0]:
		g.form, g.how = appended, "by +"
	case terms[len(terms)-1]:
		g.form, g.how = prepended, "at its front"
	default:
		g.form, g.how = wrapped, "at both ends"
	}
	return true
}

// split divides parts into the old value, which must be there once, and the
// pieces added to it, of which there must be one at least.
func (g *growth) split(info *types.Info, parts []ast.Expr) bool {
	for _, e := range parts {
		if p, ok := placeOf(info, unconvert(info, e)); ok && p.equal(g.place) {
			g.self = append(g.self, unconvert(info, e))
		} else {
			g.pieces = append(g.pieces, e)
		}
	}
	return len(g.self) == 1 && len(g.pieces) > 0
}

// readInsertion recognises s[:i] + x + s[i:].
func (g *growth) readInsertion(info *types.Info, terms []ast.Expr) bool {
	var low, high ast.Expr // i in s[i:] and s[:i]
	var self, pieces []ast.Expr
	for _, e := range terms {
		slice, ok := e.(*ast.SliceExpr)
		if !ok {
			pieces = append(pieces, e)
			continue
		}
		p, ok := placeOf(info, slice.X)
		switch {
		case !ok || !p.equal(g.place):
			pieces = append(pieces, e)
			continue
		case slice.Low == nil && high == nil:
			high = slice.High
		case slice.High == nil && low == nil:
			low = slice.Low
		default:
			return false
		}
		self = append(self, ast.Unparen(slice.X))
	}
	if len(self) != 2 || len(pieces) == 0 || low == nil || high == nil || !sameIndex(info, low, high) {
		return false
	}
	g.form, g.how, g.self, g.pieces = inserted, "in its middle", self, pieces
	return true
}

// sameIndex reports whether a and b are the same constant, variable or sum of
// those.
func sameIndex(info *types.Info, a, b ast.Expr) bool {
	a, b = ast.Unparen(a), ast.Unparen(b)
	va, vb := info.Types[a].Value, info.Types[b].Value
	if va != nil || vb != nil {
		return va != nil && vb != nil && constant.Compare(va, token.EQL, vb)
	}
	if x, ok := a.(*ast.BinaryExpr); ok {
		y, ok := b.(*ast.BinaryExpr)
		return ok && x.Op == y.Op && sameIndex(info, x.X, y.X) && sameIndex(info, x.Y, y.Y)
	}
	if n, ok := lenArg(info, a); ok {
		m, ok := lenArg(info, b)
		return ok && sameIndex(info, n, m)
	}
	p, ok := placeOf(info, a)
	q, ok2 := placeOf(info, b)
	return ok && ok2 && p.equal(q)
}

// lenArg returns the argument of a call of len.
func lenArg(info *types.Info, e ast.Expr) (ast.Expr, bool) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) != 1 {
		return nil, false
	}
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok || id.Name != "len" || !info.Types[call.Fun].IsBuiltin() {
		return nil, false
	}
	return call.Args[0], true
}

// operands appends the operands of a sum of strings to terms, in order.
func operands(info *types.Info, e ast.Expr, terms []ast.Expr) []ast.Expr {
	e = unconvert(info, e)
	if sum, ok := e.(*ast.BinaryExpr); ok && sum.Op == token.ADD {
		return operands(info, sum.Y, operands(info, sum.X, terms))
	}
	return append(terms, e)
}

// unconvert removes parentheses and conversions between string types from e.
func unconvert(info *types.Info, e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !info.Types[call.Fun].IsType() || !isString(info.TypeOf(call.Args[0])) || !isString(info.TypeOf(call)) {
			return e
		}
		e = call.Args[0]
	}
}
