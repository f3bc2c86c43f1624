package structlayout

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// flow tells where a value goes that may have to be allocated for it.
type flow struct {
	how  string     // "returned", "stored", "appended", "sent"; empty: it may stay on the stack
	dest types.Type // the type it gets there, where known
}

// maxFollow limits how many variables a value is followed through.
const maxFollow = 3

// flow returns where the value of the expression at cur goes. It knows only
// places of which the compiler, too, says that they outlive the function: where
// in doubt, a value stays.
func (c *checker) flow(cur inspector.Cursor) flow { return c.follow(cur, maxFollow) }

func (c *checker) follow(cur inspector.Cursor, left int) flow {
	e, _ := cur.Node().(ast.Expr)
	parent := cur.Parent()
	kind, i := cur.ParentEdge()
	switch n := parent.Node().(type) {
	case *ast.ParenExpr:
		return c.follow(parent, left)
	case *ast.ReturnStmt:
		return flow{"returned", c.resultType(parent, n, i)}
	case *ast.SendStmt:
		if kind == edge.SendStmt_Value {
			return flow{"sent", elemOf(c.typeOf(n.Chan))}
		}
	case *ast.AssignStmt:
		if kind == edge.AssignStmt_Rhs && len(n.Lhs) == len(n.Rhs) {
			return c.assigned(cur, n.Lhs[i], left)
		}
	case *ast.ValueSpec:
		if kind == edge.ValueSpec_Values && len(n.Names) == len(n.Values) {
			return c.assigned(cur, n.Names[i], left)
		}
	case *ast.KeyValueExpr:
		if kind == edge.KeyValueExpr_Value {
			return c.follow(parent, left)
		}
	case *ast.CompositeLit:
		f := c.follow(parent, left)
		f.dest = c.fieldType(n, e, i)
		return f
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return c.follow(parent, left)
		}
	case *ast.CallExpr:
		if kind == edge.CallExpr_Args {
			return c.passed(parent, n, i, left)
		}
	}
	return flow{}
}

// resultType returns the type of result i of the function that stmt leaves.
func (c *checker) resultType(cur inspector.Cursor, stmt *ast.ReturnStmt, i int) types.Type {
	fn := query.Func(cur)
	if !fn.Valid() {
		return nil
	}
	var t types.Type
	switch fn := fn.Node().(type) {
	case *ast.FuncDecl:
		if obj := c.TypesInfo.Defs[fn.Name]; obj != nil {
			t = obj.Type()
		}
	case *ast.FuncLit:
		t = c.typeOf(fn)
	}
	sig, ok := t.(*types.Signature)
	if !ok || sig.Results().Len() != len(stmt.Results) {
		return nil
	}
	return sig.Results().At(i).Type()
}

// fieldType returns the type of element i of lit, which is e: a value, or a key
// and a value.
func (c *checker) fieldType(lit *ast.CompositeLit, e ast.Expr, i int) types.Type {
	t := c.typeOf(lit)
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return elemOf(t)
	}
	if kv, ok := e.(*ast.KeyValueExpr); ok {
		if key, ok := kv.Key.(*ast.Ident); ok && c.TypesInfo.Uses[key] != nil {
			return c.TypesInfo.Uses[key].Type()
		}
		return nil
	}
	if i < s.NumFields() {
		return s.Field(i).Type()
	}
	return nil
}

// elemOf returns the type of the elements of t, or nil.
func elemOf(t types.Type) types.Type {
	if e, ok := t.Underlying().(interface{ Elem() types.Type }); ok {
		return e.Elem()
	}
	return nil
}

// assigned returns where a value goes that is assigned to lhs.
func (c *checker) assigned(cur inspector.Cursor, lhs ast.Expr, left int) flow {
	dest := c.typeOf(lhs)
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		v, ok := c.TypesInfo.ObjectOf(lhs).(*types.Var)
		switch {
		case !ok:
			return flow{}
		case v.Parent() == c.Pkg.Scope():
			return flow{"stored", dest}
		case v.Kind() == types.ResultVar:
			return flow{"returned", dest}
		}
		return c.variable(cur, v, left-1)
	case *ast.IndexExpr:
		switch c.typeOf(lhs.X).Underlying().(type) {
		case *types.Map:
			return flow{"put into a map", dest}
		case *types.Slice:
			if c.replaces(cur, lhs) {
				return flow{}
			}
			return flow{"stored", dest}
		}
	case *ast.StarExpr:
		return flow{"stored", dest}
	case *ast.SelectorExpr:
		if c.throughPointer(lhs) && !c.overwrites(cur, lhs) {
			return flow{"stored", dest}
		}
	}
	return flow{}
}

// throughPointer reports whether the selected field is behind a pointer, or in
// a package variable.
func (c *checker) throughPointer(sel *ast.SelectorExpr) bool {
	for {
		s := c.TypesInfo.Selections[sel]
		if s == nil {
			return true // a variable of another package
		}
		if s.Indirect() {
			return true
		}
		switch x := ast.Unparen(sel.X).(type) {
		case *ast.SelectorExpr:
			sel = x
		case *ast.Ident:
			v, ok := c.TypesInfo.Uses[x].(*types.Var)
			return ok && v.Parent() == c.Pkg.Scope()
		default:
			return false
		}
	}
}

// variable returns where the value of the local variable v goes.
func (c *checker) variable(cur inspector.Cursor, v *types.Var, left int) flow {
	if left <= 0 {
		return flow{}
	}
	for decl := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		for id := range query.Uses(decl, c.TypesInfo, v) {
			if f := c.follow(id, left); f.how != "" {
				return f
			}
		}
	}
	return flow{}
}

// keepers are names of methods that keep what they are given.
var keepers = []string{
	"Add", "Append", "Enqueue", "Insert", "LoadOrStore", "Push", "PushBack", "PushFront", "Put", "ReplaceOrInsert", "Send", "Set",
	"Store", "Swap",
}

// passed returns where argument i of call goes.
func (c *checker) passed(cur inspector.Cursor, call *ast.CallExpr, i, left int) flow {
	if tv := c.TypesInfo.Types[call.Fun]; tv.IsType() {
		f := c.follow(cur, left)
		if f.dest == nil || types.IsInterface(tv.Type) {
			f.dest = tv.Type
		}
		return f
	}
	if name := builtin(c.TypesInfo, call); name != "" {
		if name == "append" && i > 0 && !call.Ellipsis.IsValid() {
			return flow{"appended", elemOf(c.typeOf(call))}
		}
		return flow{}
	}
	sig, ok := types.Unalias(c.typeOf(call.Fun)).Underlying().(*types.Signature)
	if !ok || i >= sig.Params().Len() || sig.Variadic() {
		return flow{}
	}
	dest := sig.Params().At(i).Type()
	if cur.ParentEdgeKind() == edge.GoStmt_Call {
		return flow{"passed to a goroutine", dest}
	}
	if fn := query.Callee(c.TypesInfo, call); fn != nil && slices.Contains(keepers, fn.Name()) && c.keeps(fn) {
		return flow{"kept by " + fn.Name(), dest}
	}
	if fn := query.Callee(c.TypesInfo, call); fn != nil && isInterfaceMethod(fn) && types.IsInterface(dest) && query.IsStruct(c.typeOf(call.Args[i])) {
		return flow{"passed to " + fn.Name(), dest}
	}
	return flow{}
}

// isInterfaceMethod reports whether fn is called through an interface: what it
// does with its arguments nobody knows, so they are allocated.
func isInterfaceMethod(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// keeps reports whether fn is a method, or a function of a container package.
func (c *checker) keeps(fn *types.Func) bool {
	return fn.Signature().Recv() != nil || fn.Pkg() != nil && fn.Pkg().Path() == "container/heap"
}

// builtin returns the name of the built-in function that call calls, or "".
func builtin(info *types.Info, call *ast.CallExpr) string {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return ""
	}
	if b, ok := info.Uses[id].(*types.Builtin); ok {
		return b.Name()
	}
	return ""
}
