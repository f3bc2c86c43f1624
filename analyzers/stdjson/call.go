package stdjson

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// call is a call that encodes or decodes with encoding/json.
type call struct {
	cur   inspector.Cursor
	expr  *ast.CallExpr
	name  string     // one of names
	args  []ast.Expr // without the receiver
	value ast.Expr   // what is encoded, or the pointer that is decoded into

	// coder is the encoder or decoder, for Encode and Decode called on one.
	coder ast.Expr
}

// encodes reports whether the call makes JSON, rather than reads it.
func (s *call) encodes() bool { return s.name != "Unmarshal" && s.name != "Decode" }

// function returns the name of the declared function that s stands in, or "".
func (s *call) function() string {
	if decl, ok := query.TopDecl(s.cur).(*ast.FuncDecl); ok {
		return decl.Name.Name
	}
	return ""
}

// call returns what cur calls, if that is a function of names.
func (c *checker) call(cur inspector.Cursor) *call {
	if !query.Func(cur).Valid() {
		return nil // runs once, when the package is initialised
	}
	s := &call{cur: cur, expr: cur.Node().(*ast.CallExpr)}
	fun, fn := c.callee(s.expr)
	if fn == nil {
		return nil
	}
	s.name, s.args = fn.Name(), s.expr.Args
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		switch selection := c.TypesInfo.Selections[sel]; {
		case selection == nil: // a function of the package
		case selection.Kind() == types.MethodExpr:
			if len(s.args) == 0 {
				return nil
			}
			s.coder, s.args = s.args[0], s.args[1:]
		default:
			s.coder = sel.X
		}
	}
	if len(s.args) != fn.Signature().Params().Len() {
		return nil // f(g()): the arguments come out of a call
	}
	s.value = s.args[0]
	if s.name == "Unmarshal" {
		s.value = s.args[1]
	}
	if c.TypesInfo.TypeOf(s.value) == nil {
		return nil // does not compile
	}
	return s
}

// callee returns the function of names that expr calls, by its name or through
// a variable that holds nothing else, and the expression that names it.
func (c *checker) callee(expr *ast.CallExpr) (fun ast.Expr, fn *types.Func) {
	fun = ast.Unparen(expr.Fun)
	if id, ok := fun.(*ast.Ident); ok {
		if v, ok := c.TypesInfo.Uses[id].(*types.Var); ok {
			return c.held(v)
		}
	}
	fn = query.Callee(c.TypesInfo, expr)
	if !isCoder(fn) {
		return nil, nil
	}
	return fun, fn
}

// isCoder reports whether fn encodes or decodes with encoding/json.
func isCoder(fn *types.Func) bool {
	return query.IsFunc(fn, jsonPath, "Marshal", "MarshalIndent", "Unmarshal") ||
		query.IsMethod(fn, jsonPath, "Encoder", "Encode") ||
		query.IsMethod(fn, jsonPath, "Decoder", "Decode")
}

// held returns the one function of names that the variable v ever holds:
//
//	encode := json.NewEncoder(w).Encode
//
// An exported variable may be set in another package.
func (c *checker) held(v *types.Var) (fun ast.Expr, fn *types.Func) {
	if _, ok := v.Type().Underlying().(*types.Signature); !ok || v.Exported() || v.Kind() != types.LocalVar && v.Kind() != types.PackageVar {
		return nil, nil
	}
	for _, value := range c.values(v) {
		value = ast.Unparen(value)
		var id *ast.Ident
		switch x := value.(type) {
		case *ast.Ident:
			id = x
		case *ast.SelectorExpr:
			id = x.Sel
		default:
			return nil, nil
		}
		next, _ := c.TypesInfo.Uses[id].(*types.Func)
		if !isCoder(next) || fn != nil && next != fn {
			return nil, nil
		}
		fun, fn = value, next
	}
	return fun, fn
}

// values returns what is assigned to the variable v, in its declaration or
// later; nothing if a value comes from elsewhere, or v is changed through a
// pointer.
func (c *checker) values(v *types.Var) []ast.Expr {
	var values []ast.Expr
	known := true
	visit := func(id inspector.Cursor) {
		kind, i := id.ParentEdge()
		switch parent := id.Parent().Node().(type) {
		case *ast.AssignStmt:
			if kind != edge.AssignStmt_Lhs {
				return
			}
			if len(parent.Lhs) != len(parent.Rhs) {
				known = false
				return
			}
			values = append(values, parent.Rhs[i])
		case *ast.ValueSpec:
			switch {
			case kind != edge.ValueSpec_Names || len(parent.Values) == 0:
			case len(parent.Names) != len(parent.Values):
				known = false
			default:
				values = append(values, parent.Values[i])
			}
		case *ast.RangeStmt:
			known = known && kind != edge.RangeStmt_Key && kind != edge.RangeStmt_Value
		case *ast.UnaryExpr:
			known = known && parent.Op.String() != "&"
		}
	}
	for _, id := range c.mentions(v) {
		visit(id)
	}
	if !known {
		return nil
	}
	return values
}

// mentions returns the identifiers that declare or use v.
func (c *checker) mentions(v *types.Var) []inspector.Cursor {
	if list, ok := c.mentioned[v]; ok {
		return list
	}
	var list []inspector.Cursor
	for file := range c.Files() {
		f := query.File(file)
		if v.Kind() == types.LocalVar && (v.Pos() < f.FileStart || v.Pos() >= f.FileEnd) {
			continue
		}
		for id := range file.Preorder((*ast.Ident)(nil)) {
			if n := id.Node().(*ast.Ident); n.Name == v.Name() && c.TypesInfo.ObjectOf(n) == v {
				list = append(list, id)
			}
		}
	}
	c.mentioned[v] = list
	return list
}
