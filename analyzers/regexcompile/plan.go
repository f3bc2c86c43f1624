package regexcompile

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

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

// place makes the edits that declare the variables, in front of a declaration
// and its comment. Edits at one place exclude each other, but around the blank
// line above there are three; what is beyond has to wait for the next run:
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
