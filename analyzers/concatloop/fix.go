package concatloop

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/gover"
	"github.com/zenithlint/zenithlint/internal/query"
)

// fixer returns the function that builds the fix for a variable. It covers all
// loops in which the variable grows, so only the first finding that is reported
// carries it.
func (f *finder) fixer(group []growth, nests [][]site) func() []analysis.SuggestedFix {
	offered := false
	return func() []analysis.SuggestedFix {
		if offered {
			return nil
		}
		offered = true
		b := &builderFix{finder: f, group: group, v: group[0].place.root}
		for _, nest := range nests {
			for _, s := range nest {
				b.loops = append(b.loops, s.turns.loop)
			}
		}
		if !b.build() {
			return nil
		}
		return edit.Fix("Collect "+b.v.Name()+" in a strings.Builder", b.edits...)
	}
}

// builderFix makes a local string variable a strings.Builder of the same name:
//
//	s := ""                  var s strings.Builder
//	-------
//	s += x                   s.WriteString(x)
//	 ----                     -------------
//	s = s + x + y            s.WriteString(x + y)
//	 --------                 -------------
//	if s != "" {             if s.Len() != 0 {
//	   -    --                  -------    -
//	return s                 return s.String()
//	       -                        ----------
//
// Every use of the variable must be of one of these kinds, and in the loops
// themselves it may only be grown, measured and returned. Then no use can tell
// the difference: String copies nothing and what it returned is never written
// to again, pieces are evaluated in the same order, and a piece cannot see the
// variable, which no closure shares.
type builderFix struct {
	*finder
	group []growth
	loops []loop
	v     *types.Var
	fn    inspector.Cursor // that declares v
	edits []analysis.TextEdit
}

func (b *builderFix) build() bool {
	g := b.group[0]
	if b.v.Kind() != types.LocalVar || len(g.place.steps) > 0 || !types.Identical(b.v.Type(), types.Typ[types.String]) {
		return false
	}
	file := query.File(g.cur)
	if !gover.Has(b.Pass.Pass, file, gover.StringsBuilder) {
		return false
	}
	def, ok := b.definition()
	if !ok {
		return false
	}
	b.fn = query.Func(def)
	qualifier, imports, ok := edit.Import(b.Pkg, b.TypesInfo, file, b.v.Pos(), "strings")
	if !ok || b.hasGoto() || !b.declare(def, qualifier+".Builder") {
		return false
	}
	for _, g := range b.group {
		if !b.write(g) {
			return false
		}
	}
	for use := range query.Uses(b.fn, b.TypesInfo, b.v) {
		if !b.use(use) {
			return false
		}
	}
	b.grow()
	if slices.ContainsFunc(b.edits, func(e analysis.TextEdit) bool { return query.HasCommentIn(file, e.Pos, e.End) }) {
		return false
	}
	b.edits = append(b.edits, imports...)
	return true
}

// hasGoto reports whether the function jumps to labels other than by break and
// continue.
func (b *builderFix) hasGoto() bool {
	for c := range b.fn.Preorder((*ast.BranchStmt)(nil)) {
		if c.Node().(*ast.BranchStmt).Tok == token.GOTO {
			return true
		}
	}
	return false
}

// write makes a growth a call of WriteString.
func (b *builderFix) write(g growth) bool {
	name, ok := g.stmt.Lhs[0].(*ast.Ident)
	if !ok || g.form != appended || len(g.stmt.Lhs) != 1 {
		return false
	}
	first, rhs := g.stmt.Rhs[0], g.stmt.Rhs[0]
	if g.stmt.Tok == token.ASSIGN {
		if first = afterFirst(rhs); first == nil {
			return false
		}
	} else if g.stmt.Tok != token.ADD_ASSIGN {
		return false
	}
	b.edits = append(b.edits,
		analysis.TextEdit{Pos: name.End(), End: first.Pos(), NewText: []byte(".WriteString(")},
		edit.Insert(rhs.End(), ")"))
	return true
}

// afterFirst returns the second operand of a sum without parentheses around the
// first ones, or nil if e is none.
func afterFirst(e ast.Expr) ast.Expr {
	sum, ok := e.(*ast.BinaryExpr)
	if !ok || sum.Op != token.ADD {
		return nil
	}
	if _, ok := sum.X.(*ast.Ident); ok {
		return sum.Y
	}
	return afterFirst(sum.X)
}

// use rewrites a use of the variable. It returns false for a use that a Builder
// does not allow, or that is not proved to mean the same.
func (b *builderFix) use(cur inspector.Cursor) bool {
	id := cur.Node().(*ast.Ident)
	if query.Func(cur) != b.fn || deferred(cur) {
		return false
	}
	for _, g := range b.group {
		if g.lhs == ast.Expr(id) || slices.Contains(g.self, ast.Expr(id)) {
			return true
		}
		if g.stmt.Pos() <= id.Pos() && id.Pos() < g.stmt.End() {
			return false // a piece depends on what was written before
		}
	}
	up := cur.Parent()
	switch kind, _ := cur.ParentEdge(); kind {
	case edge.AssignStmt_Lhs, edge.RangeStmt_Key, edge.RangeStmt_Value, edge.UnaryExpr_X, edge.ValueSpec_Names:
		return false
	case edge.CallExpr_Args:
		if _, ok := lenArg(b.TypesInfo, up.Node().(ast.Expr)); ok {
			b.edits = append(b.edits, edit.Replace(up.Node(), id.Name+".Len()"))
			return true
		}
	case edge.BinaryExpr_X, edge.BinaryExpr_Y:
		if empty := emptyOperand(up.Node().(*ast.BinaryExpr)); empty != nil {
			b.edits = append(b.edits, edit.Replace(id, id.Name+".Len()"), edit.Replace(empty, "0"))
			return true
		}
	}
	if !returned(cur) && slices.ContainsFunc(b.loops, func(l loop) bool { return l.contains(id.Pos()) }) {
		return false
	}
	b.edits = append(b.edits, edit.Replace(id, id.Name+".String()"))
	return true
}

// deferred reports whether cur is evaluated in a go or defer statement of its
// function.
func deferred(cur inspector.Cursor) bool {
	for c := range cur.Enclosing((*ast.DeferStmt)(nil), (*ast.GoStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		switch c.Node().(type) {
		case *ast.DeferStmt, *ast.GoStmt:
			return true
		}
		return false
	}
	return false
}

// returned reports whether cur is evaluated in a return statement: after it, no
// turn of a loop follows.
func returned(cur inspector.Cursor) bool {
	for range cur.Enclosing((*ast.ReturnStmt)(nil)) {
		return true
	}
	return false
}

// emptyOperand returns the literal "" that b compares with, or nil.
func emptyOperand(b *ast.BinaryExpr) ast.Expr {
	if b.Op != token.EQL && b.Op != token.NEQ {
		return nil
	}
	for _, e := range []ast.Expr{b.X, b.Y} {
		if isEmptyLit(e) {
			return e
		}
	}
	return nil
}
