package regexcompile

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// loop is the text of an unbounded loop.
type loop struct {
	cur      inspector.Cursor
	pos, end token.Pos
}

func (l loop) contains(pos token.Pos) bool { return l.pos <= pos && pos < l.end }

// loops returns the unbounded loops around cur that go on after cur was
// evaluated, innermost first, and whether there are others, which do not.
func (c *checker) loops(cur inspector.Cursor) (loops []loop, left bool) {
	for l := range c.Heat.Loops(cur) {
		if c.leaves(cur, l) {
			left = true
			continue
		}
		n := loop{cur: l, pos: l.Node().Pos(), end: l.Node().End()}
		if _, ok := l.Node().(*ast.LabeledStmt); ok {
			n.end = l.Parent().Node().End() // the goto stands somewhere below
		}
		loops = append(loops, n)
	}
	return loops, left
}

// leaves reports whether whoever evaluates cur then leaves the loop: one of
// the statements that always follow returns, or breaks out of it.
func (c *checker) leaves(cur, loop inspector.Cursor) bool {
	left := false
	fn := query.Func(loop) // the label of a goto is not around cur
	for up := cur; up != loop && up != fn; up = up.Parent() {
		switch up.ParentEdgeKind() {
		case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
			left = left || c.leavesFrom(up, loop)
		}
		if _, ok := up.Node().(*ast.FuncLit); ok {
			left = false // it left the literal, not the loop around
		}
	}
	_, callback := loop.Node().(*ast.FuncLit)
	return left && !callback
}

// leavesFrom reports whether the statement at cur, or one that always follows
// in the same list, leaves the loop.
func (c *checker) leavesFrom(cur, loop inspector.Cursor) bool {
	for stmt, ok := cur, true; ok; stmt, ok = stmt.NextSibling() {
		switch s := stmt.Node().(type) {
		case *ast.ReturnStmt:
			return true
		case *ast.BranchStmt:
			return s.Tok == token.BREAK && breaksOut(stmt, loop)
		case *ast.ExprStmt:
			if call, ok := s.X.(*ast.CallExpr); ok && c.isPanic(call) {
				return true
			}
		}
		if jumps(stmt) {
			return false
		}
	}
	return false
}

func (c *checker) isPanic(call *ast.CallExpr) bool {
	id, ok := call.Fun.(*ast.Ident)
	return ok && id.Name == "panic" && c.TypesInfo.Types[id].IsBuiltin()
}

// jumps reports whether a continue or goto stands in the statement.
func jumps(stmt inspector.Cursor) bool {
	for cur := range stmt.Preorder((*ast.BranchStmt)(nil)) {
		if tok := cur.Node().(*ast.BranchStmt).Tok; tok == token.CONTINUE || tok == token.GOTO {
			return true
		}
	}
	return false
}

// breaksOut reports whether the break at cur ends the loop, or one around it.
func breaksOut(cur, loop inspector.Cursor) bool {
	label := cur.Node().(*ast.BranchStmt).Label
	if label != nil {
		for l := range loop.Enclosing((*ast.LabeledStmt)(nil)) {
			if l.Node().(*ast.LabeledStmt).Label.Name == label.Name {
				return true
			}
		}
		return false
	}
	targets := []ast.Node{
		(*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.SwitchStmt)(nil),
		(*ast.TypeSwitchStmt)(nil), (*ast.SelectStmt)(nil),
	}
	for target := range cur.Enclosing(targets...) {
		return target == loop
	}
	return false
}

// rangesOver reports whether e is what the innermost loop ranges over, and that
// is the same in every turn of the loop around it, which so compiles the same
// patterns again and again.
func (c *checker) rangesOver(e ast.Expr, loops []loop) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	stmt, ok := loops[0].cur.Node().(*ast.RangeStmt)
	if !ok {
		return false
	}
	for _, v := range []ast.Expr{stmt.Key, stmt.Value} {
		if def, ok := v.(*ast.Ident); ok && c.TypesInfo.Defs[def] != nil && c.TypesInfo.Defs[def] == c.TypesInfo.Uses[id] {
			return c.invariant(stmt.X, loops[1])
		}
	}
	return false
}

// invariant reports whether e has the same value in every turn of l.
func (c *checker) invariant(e ast.Expr, l loop) bool {
	e = ast.Unparen(e)
	if c.TypesInfo.Types[e].Value != nil {
		return true
	}
	switch e := e.(type) {
	case *ast.Ident:
		v, ok := c.TypesInfo.Uses[e].(*types.Var)
		return ok && c.keeps(v.Origin(), l)
	case *ast.SelectorExpr:
		v, ok := c.TypesInfo.Uses[e.Sel].(*types.Var)
		if !ok {
			return false
		}
		if c.TypesInfo.Selections[e] == nil {
			return c.keeps(v, l)
		}
		return c.invariant(e.X, l) && c.keepsField(v.Origin(), l)
	case *ast.BinaryExpr:
		return c.invariant(e.X, l) && c.invariant(e.Y, l)
	case *ast.CompositeLit:
		return c.allInvariant(c.elements(e), l)
	case *ast.SliceExpr:
		return isString(c.TypesInfo.TypeOf(e.X)) && c.allInvariant([]ast.Expr{e.X, e.Low, e.High}, l)
	case *ast.CallExpr:
		fn := query.Callee(c.TypesInfo, e)
		if query.IsMethod(fn, "regexp", "Regexp", "String") {
			sel, ok := e.Fun.(*ast.SelectorExpr)
			return ok && c.invariant(sel.X, l)
		}
		if !c.TypesInfo.Types[e.Fun].IsType() && !isPure(fn) {
			return false
		}
		// Anything but strings, numbers and lists of strings may change on
		// its own between two turns.
		for _, arg := range e.Args {
			t := c.TypesInfo.TypeOf(arg)
			if _, basic := t.Underlying().(*types.Basic); !basic && !isStrings(t) {
				return false
			}
		}
		return c.allInvariant(e.Args, l)
	}
	return false
}

func (c *checker) allInvariant(list []ast.Expr, l loop) bool {
	return !slices.ContainsFunc(list, func(e ast.Expr) bool { return e != nil && !c.invariant(e, l) })
}

// keeps reports whether the variable has the same value in every turn of l.
func (c *checker) keeps(v *types.Var, l loop) bool {
	if c.active[v] {
		return false
	}
	c.active[v] = true
	defer delete(c.active, v)
	writes := c.writesOf(v)
	if isStrings(v.Type()) && !c.readOnly(v, l.cur) {
		return false
	}
	if v.Kind() == types.PackageVar {
		return len(writes) <= 1
	}
	if l.contains(v.Pos()) { // a new one in every turn
		return len(writes) == 1 && writes[0].value != nil && !writes[0].changes && c.invariant(writes[0].value, l)
	}
	return !slices.ContainsFunc(writes, func(w write) bool { return !w.before(l) })
}

// before reports whether w is done before the loop starts.
func (w write) before(l loop) bool {
	if _, address := w.cur.Node().(*ast.UnaryExpr); address || l.contains(w.cur.Node().Pos()) {
		return false
	}
	fn := query.Func(w.cur)
	return fn.Valid() && within(fn.Node(), l.pos) // else a closure may do it at any time
}

// keepsField reports whether nobody writes to the field while l runs: only
// code in front of l does, and functions that make a new struct.
func (c *checker) keepsField(f *types.Var, l loop) bool {
	for _, w := range c.writesOf(f) {
		if w.before(l) {
			continue
		}
		sel, ok := ast.Unparen(w.target).(*ast.SelectorExpr)
		if !ok || l.contains(w.cur.Node().Pos()) {
			return false
		}
		id, ok := ast.Unparen(sel.X).(*ast.Ident)
		if !ok {
			return false
		}
		if base, ok := c.TypesInfo.Uses[id].(*types.Var); !ok || base.Kind() != types.LocalVar {
			return false
		}
	}
	return true
}
