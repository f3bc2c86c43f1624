package stdjson

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// text reports marshalled bytes that are copied to a string which is nothing
// but written or read as bytes again.
func (c *checker) text(s *call) bool {
	if s.name != "Marshal" && s.name != "MarshalIndent" {
		return false
	}
	bytes := c.result(s)
	if bytes == nil {
		return false
	}
	var uses []inspector.Cursor
	for use := range query.Uses(c.decl(s), c.TypesInfo, bytes) {
		if use.ParentEdgeKind() != edge.AssignStmt_Lhs { // bytes = json.Marshal(v)
			uses = append(uses, use)
		}
	}
	for _, use := range uses {
		conv := use.Parent()
		if use.ParentEdgeKind() != edge.CallExpr_Args || !c.converts(conv, types.String) {
			continue
		}
		sink, remedy := c.sink(conv)
		if remedy == "" {
			sink, remedy = c.sink(c.onlyUse(conv))
		}
		if remedy == "" {
			continue
		}
		f := rule.Finding{
			Cur:     conv,
			Message: fmt.Sprintf("the JSON in %s is copied to a string only to get its bytes again", bytes.Name()),
			Remedy:  remedy,
			Cost:    "6.8 µs and 27 KB for a list of 100 objects",
			Warn:    heat.Request,
			Effect:  "copies JSON to a string to get its bytes",
			Fix: func() []analysis.SuggestedFix {
				if len(uses) > 1 || sink != conv.Parent() {
					return nil
				}
				return c.keepBytes(conv, sink, bytes.Name())
			},
		}
		if c.size(s.value) < many || !holdsMany(c.TypesInfo.TypeOf(s.value), nil) {
			f.Warn, f.Effect = heat.Element, ""
		}
		c.Report(f)
		return false // the codec may matter still
	}
	return false
}

// converts reports whether cur is a conversion to a basic type, or a slice of
// it.
func (c *checker) converts(cur inspector.Cursor, kind types.BasicKind) bool {
	call, ok := cur.Node().(*ast.CallExpr)
	if !ok || len(call.Args) != 1 || !c.TypesInfo.Types[call.Fun].IsType() {
		return false
	}
	t := c.TypesInfo.TypeOf(call.Fun).Underlying()
	if slice, ok := t.(*types.Slice); ok && kind == types.Byte {
		t = slice.Elem().Underlying()
	}
	basic, ok := t.(*types.Basic)
	return ok && basic.Kind() == kind
}

// onlyUse returns the only use of the local variable that the expression at cur
// is assigned to, or an invalid cursor.
func (c *checker) onlyUse(cur inspector.Cursor) (only inspector.Cursor) {
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 1 {
		return only
	}
	v := c.local(assign.Lhs[0])
	if v == nil {
		return only
	}
	for _, id := range c.mentions(v) {
		if id.Node() == assign.Lhs[0] {
			continue
		}
		if only.Valid() {
			return inspector.Cursor{}
		}
		only = id
	}
	return only
}

// sink returns the call that takes the string at cur for its bytes, and what
// takes the bytes themselves; "" if there is none.
func (c *checker) sink(cur inspector.Cursor) (call inspector.Cursor, remedy string) {
	if !cur.Valid() || cur.ParentEdgeKind() != edge.CallExpr_Args {
		return call, ""
	}
	call = cur.Parent()
	expr := call.Node().(*ast.CallExpr)
	if c.converts(call, types.Byte) {
		return call, "use the bytes"
	}
	fn := query.Callee(c.TypesInfo, expr)
	_, i := cur.ParentEdge()
	switch {
	case query.IsFunc(fn, "strings", "NewReader"), query.IsFunc(fn, "bytes", "NewBufferString"):
		return call, "use bytes.NewReader"
	case query.IsFunc(fn, "io", "WriteString"), query.IsFunc(fn, "fmt", "Fprint", "Fprintln") && len(expr.Args) == 2 && i == 1:
		return call, "use Write"
	case query.IsFunc(fn, "fmt", "Fprintf") && i == 2 && len(expr.Args) == 3 && c.isText(expr.Args[1], "%s"):
		return call, "use Write"
	}
	return call, ""
}

// keepBytes replaces the call that takes the string by one that takes the
// bytes, which nothing else uses:
//
//	fmt.Fprint(w, string(text))
//	--------------------------
//	w.Write(text)
//
//	w.Write([]byte(string(text)))
//	        --------------------
//	w.Write(text)
//
// Both write the same bytes, and return the same. Not where fmt or io would become
// unused or a comment be lost.
func (c *checker) keepBytes(conv, sink inspector.Cursor, name string) []analysis.SuggestedFix {
	file := query.File(conv)
	call := sink.Node().(*ast.CallExpr)
	if query.HasComment(file, call) {
		return nil
	}
	if c.converts(sink, types.Byte) {
		if sink.ParentEdgeKind() != edge.CallExpr_Args || calledName(sink.Parent().Node().(*ast.CallExpr)) != "Write" {
			return nil // a nil slice and an empty one are not the same to everybody
		}
		return edit.Fix("Use the bytes", edit.Replace(call, name))
	}
	fn := query.Callee(c.TypesInfo, call)
	spec, uses := edit.ImportOf(c.TypesInfo, file, fn.Pkg().Path())
	switch {
	case uses == 0 || fn.Name() == "Fprintln": // a dot import has none
		return nil
	case fn.Pkg().Path() == "strings" || fn.Pkg().Path() == "bytes":
		return c.newReader(conv, sink, name, spec, uses)
	case uses < 2:
		return nil
	}
	w := ast.Unparen(call.Args[0])
	if u, ok := w.(*ast.UnaryExpr); ok && u.Op.String() == "&" {
		w = ast.Unparen(u.X)
	}
	switch w.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		return edit.Fix("Write the bytes", edit.Replace(call, types.ExprString(w)+".Write("+name+")"))
	}
	return nil
}

// newReader replaces a reader of the string by one of the bytes, where a
// function of the standard library takes it as an io.Reader. spec imports the
// package of the first, which the file uses so often.
func (c *checker) newReader(conv, sink inspector.Cursor, name string, spec *ast.ImportSpec, uses int) []analysis.SuggestedFix {
	if sink.ParentEdgeKind() != edge.CallExpr_Args {
		return nil
	}
	_, i := sink.ParentEdge()
	fn := query.Callee(c.TypesInfo, sink.Parent().Node().(*ast.CallExpr))
	if !query.IsFunc(fn, "net/http", "NewRequest", "NewRequestWithContext", "Post") ||
		!query.IsNamed(fn.Signature().Params().At(i).Type(), "io", "Reader") {
		return nil
	}
	file := query.File(conv)
	qualifier, edits, ok := edit.Import(c.Pkg, c.TypesInfo, file, conv.Node().Pos(), "bytes")
	if ok && uses == 1 && spec.Path.Value != `"bytes"` { // strings
		edits, ok = edit.Swap(c.Fset, file, spec, "bytes", edits)
	}
	if !ok {
		return nil
	}
	return edit.Fix("Read the bytes", append(edits, edit.Replace(sink.Node(), qualifier+".NewReader("+name+")"))...)
}
