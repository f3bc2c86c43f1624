package concatloop

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// maxPadding is the length to which a loop may pad a string without being
// worth a word.
const maxPadding = 64

// loop is an unbounded loop, as heat.Result.Loops yields it.
type loop struct {
	cur      inspector.Cursor // *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit called per element, *ast.LabeledStmt of a goto
	fn       inspector.Cursor // the function whose statements the loop consists of
	pos, end token.Pos        // what runs in its turns lies in between
}

func newLoop(cur inspector.Cursor) loop {
	n := cur.Node()
	l := loop{cur: cur, fn: cur, pos: n.Pos(), end: n.End()}
	if _, ok := n.(*ast.FuncLit); ok {
		return l
	}
	l.fn = query.Func(cur)
	if label, ok := n.(*ast.LabeledStmt); ok {
		for c := range l.fn.Preorder((*ast.BranchStmt)(nil)) {
			if b := c.Node().(*ast.BranchStmt); b.Tok == token.GOTO && b.Label.Name == label.Label.Name {
				l.end = max(l.end, b.End())
			}
		}
	}
	return l
}

func (l loop) contains(pos token.Pos) bool { return l.pos <= pos && pos < l.end }

// doesOnly reports whether l is a for or range statement whose body is stmt.
func (l loop) doesOnly(stmt ast.Stmt) bool {
	var body *ast.BlockStmt
	switch n := l.cur.Node().(type) {
	case *ast.ForStmt:
		body = n.Body
	case *ast.RangeStmt:
		body = n.Body
	}
	return body != nil && len(body.List) == 1 && body.List[0] == stmt
}

// outlivedBy reports whether p names one and the same place in all turns.
func (l loop) outlivedBy(info *types.Info, p place) bool {
	if l.declares(p.root) {
		return false
	}
	for _, v := range p.deps {
		if l.declares(v) || l.assigns(info, v) {
			return false
		}
	}
	return true
}

// declares reports whether v is a variable of a turn of l, or of its header.
func (l loop) declares(v *types.Var) bool {
	return v.Kind() != types.PackageVar && l.contains(v.Pos())
}

// assigns reports whether l assigns to v or a part of it.
func (l loop) assigns(info *types.Info, v *types.Var) bool {
	for c := range l.fn.Preorder((*ast.AssignStmt)(nil), (*ast.IncDecStmt)(nil), (*ast.RangeStmt)(nil)) {
		if !l.contains(c.Node().Pos()) {
			continue
		}
		var targets []ast.Expr
		switch s := c.Node().(type) {
		case *ast.AssignStmt:
			targets = s.Lhs
		case *ast.IncDecStmt:
			targets = []ast.Expr{s.X}
		case *ast.RangeStmt:
			targets = []ast.Expr{s.Key, s.Value}
		}
		for _, e := range targets {
			if p, ok := placeOf(info, e); ok && p.root == v {
				return true
			}
		}
	}
	return false
}

// short reports whether the loop makes few turns for a reason that concerns
// strings: it climbs a tree, takes a type apart, takes the digits of a number,
// or pads p.
func (l loop) short(info *types.Info, p place) bool {
	for _, s := range l.assignments() {
		if climbs(info, s) || takesDigit(info, s) {
			return true
		}
	}
	s, ok := l.cur.Node().(*ast.ForStmt)
	return ok && pads(info, s.Cond, p)
}

// assignments returns the assignments of one value by a for loop, without those
// of loops inside it.
func (l loop) assignments() []*ast.AssignStmt {
	if _, ok := l.cur.Node().(*ast.ForStmt); !ok {
		return nil
	}
	var list []*ast.AssignStmt
	ast.Inspect(l.cur.Node(), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit:
			return n == l.cur.Node()
		case *ast.AssignStmt:
			if len(n.Lhs) == 1 && len(n.Rhs) == 1 {
				list = append(list, n)
			}
		}
		return true
	})
	return list
}

// climbs reports whether s steps from a node of a tree to its parent, or from a
// type or error to the one inside: p = p.parent, p = p.Parent(), t = x.Elem().
// Lists are followed by fields of other names.
func climbs(info *types.Info, s *ast.AssignStmt) bool {
	next := ast.Unparen(s.Rhs[0])
	call, isCall := next.(*ast.CallExpr)
	if isCall && len(call.Args) == 0 {
		next = ast.Unparen(call.Fun)
	}
	sel, ok := next.(*ast.SelectorExpr)
	if !ok || s.Tok != token.ASSIGN {
		return false
	}
	name := strings.ToLower(sel.Sel.Name)
	if isCall && (name == "elem" || name == "underlying" || name == "unwrap") {
		return true
	}
	p, ok := placeOf(info, s.Lhs[0])
	q, ok2 := placeOf(info, sel.X)
	if !ok || !ok2 || !p.equal(q) || !types.IsInterface(info.TypeOf(sel.X)) && !query.IsPointer(info.TypeOf(sel.X)) {
		return false
	}
	for _, word := range []string{"next", "prev", "sibling"} {
		if strings.Contains(name, word) {
			return false
		}
	}
	return true
}

// takesDigit reports whether s divides an integer by a constant or variable, so
// that the loop ends after as many turns as the number has digits.
func takesDigit(info *types.Info, s *ast.AssignStmt) bool {
	t := info.TypeOf(s.Lhs[0])
	if t == nil {
		return false // blank
	}
	if b, ok := t.Underlying().(*types.Basic); !ok || b.Info()&types.IsInteger == 0 {
		return false
	}
	switch s.Tok {
	case token.QUO_ASSIGN, token.SHR_ASSIGN:
		return true
	case token.ASSIGN:
		div, ok := ast.Unparen(s.Rhs[0]).(*ast.BinaryExpr)
		if !ok || div.Op != token.QUO && div.Op != token.SHR {
			return false
		}
		p, ok := placeOf(info, s.Lhs[0])
		q, ok2 := placeOf(info, div.X)
		return ok && ok2 && p.equal(q)
	}
	return false
}

// windsDown reports whether the loop goes on while an integer that its body
// computes differs from a constant: for n != 0 { n, unit = split(n) }. Nothing
// ties its turns to the size of any data; most such loops take a value apart.
func (l loop) windsDown(info *types.Info) bool {
	s, ok := l.cur.Node().(*ast.ForStmt)
	if !ok || s.Init != nil || s.Post != nil {
		return false
	}
	b, ok := s.Cond.(*ast.BinaryExpr)
	if !ok || info.Types[b.Y].Value == nil || info.Types[b.Y].Value.Kind() != constant.Int {
		return false
	}
	p, ok := placeOf(info, b.X)
	if !ok {
		return false
	}
	stepped := false
	ast.Inspect(s.Body, func(n ast.Node) bool {
		if inc, ok := n.(*ast.IncDecStmt); ok {
			q, ok := placeOf(info, inc.X)
			stepped = stepped || ok && p.equal(q)
		}
		return true
	})
	return !stepped && l.assigns(info, p.root)
}

// pads reports whether cond lets the loop run only while p is shorter than a
// small constant.
func pads(info *types.Info, cond ast.Expr, p place) bool {
	b, ok := cond.(*ast.BinaryExpr)
	if !ok {
		return false
	}
	if b.Op == token.LAND {
		return pads(info, b.X, p) || pads(info, b.Y, p)
	}
	arg, ok := lenArg(info, b.X)
	if !ok || b.Op != token.LSS && b.Op != token.LEQ && b.Op != token.NEQ {
		return false
	}
	q, ok := placeOf(info, arg)
	limit := info.Types[b.Y].Value
	return ok && p.equal(q) && limit != nil && constant.Compare(limit, token.LEQ, constant.MakeInt64(maxPadding))
}
