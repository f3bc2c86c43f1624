package stdjson

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// many stands for any number of values.
const many = 1 << 16

// Fewer values than these are encoded or decoded in so little time that neither a
// faster codec nor a smaller struct gains a microsecond: see bench/stdjson.
const (
	few        = 8
	fewDecoded = 3
)

// size returns how many basic values an expression that is encoded or decoded
// into stands for, at most many.
func (c *checker) size(e ast.Expr) int {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	lit, ok := e.(*ast.CompositeLit)
	if v := c.local(e); v != nil {
		return c.sizeOf(v)
	}
	if !ok {
		if n, ok := c.sizeOfArguments(e); ok {
			return n
		}
		if tv := c.TypesInfo.Types[e]; tv.Value != nil || tv.IsNil() {
			return 1
		}
		if call, ok := e.(*ast.CallExpr); ok && c.isEmpty(call) {
			return 0
		}
		return leaves(c.TypesInfo.TypeOf(e), nil)
	}
	n := 0
	if t, ok := c.TypesInfo.TypeOf(lit).Underlying().(*types.Struct); ok {
		if n := leaves(t, nil); n < many {
			return n
		}
		n = t.NumFields() - len(lit.Elts) // empty ones
	}
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			elt = kv.Value
		}
		n = min(many, n+c.size(elt))
	}
	return n
}

// sizeOf is size for a local variable.
func (c *checker) sizeOf(v *types.Var) int {
	all := leaves(v.Type(), nil)
	if all >= many && !c.sizing[v] {
		c.sizing[v] = true
		defer delete(c.sizing, v)
		return c.sizeOfValues(v)
	}
	return all
}

// sizeOfValues is sizeOf for a variable whose type does not tell.
func (c *checker) sizeOfValues(v *types.Var) int {
	values := c.values(v)
	if len(values) == 0 {
		sources := c.sources(v)
		if len(sources) != 1 || slices.ContainsFunc(c.mentions(v), func(use inspector.Cursor) bool {
			return use.ParentEdgeKind() != edge.AssignStmt_Lhs && !c.isEncoded(use)
		}) {
			return many
		}
		return c.sizeOfResult(sources[0])
	}
	switch deref(v.Type()).Underlying().(type) {
	case *types.Map:
		return c.sizeOfMap(v, values)
	case *types.Slice:
		return c.sizeOfSlice(v, values)
	case *types.Struct:
		return c.sizeOfStruct(v, values)
	}
	return many
}

// sizeOfResult is the size of the first result of a function of the package that
// returns nothing but literals, also in variables.
func (c *checker) sizeOfResult(e ast.Expr) int {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return many
	}
	decl, ok := c.clients.Declared(query.Callee(c.TypesInfo, call))
	if !ok {
		return many
	}
	n := 0
	for cur := range decl.Preorder((*ast.ReturnStmt)(nil)) {
		ret := cur.Node().(*ast.ReturnStmt)
		if len(ret.Results) == 0 || query.Func(cur).Node() != decl.Node() {
			return many
		}
		e := ast.Unparen(ret.Results[0])
		if _, ok := e.(*ast.CompositeLit); !ok && c.local(e) == nil && !c.TypesInfo.Types[e].IsNil() {
			return many
		}
		n = max(n, c.size(e))
	}
	return n
}

// sizeOfMap is the size of a map: one that is filled key by key has no more
// values than these.
func (c *checker) sizeOfMap(v *types.Var, values []ast.Expr) int {
	n := 0
	for _, value := range values {
		if c.local(value) != nil {
			return many
		}
		n = min(many, n+c.size(value))
	}
	for _, use := range c.mentions(v) {
		switch kind := use.ParentEdgeKind(); {
		case kind == edge.AssignStmt_Lhs, kind == edge.ValueSpec_Names, kind == edge.ReturnStmt_Results, c.isEncoded(use):
		case kind == edge.IndexExpr_X && (!c.inLoop(use) || c.overParameters(use)):
			n = min(many, n+c.sizeAt(use.Parent()))
		default:
			return many
		}
	}
	return n
}

// sizeAt is the size of what the index expression of a map at cur puts there; what is
// put into what it gives is unknown.
func (c *checker) sizeAt(cur inspector.Cursor) int {
	kind, i := cur.ParentEdge()
	switch parent := cur.Parent().Node().(type) {
	case *ast.AssignStmt:
		if kind != edge.AssignStmt_Lhs {
			return 1
		}
		if len(parent.Lhs) != len(parent.Rhs) {
			return many
		}
		return c.size(parent.Rhs[i])
	case *ast.IndexExpr, *ast.SelectorExpr:
		return many
	}
	return 1
}

// overParameters reports whether the innermost loop around cur is over the parameters
// or the header of a request, of which there are few.
func (c *checker) overParameters(cur inspector.Cursor) bool {
	for loop := range c.Heat.Loops(cur) {
		n, ok := loop.Node().(*ast.RangeStmt)
		return ok && (query.IsNamed(c.TypesInfo.TypeOf(n.X), "net/url", "Values") || query.IsNamed(c.TypesInfo.TypeOf(n.X), "net/http", "Header"))
	}
	return false
}

// sizeOfSlice is the size of a slice: one that is appended to outside loops has
// no more elements than these.
func (c *checker) sizeOfSlice(v *types.Var, values []ast.Expr) int {
	for _, use := range c.mentions(v) {
		if use.ParentEdgeKind() == edge.AssignStmt_Lhs && c.inLoop(use) {
			return many
		}
	}
	n := 0
	for _, value := range values {
		call, ok := ast.Unparen(value).(*ast.CallExpr)
		switch {
		case !ok && c.local(value) == nil:
			n = min(many, n+c.size(value))
		case ok && c.isEmpty(call):
		case ok && c.isBuiltin(call, "append") && c.local(call.Args[0]) == v && !call.Ellipsis.IsValid():
			for _, arg := range call.Args[1:] {
				n = min(many, n+c.size(arg))
			}
		default:
			return many
		}
	}
	return n
}

// sizeOfStruct is the size of a struct of which nothing is known but a literal:
// it has no more values than that, and those set later.
func (c *checker) sizeOfStruct(v *types.Var, values []ast.Expr) int {
	lit := c.literal(values[0])
	if lit == nil || len(values) > 1 {
		return many
	}
	n := c.size(lit)
	for _, use := range c.mentions(v) {
		if kind := use.ParentEdgeKind(); kind == edge.AssignStmt_Lhs || kind == edge.ValueSpec_Names || c.isEncoded(use) {
			continue
		}
		sel := use.Parent()
		assign, ok := sel.Parent().Node().(*ast.AssignStmt)
		kind, i := sel.ParentEdge()
		if use.ParentEdgeKind() != edge.SelectorExpr_X || !ok || kind != edge.AssignStmt_Lhs || len(assign.Lhs) != len(assign.Rhs) || c.inLoop(use) {
			return many
		}
		n = min(many, n+c.size(assign.Rhs[i]))
	}
	return n
}

// isEncoded reports whether the variable at use is an argument of what encodes.
func (c *checker) isEncoded(use inspector.Cursor) bool {
	call, ok := use.Parent().Node().(*ast.CallExpr)
	if !ok || use.ParentEdgeKind() != edge.CallExpr_Args {
		return false
	}
	fn := query.Callee(c.TypesInfo, call)
	return isCoder(fn) && fn.Name() != "Unmarshal" && fn.Name() != "Decode"
}

// isEmpty reports whether the call makes a map, or is make([]T, 0), with any capacity.
func (c *checker) isEmpty(call *ast.CallExpr) bool {
	if !c.isBuiltin(call, "make") {
		return false
	}
	if isMap(c.TypesInfo.TypeOf(call)) {
		return true
	}
	if len(call.Args) < 2 {
		return false
	}
	n := c.TypesInfo.Types[call.Args[1]].Value
	return n != nil && n.ExactString() == "0"
}

func (c *checker) isBuiltin(call *ast.CallExpr, name string) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	return ok && id.Name == name && c.TypesInfo.Types[id].IsBuiltin()
}
