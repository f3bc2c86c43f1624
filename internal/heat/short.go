package heat

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// shortFor reports whether a for statement makes few turns: it counts to a
// small constant, or to its multiple, or over the fields of a type.
func (g *graph) shortFor(cur inspector.Cursor, s *ast.ForStmt) bool {
	b, ok := s.Cond.(*ast.BinaryExpr)
	if !ok {
		return false
	}
	if id, ok := ast.Unparen(b.X).(*ast.Ident); ok && divides(s, id.Name) {
		return true
	}
	if rem, ok := ast.Unparen(b.X).(*ast.BinaryExpr); ok && rem.Op == token.REM && g.small(rem.Y) {
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
		return g.isArguments(e) || g.isReflectFields(e) || g.isLimited(e)
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

// isLimited reports whether call splits a text into, or finds in it, at most so
// many parts.
func (g *graph) isLimited(call *ast.CallExpr) bool {
	fn := query.Callee(g.info, call)
	if fn == nil || fn.Pkg() == nil || len(call.Args) < 2 {
		return false
	}
	most := call.Args[len(call.Args)-1]
	if !g.small(most) || constant.Sign(g.info.Types[most].Value) < 0 { // -1: all
		return false
	}
	switch fn.Pkg().Path() {
	case "strings", "bytes":
		return strings.HasPrefix(fn.Name(), "Split") && strings.HasSuffix(fn.Name(), "N")
	case "regexp":
		return strings.HasPrefix(fn.Name(), "FindAll") || fn.Name() == "Split"
	}
	return false
}

// shortVar reports whether v holds command-line arguments, arguments that calls
// write out, or a literal table that is short and never changed.
func (g *graph) shortVar(cur inspector.Cursor, v *types.Var) bool {
	if v.Name() == "args" && v.Kind() == types.ParamVar && v.Type().String() == "[]string" {
		return true
	}
	if g.writtenOut(cur, v) {
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
	case v.Kind() == types.PackageVar && v.Pkg() == g.r.pass.Pkg: // others rarely change an exported one
		scope = g.r.Root()
	}
	if !scope.Valid() {
		return false
	}
	n := g.literalLen(scope, v)
	return n >= 0 && n <= maxTable && !g.reassigned(scope, v)
}

// writtenOut reports whether v is the variadic parameter of a declared function
// that the package never calls with a slice: f(a, b), never f(list...).
func (g *graph) writtenOut(cur inspector.Cursor, v *types.Var) bool {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		fn, ok := g.info.Defs[c.Node().(*ast.FuncDecl).Name].(*types.Func)
		if !ok || !fn.Signature().Variadic() {
			return false
		}
		params := fn.Signature().Params()
		return params.At(params.Len()-1) == v && !g.spreads()[fn]
	}
	return false
}

// spreads returns the functions that the package calls with a slice for their
// variadic parameter.
func (g *graph) spreads() map[*types.Func]bool {
	if g.spread == nil {
		g.spread = make(map[*types.Func]bool)
		for cur := range g.r.Root().Preorder((*ast.CallExpr)(nil)) {
			if call := cur.Node().(*ast.CallExpr); call.Ellipsis.IsValid() {
				if fn := query.Callee(g.info, call); fn != nil {
					g.spread[fn] = true
				}
			}
		}
	}
	return g.spread
}

// literalLen returns the number of elements of the literal that v is declared
// with, or -1.
func (g *graph) literalLen(scope inspector.Cursor, v *types.Var) int {
	if lit, ok := g.initial(scope, v).(*ast.CompositeLit); ok {
		return len(lit.Elts)
	}
	return -1
}

// initial returns the value that v is declared with in scope, or nil.
func (g *graph) initial(scope inspector.Cursor, v *types.Var) ast.Expr {
	c, ok := scope.FindByPos(v.Pos(), v.Pos()+token.Pos(len(v.Name())))
	if !ok {
		return nil
	}
	id, ok := c.Node().(*ast.Ident)
	if !ok || g.info.Defs[id] != v {
		return nil
	}
	switch kind, i := c.ParentEdge(); kind {
	case edge.AssignStmt_Lhs:
		if s := c.Parent().Node().(*ast.AssignStmt); len(s.Lhs) == len(s.Rhs) {
			return s.Rhs[i]
		}
	case edge.ValueSpec_Names:
		if s := c.Parent().Node().(*ast.ValueSpec); len(s.Names) == len(s.Values) {
			return s.Values[i]
		}
	}
	return nil
}

// reassigned reports whether v is assigned after its declaration, or its
// address taken.
func (g *graph) reassigned(scope inspector.Cursor, v *types.Var) bool {
	if v.Kind() == types.PackageVar {
		return g.packageWrites()[v]
	}
	for c := range query.Uses(scope, g.info, v) {
		if isWrite(c) {
			return true
		}
	}
	return false
}

// packageWrites returns the variables of the package that it writes, so that the
// package is searched once for all of them.
func (g *graph) packageWrites() map[types.Object]bool {
	if g.written == nil {
		g.written = make(map[types.Object]bool)
		for c := range g.r.Root().Preorder((*ast.Ident)(nil)) {
			if isWrite(c) {
				g.written[g.info.Uses[c.Node().(*ast.Ident)]] = true
			}
		}
	}
	return g.written
}

func isWrite(use inspector.Cursor) bool {
	kind := use.ParentEdgeKind()
	return kind == edge.AssignStmt_Lhs || kind == edge.UnaryExpr_X
}
