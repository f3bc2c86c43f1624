package regexcompile

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/query"
)

// fixable reports whether s, as it stands, can be replaced by a variable: the
// pattern means the same outside the function, nothing can tell one compiled
// regexp from another, no error is looked at, and no comment is lost.
func (c *checker) fixable(s *compilation) bool {
	if c.TypesInfo.Types[s.call.Args[0]].Value == nil || !c.portable(s) {
		return false
	}
	file := query.File(s.cur)
	switch {
	case strings.HasPrefix(s.fn, "Must"):
		return !query.HasComment(file, s.call) && c.matchesOnly(s.cur)
	case s.matches() && s.cur.ParentEdgeKind() == edge.ExprStmt_X:
		return !query.HasCommentIn(file, s.call.Pos(), s.call.Args[1].Pos())
	}
	assign, ok := s.cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 2 || !isBlank(assign.Lhs[1]) {
		return false
	}
	if s.matches() {
		return !query.HasCommentIn(file, assign.Lhs[0].Pos(), s.call.Args[1].Pos())
	}
	return !query.HasCommentIn(file, assign.Lhs[0].Pos(), s.call.End()) && c.matchesOnly(s.cur)
}

// portable reports whether the names in the called function and the pattern mean
// the same at package level.
func (c *checker) portable(s *compilation) bool {
	scope := c.TypesInfo.Scopes[query.File(s.cur)]
	ok := true
	check := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			id, qualifier := n.X.(*ast.Ident)
			if !qualifier {
				ok = false
				return false
			}
			pkg, qualifier := c.TypesInfo.Uses[id].(*types.PkgName)
			ok = ok && qualifier && scope.Lookup(id.Name) == pkg
			return false
		case *ast.Ident:
			_, obj := scope.LookupParent(n.Name, 0)
			ok = ok && obj == c.TypesInfo.Uses[n]
		}
		return ok
	}
	ast.Inspect(s.call.Fun, check)
	ast.Inspect(s.call.Args[0], check)
	return ok
}

// changers are the methods of a regexp after which it matches other things.
var changers = map[string]bool{"Longest": true, "UnmarshalText": true}

// matchesOnly reports whether the regexp at cur, or the local variable it is
// assigned to, is only used to match: as the receiver of methods.
func (c *checker) matchesOnly(cur inspector.Cursor) bool {
	var target ast.Expr
	switch kind, i := cur.ParentEdge(); kind {
	case edge.SelectorExpr_X:
		return !changers[cur.Parent().Node().(*ast.SelectorExpr).Sel.Name]
	case edge.AssignStmt_Rhs:
		target = cur.Parent().Node().(*ast.AssignStmt).Lhs[i]
	case edge.ValueSpec_Values:
		target = cur.Parent().Node().(*ast.ValueSpec).Names[i]
	default:
		return false
	}
	if isBlank(target) {
		return true
	}
	id, ok := target.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.TypesInfo.ObjectOf(id).(*types.Var)
	return ok && v.Kind() == types.LocalVar && c.onlyMatched(v, topDecl(cur))
}

// onlyMatched reports whether v is only used to match below scope: as a
// receiver of methods, or as the target of assignments.
func (c *checker) onlyMatched(v *types.Var, scope inspector.Cursor) bool {
	for use := range query.Uses(scope, c.TypesInfo, v) {
		switch use.ParentEdgeKind() {
		case edge.AssignStmt_Lhs:
		case edge.SelectorExpr_X:
			if changers[use.Parent().Node().(*ast.SelectorExpr).Sel.Name] {
				return false
			}
		default:
			return false
		}
	}
	return true
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// fix returns the fix of s, or nil. It declares a variable in front of the
// first use of the pattern in the file, unless the package has one already:
//
//	         var emailPattern = regexp.MustCompile(`@`)
//
//	func valid(email string) bool {
//		ok, _ := regexp.MatchString(`@`, email)
//		  ---    ------------------ -----
//		ok    := emailPattern.MatchString(email)
//
// A valid constant pattern compiles to the same regexp each time, and neither
// panics nor returns an error, so nobody can tell; fixable has made sure that
// the regexp is never changed.
func (p *plan) fix(s *compilation) []analysis.SuggestedFix {
	if !p.keepsImports(s) {
		return nil
	}
	if name := p.existing[s]; name != "" {
		return edit.Fix(fmt.Sprintf("Use %s, which holds the same pattern", name), use(s, name)...)
	}
	h := p.hoists[s]
	if h == nil {
		return nil
	}
	return edit.Fix("Compile the pattern once, in a package-level variable", append(use(s, h.name), h.edit)...)
}

// use replaces the compilation by the variable name.
func use(s *compilation, name string) []analysis.TextEdit {
	var edits []analysis.TextEdit
	if assign, ok := s.cur.Parent().Node().(*ast.AssignStmt); ok && len(assign.Lhs) == 2 && len(assign.Rhs) == 1 {
		edits = append(edits, edit.Delete(assign.Lhs[0].End(), assign.Lhs[1].End()))
	}
	if !s.matches() {
		return append(edits, edit.Replace(s.call, name))
	}
	return append(edits,
		edit.Replace(s.call.Fun, name+"."+s.fn),
		edit.Delete(s.call.Args[0].Pos(), s.call.Args[1].Pos()))
}

// declaration returns the source of the variable for the pattern of s.
func (c *checker) declaration(s *compilation, name string) string {
	must := "MustCompile"
	if s.key().posix {
		must += "POSIX"
	}
	if sel, ok := ast.Unparen(s.call.Fun).(*ast.SelectorExpr); ok {
		must = sel.X.(*ast.Ident).Name + "." + must
	}
	decl := fmt.Sprintf("var %s = %s(%s)", name, must, c.source(s.call.Args[0]))
	if clean, err := format.Source([]byte(decl)); err == nil {
		return string(clean)
	}
	return decl
}

// source returns the text of e.
func (c *checker) source(e ast.Expr) string {
	var b bytes.Buffer
	if err := format.Node(&b, c.Fset, e); err != nil {
		return types.ExprString(e)
	}
	return b.String()
}
