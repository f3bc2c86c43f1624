package regexcompile

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/build"
	"go/build/constraint"
	"go/format"
	"go/token"
	"go/types"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/query"
)

// plan settles the fixes of a package before any is offered: compilations of
// one pattern share one variable, and each fix must stand alone.
type plan struct {
	c        *checker
	existing map[*compilation]string // the variable of the package that s can use
	hoists   map[*compilation]*hoist // the variable that s needs
	declared []*hoist                // all of them, in order
	replaced map[*ast.CallExpr]bool  // calls that fixes may remove without leaving their text
}

// hoist is a variable that fixes declare, in front of the function that
// compiles the pattern first.
type hoist struct {
	first *compilation
	name  string
	edit  analysis.TextEdit // the declaration
}

func (c *checker) planFixes(found []*compilation) *plan {
	p := &plan{c: c, existing: make(map[*compilation]string), hoists: make(map[*compilation]*hoist), replaced: make(map[*ast.CallExpr]bool)}
	same := make(map[pattern][]*compilation)
	var order []pattern
	for _, s := range found {
		if !c.fixable(s) {
			continue
		}
		key := s.key()
		if same[key] == nil {
			order = append(order, key)
		}
		same[key] = append(same[key], s)
	}
	if len(order) == 0 {
		return p
	}
	globals := make(map[pattern][]global)
	for _, g := range c.globals() {
		if !g.v.Exported() && c.onlyMatched(g.v, c.Heat.Root()) {
			globals[g.pattern] = append(globals[g.pattern], g)
		}
	}
	for _, key := range order {
		for _, s := range same[key] {
			p.replaced[s.call] = true
		}
		if len(globals[key]) > 0 {
			p.reuse(same[key], globals[key])
		} else {
			p.hoist(same[key])
		}
	}
	p.place()
	return p
}

// reuse lets each of list use one of globals, if it can.
func (p *plan) reuse(list []*compilation, globals []global) {
	for _, s := range list {
		for _, g := range globals {
			_, obj := p.c.Pkg.Scope().Innermost(s.call.Pos()).LookupParent(g.v.Name(), s.call.Pos())
			if obj == g.v && (g.file == query.File(s.cur) || !p.c.constrained(g.file)) {
				p.existing[s] = g.v.Name()
				break
			}
		}
	}
}

// hoist declares a variable for those of list that stand in one file: edits of
// another would not be applied together with it.
func (p *plan) hoist(list []*compilation) {
	first := list[0]
	for _, s := range list {
		if query.File(s.cur) != query.File(first.cur) && p.c.Heat.Cold(first.cur) != "" && p.c.Heat.Cold(s.cur) == "" {
			first = s // nobody would report the first, and declare it
		}
	}
	name := p.c.Names().Prefer(p.c.names(first)...)
	h := &hoist{first: first, name: name}
	p.declared = append(p.declared, h)
	p.replaced[first.call] = false // the declaration repeats its text
	for _, s := range list {
		if query.File(s.cur) == query.File(first.cur) {
			p.hoists[s] = h
		}
	}
}

// place makes the edits that declare the variables: in front of a declaration
// and its comment, set off by blank lines. Edits at one place exclude each
// other, but the blank line above has three:
//
//	}<3>
//	<2>
//	<1>func f() {
func (p *plan) place() {
	above := make(map[ast.Decl]int)
	for _, h := range slices.Backward(p.declared) { // the last is next to the function
		decl := query.TopDecl(h.first.cur)
		pos, text := edit.Start(decl), p.c.declaration(h.first, h.name)
		switch n := above[decl]; {
		case n == 1 && p.c.blankAbove(pos):
			h.edit = edit.Insert(pos-1, "\n"+text+"\n")
		case n == 2 && p.c.blankAbove(pos):
			h.edit = edit.Insert(pos-2, "\n\n"+text)
		default:
			h.edit = edit.Insert(pos, text+"\n\n")
		}
		above[decl]++
	}
}

// blankAbove reports whether pos starts a line, and the line above is empty.
func (c *checker) blankAbove(pos token.Pos) bool {
	file := c.Fset.File(pos)
	line := file.PositionFor(pos, false).Line
	return line > 2 && file.LineStart(line) == pos && file.LineStart(line-1) == pos-1
}

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

// keepsImports reports whether the packages that s names stay used in its
// file, whichever of the fixes are applied.
func (p *plan) keepsImports(s *compilation) bool {
	if !p.replaced[s.call] {
		return true
	}
	file := query.File(s.cur)
	used := p.c.packages(file, p.replaced)
	for pkg := range p.c.packages(s.call, nil) {
		if !used[pkg] {
			return false
		}
	}
	h := p.hoists[s]
	return !isDot(s.call) || h != nil && isDot(h.first.call)
}

// isDot reports whether call names a function of a dot import.
func isDot(call *ast.CallExpr) bool {
	_, ok := ast.Unparen(call.Fun).(*ast.Ident)
	return ok
}

// packages returns the imported packages that are named below n, without what
// is removed of the calls in skip.
func (c *checker) packages(n ast.Node, skip map[*ast.CallExpr]bool) map[types.Object]bool {
	set := make(map[types.Object]bool)
	var visit func(n ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if skip[n] {
				for _, arg := range n.Args[1:] {
					ast.Inspect(arg, visit)
				}
				return false
			}
		case *ast.Ident:
			if pkg, ok := c.TypesInfo.Uses[n].(*types.PkgName); ok {
				set[pkg] = true
			}
		}
		return true
	}
	ast.Inspect(n, visit)
	return set
}

// constrained reports whether file is built for some platforms or tags only.
func (c *checker) constrained(file *ast.File) bool {
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if comment.Pos() < file.Package && (constraint.IsGoBuild(comment.Text) || constraint.IsPlusBuild(comment.Text)) {
				return true
			}
		}
	}
	// No platform is called none, so only names without a platform match.
	none := build.Context{GOOS: "none", GOARCH: "none", OpenFile: func(string) (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader("package p\n")), nil
	}}
	match, err := none.MatchFile("", filepath.Base(c.Fset.File(file.FileStart).Name()))
	return err != nil || !match
}
