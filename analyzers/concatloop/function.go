package concatloop

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// functions are the bodies of a package that a call can be followed into.
type functions struct {
	decls  map[*types.Func]inspector.Cursor
	lits   map[*types.Var][]inspector.Cursor // by the variable they are assigned to
	holder map[ast.Node]*types.Var           // the reverse
}

// functions collects the bodies on first use.
func (f *finder) functions() *functions {
	if f.funcs != nil {
		return f.funcs
	}
	f.funcs = &functions{
		decls:  make(map[*types.Func]inspector.Cursor),
		lits:   make(map[*types.Var][]inspector.Cursor),
		holder: make(map[ast.Node]*types.Var),
	}
	for cur := range f.Heat.Root().Preorder((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if decl, ok := cur.Node().(*ast.FuncDecl); ok {
			if fn, ok := f.TypesInfo.Defs[decl.Name].(*types.Func); ok {
				f.funcs.decls[fn] = cur
			}
			continue
		}
		if v := f.assignedTo(cur); v != nil {
			f.funcs.lits[v] = append(f.funcs.lits[v], cur)
			f.funcs.holder[cur.Node()] = v
		}
	}
	return f.funcs
}

// assignedTo returns the variable that the function literal at cur is assigned
// to, or nil.
func (f *finder) assignedTo(cur inspector.Cursor) *types.Var {
	var name ast.Expr
	switch kind, i := cur.ParentEdge(); kind {
	case edge.AssignStmt_Rhs:
		if s := cur.Parent().Node().(*ast.AssignStmt); len(s.Lhs) == len(s.Rhs) {
			name = s.Lhs[i]
		}
	case edge.ValueSpec_Values:
		if s := cur.Parent().Node().(*ast.ValueSpec); len(s.Names) == len(s.Values) {
			name = s.Names[i]
		}
	}
	id, ok := name.(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := f.TypesInfo.ObjectOf(id).(*types.Var)
	return v
}

// bodies returns the functions of the package that call may run: the literals
// assigned to the variable that it calls, which is returned too, or the
// declaration of the function that it names.
func (f *finder) bodies(call *ast.CallExpr) (*types.Var, []inspector.Cursor) {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if v, ok := f.TypesInfo.Uses[id].(*types.Var); ok {
			return v, f.functions().lits[v]
		}
	}
	fn := query.Callee(f.TypesInfo, call)
	if fn == nil || fn.Pkg() != f.Pkg {
		return nil, nil
	}
	if decl, ok := f.functions().decls[fn]; ok {
		return nil, []inspector.Cursor{decl}
	}
	return nil, nil
}
