package structlayout

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/rule"
)

// uses records where subjects are made in number, and marks those whose layout
// something depends on.
func uses(c *checker) {
	if c.TypesSizes == nil || !c.knowsSubjects() {
		return
	}
	c.mark()
	if !c.Any(c.makes) {
		return
	}
	for file := range c.Files() {
		for cur := range file.Preorder((*ast.CallExpr)(nil), (*ast.AssignStmt)(nil), (*ast.UnaryExpr)(nil), (*ast.CompositeLit)(nil)) {
			c.volume(cur)
		}
	}
}

// knowsSubjects reports whether the package or one that it imports declares a
// subject: most do not.
func (c *checker) knowsSubjects() bool {
	for _, pkg := range c.Pkg.Imports() {
		if owner(pkg) != owner(c.Pkg) {
			continue // findings are about the module, or one next to it
		}
		for _, name := range pkg.Scope().Names() {
			if obj, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok && c.IsSubject(obj) {
				return true
			}
		}
	}
	return c.Any(func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		return ok && c.TypesInfo.Defs[spec.Name] != nil && c.IsSubject(c.TypesInfo.Defs[spec.Name])
	})
}

// owner returns the part of the path of pkg that modules of one owner share.
func owner(pkg *types.Package) string {
	host, rest, _ := strings.Cut(pkg.Path(), "/")
	if !strings.Contains(host, ".") {
		return host
	}
	name, _, _ := strings.Cut(rest, "/")
	return host + "/" + name
}

// makes reports whether n may make or hold a value of a subject. It is asked
// before any index of the package is made.
func (c *checker) makes(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CompositeLit:
		return len(c.parts(c.typeOf(n))) > 0
	case *ast.CallExpr:
		if builtin(c.TypesInfo, n) == "" {
			return c.arenaCall(n) != nil
		}
		switch u := c.typeOf(n).Underlying().(type) {
		case *types.Slice:
			return len(c.parts(u.Elem())) > 0
		case *types.Map:
			return len(c.parts(u.Elem()))+len(c.parts(u.Key())) > 0
		case *types.Pointer:
			return len(c.parts(u.Elem())) > 0
		}
	case *ast.IndexExpr:
		return len(c.parts(c.typeOf(n))) > 0
	}
	return false
}

// subject returns the name of t, or of what t is an instance of, if a finding is
// about that; nil otherwise.
func (c *checker) subject(t types.Type) *types.TypeName {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil
	}
	if _, ok := named.Underlying().(*types.Struct); !ok || !c.IsSubject(named.Obj()) {
		return nil
	}
	return named.Obj()
}

// volume records the use at cur, if it is one.
func (c *checker) volume(cur inspector.Cursor) {
	switch n := cur.Node().(type) {
	case *ast.CallExpr:
		c.call(cur, n)
	case *ast.AssignStmt:
		c.assign(cur, n)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			c.object(cur, n.X)
			c.filled(cur, n.X)
		}
	case *ast.CompositeLit:
		if cur.ParentEdgeKind() != edge.UnaryExpr_X {
			c.boxed(cur, n)
		}
	}
}

// call records append(s, v) of values, new(T), and pages of values.
func (c *checker) call(cur inspector.Cursor, call *ast.CallExpr) {
	switch builtin(c.TypesInfo, call) {
	case "append":
		if s, ok := c.typeOf(call).Underlying().(*types.Slice); ok && len(call.Args) > 1 && !c.holdsLive(call.Args[0]) {
			c.element(cur, s.Elem(), "appended")
		}
	case "make":
		c.page(cur, call)
	case "new":
		c.page(cur, call)
		if p, ok := c.typeOf(call).Underlying().(*types.Pointer); ok && len(c.parts(p.Elem())) > 0 && !c.reuses(cur) {
			if f := c.flow(cur); f.how != "" {
				c.allocated(cur, p.Elem(), f.how)
			}
		}
	case "":
		c.fromArena(cur, call)
	}
}

// assign records m[k] = v of values, s[i] = v and s[i].f = v.
func (c *checker) assign(cur inspector.Cursor, assign *ast.AssignStmt) {
	if assign.Tok != token.ASSIGN {
		return
	}
	for _, lhs := range assign.Lhs {
		if index, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok {
			if m, ok := c.typeOf(index.X).Underlying().(*types.Map); ok {
				c.mapped(cur, index.X, m)
			}
		}
		c.filled(cur, lhs)
	}
}

// filled records that x, an element of a slice that the function makes or a
// field of one, gets its value.
func (c *checker) filled(cur inspector.Cursor, x ast.Expr) {
	x = ast.Unparen(x)
	for sel, ok := x.(*ast.SelectorExpr); ok; sel, ok = x.(*ast.SelectorExpr) {
		x = ast.Unparen(sel.X)
	}
	index, ok := x.(*ast.IndexExpr)
	if !ok {
		return
	}
	if s, ok := c.typeOf(index.X).Underlying().(*types.Slice); ok && len(c.parts(s.Elem())) > 0 && c.madeHere(cur, index.X) {
		c.element(cur, s.Elem(), "filled into a slice")
	}
}

// madeHere reports whether x is a local variable that is set to make(...).
func (c *checker) madeHere(cur inspector.Cursor, x ast.Expr) bool {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	if !ok {
		return false
	}
	for fn := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		for assign := range fn.Preorder((*ast.AssignStmt)(nil)) {
			s := assign.Node().(*ast.AssignStmt)
			for i, lhs := range s.Lhs {
				l, ok := lhs.(*ast.Ident)
				if !ok || len(s.Lhs) != len(s.Rhs) || c.TypesInfo.ObjectOf(l) != v {
					continue
				}
				if call, ok := ast.Unparen(s.Rhs[i]).(*ast.CallExpr); ok && builtin(c.TypesInfo, call) == "make" {
					return true
				}
			}
		}
	}
	return false
}

// element records that cur makes one more element of type t of a slice.
func (c *checker) element(cur inspector.Cursor, t types.Type, how string) {
	if c.rareKind(cur, t) || c.onceEach(cur) {
		return
	}
	for _, p := range c.parts(t) {
		if c.matters(p.size-p.best, p.size) {
			c.use(p.subject, cur, t, p.in(t)+how, "element", p.size, p.best)
		}
	}
}

// maxSlot is the size from which on a map holds keys and values by pointer.
const maxSlot = 128

// mapped records that cur makes one more entry of the map x.
func (c *checker) mapped(cur inspector.Cursor, x ast.Expr, m *types.Map) {
	for _, t := range []types.Type{m.Key(), m.Elem()} {
		if _, isArray := types.Unalias(t).(*types.Array); isArray {
			continue
		}
		for _, p := range c.parts(t) {
			c.entry(cur, x, m, t, p)
		}
	}
}

// entry records that cur makes one more entry of the map x, whose keys or values,
// of type t, are or hold a subject.
func (c *checker) entry(cur inspector.Cursor, x ast.Expr, m *types.Map, t types.Type, p part) {
	how := p.in(t) + "put into a map"
	switch {
	case p.size > maxSlot && p.best <= maxSlot:
		// Held by pointer, an empty slot takes a word only: to shrink the type
		// would make the map larger.
		c.Mark(rule.Mark{Obj: p.subject, Name: observed})
		return
	case p.size > maxSlot:
		if c.matters(p.block-p.bestBlock, p.block) {
			c.use(p.subject, cur, t, how, "", p.block, p.bestBlock)
		}
		return
	case c.holdsLive(x):
		return
	}
	slot := func(size int64) int64 {
		fields := []field{{size, c.TypesSizes.Alignof(t)}}
		for _, other := range []types.Type{m.Key(), m.Elem()} {
			if other != t && fixedSize(other, nil) {
				fields = append(fields, field{min(c.TypesSizes.Sizeof(other), maxSlot), c.TypesSizes.Alignof(other)})
			}
		}
		return sizeOf(fields)
	}
	if now, best := slot(p.size), slot(p.best); c.matters(now-best, now) {
		c.use(p.subject, cur, t, how, "entry", now, best)
	}
}
