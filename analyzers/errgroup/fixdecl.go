package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/query"
)

// declarations replaces that of the wait group and removes that of the channel.
func (r *rewrite) declarations() bool {
	wg, ok := r.declaration(r.wg)
	if !ok {
		return false
	}
	switch s := wg.Node().(type) {
	case *ast.DeclStmt:
		spec, ok := s.Decl.(*ast.GenDecl).Specs[0].(*ast.ValueSpec)
		if !ok || len(spec.Names) != 1 || len(spec.Values) > 0 || len(s.Decl.(*ast.GenDecl).Specs) != 1 {
			return false
		}
	case *ast.AssignStmt:
		if !r.isNew(s.Rhs[0]) {
			return false
		}
	}
	if !query.IsNamed(r.wg.Type(), "sync", "WaitGroup") || query.HasComment(r.file, wg.Node()) {
		return false
	}
	r.name = r.freeName()
	if r.name == "" {
		return false
	}
	r.edits = append(r.edits, edit.Replace(wg.Node(), "var "+r.name+" errgroup.Group"))

	ch, ok := r.declaration(r.err)
	if !ok {
		return false
	}
	assign, ok := ch.Node().(*ast.AssignStmt)
	if !ok {
		return false
	}
	call, ok := assign.Rhs[0].(*ast.CallExpr)
	return ok && len(call.Args) == 2 && r.harmless(call.Args[1]) && r.remove(assign)
}

// isNew reports whether e makes a wait group: sync.WaitGroup{}, a pointer to it,
// or new(sync.WaitGroup).
func (r *rewrite) isNew(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.CompositeLit:
		return len(e.Elts) == 0
	case *ast.UnaryExpr:
		return e.Op == token.AND && r.isNew(e.X)
	case *ast.CallExpr:
		id, ok := e.Fun.(*ast.Ident)
		return ok && id.Name == "new" && r.TypesInfo.Types[id].IsBuiltin()
	}
	return false
}

// declaration returns the statement that declares v alone.
func (r *rewrite) declaration(v *types.Var) (inspector.Cursor, bool) {
	for cur := range r.fn.Preorder((*ast.DeclStmt)(nil), (*ast.AssignStmt)(nil)) {
		n := cur.Node()
		if v.Pos() < n.Pos() || v.Pos() >= n.End() {
			continue
		}
		assign, ok := n.(*ast.AssignStmt)
		return cur, cur.ParentEdgeKind() == edge.BlockStmt_List && (!ok || len(assign.Lhs) == 1)
	}
	return inspector.Cursor{}, false
}

// harmless reports whether e can be removed: computing it has no effect, and
// whether its variables are used elsewhere, too, is looked at last.
func (r *rewrite) harmless(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		return r.TypesInfo.Types[e].Value == nil
	case *ast.SelectorExpr:
		sel := r.TypesInfo.Selections[e]
		return sel != nil && sel.Kind() == types.FieldVal && r.harmless(e.X)
	case *ast.BinaryExpr:
		return (e.Op == token.ADD || e.Op == token.MUL) && r.harmless(e.X) && r.harmless(e.Y)
	case *ast.CallExpr:
		id, ok := e.Fun.(*ast.Ident)
		return ok && id.Name == "len" && r.TypesInfo.Types[id].IsBuiltin() && r.harmless(e.Args[0])
	}
	return false
}
