package concatloop

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// fewWords name, besides parts of a program, what is attached to something by
// the handful.
var fewWords = []string{
	"label", "tag", "header", "cookie", "field", "column", "col", "option", "opt", "flag", "scope", "role", "permission", "claim",
	"condition", "parent", "ancestor", "attribute", "attr", "variable", "alias", "address", "addr", "prefix", "suffix", "extension",
	"ext", "err", "error", "cause", "reason", "segment", "substring", "unit", "codec", "clause", "placeholder",
}

// few reports whether the loop of s and those around it run over what comes by
// the handful, or the string grows for one kind of what they run over.
func (f *finder) few(s site) bool {
	if f.picksKind(s) {
		return true
	}
	if !f.isFew(s.turns.loop.cur) {
		return false
	}
	for cur := range f.Heat.Loops(s.turns.loop.cur) {
		if !f.isFew(cur) {
			return false
		}
	}
	return true
}

// isFew reports whether a loop runs over parts of a name, or over values that
// are few by their type or by what they are called.
func (f *finder) isFew(cur inspector.Cursor) bool {
	switch loop := cur.Node().(type) {
	case *ast.ForStmt:
		if f.takes(loop.Cond) {
			return true
		}
		cond, ok := loop.Cond.(*ast.BinaryExpr)
		if !ok {
			return false
		}
		x, ok := lenArg(f.TypesInfo, cond.Y)
		return ok && f.areFew(cur, x)
	case *ast.RangeStmt:
		return f.areFew(cur, loop.X) || f.isFewByName(loop.Key) || f.isFewByName(loop.Value)
	}
	return false
}

// takes reports whether cond asks a parser for the next of what a constant
// separates: for p.take(".").
func (f *finder) takes(cond ast.Expr) bool {
	call, ok := cond.(*ast.CallExpr)
	if !ok || len(call.Args) != 1 {
		return false
	}
	sep := f.TypesInfo.Types[call.Args[0]]
	return sep.Value != nil && (isString(sep.Type) || isCharacterType(sep.Type))
}

// areFew reports whether the elements of x are few.
func (f *finder) areFew(cur inspector.Cursor, x ast.Expr) bool {
	t := f.TypesInfo.TypeOf(x)
	if isHeader(t) {
		return true
	}
	if index, ok := ast.Unparen(x).(*ast.IndexExpr); ok && isHeader(f.TypesInfo.TypeOf(index.X)) {
		return true
	}
	if s, ok := t.Underlying().(*types.Slice); ok && (query.IsNamed(s.Elem(), "net/http", "Cookie") || isError(s.Elem())) {
		return true
	}
	if isString(t) {
		return false // the text that is rewritten
	}
	if call, ok := ast.Unparen(x).(*ast.CallExpr); ok && query.IsFunc(query.Callee(f.TypesInfo, call), "strings", "Fields", "FieldsSeq") {
		return false
	}
	return soundsFew(query.LastName(x)) || f.splitsName(cur, x)
}

// picksKind reports whether the string grows in the loop only for elements with
// a text that the program writes out: a role, a type.
func (f *finder) picksKind(s site) bool {
	for cur := s.cur; cur != s.turns.loop.cur; cur = cur.Parent() {
		switch cur.Node().(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return false // a closure that the loop calls
		}
		if cur.ParentEdgeKind() != edge.IfStmt_Body {
			continue
		}
		cond, ok := ast.Unparen(cur.Parent().Node().(*ast.IfStmt).Cond).(*ast.BinaryExpr)
		if !ok || cond.Op != token.EQL {
			continue
		}
		for _, e := range []ast.Expr{cond.X, cond.Y} {
			if v := f.TypesInfo.Types[e].Value; v != nil && v.Kind() == constant.String && constant.StringVal(v) != "" {
				return true
			}
		}
	}
	return false
}

// isHeader reports whether t holds what requests and messages carry besides
// their bodies.
func isHeader(t types.Type) bool {
	return query.IsNamed(t, "net/http", "Header") || query.IsNamed(t, "net/url", "Values") || query.IsNamed(t, "net/textproto", "MIMEHeader")
}

func (f *finder) isFewByName(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && soundsFew(id.Name)
}

// soundsFew reports whether the last word of a name, behind which it may say
// what holds them, is that of something few.
func soundsFew(name string) bool {
	for _, holder := range []string{"List", "Slice", "Map", "Set"} {
		name = strings.TrimSuffix(name, holder)
	}
	if heat.Sounds(name, heat.PartWords) {
		return true
	}
	words := heat.Words(name)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return slices.ContainsFunc(fewWords, func(w string) bool { return last == w || last == w+"s" || last == w+"es" })
}

// splitsName reports whether x, or the variable that it names, is a string
// divided at something that is neither white space nor the end of a line.
func (f *finder) splitsName(cur inspector.Cursor, x ast.Expr) bool {
	if v, ok := f.TypesInfo.Uses[ident(x)].(*types.Var); ok {
		x = f.onlyValue(query.Func(cur), v)
	}
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok || !query.IsFunc(query.Callee(f.TypesInfo, call), "strings", "Split", "SplitN", "SplitSeq", "SplitAfter", "SplitAfterN") {
		return false
	}
	sep := f.TypesInfo.Types[call.Args[1]].Value
	return sep != nil && strings.TrimSpace(constant.StringVal(sep)) != ""
}

// ident returns the identifier that e is, or nil.
func ident(e ast.Expr) *ast.Ident {
	id, _ := ast.Unparen(e).(*ast.Ident)
	return id
}

// onlyValue returns the expression that the local variable v of fn is declared
// with, nil if it is assigned elsewhere.
func (f *finder) onlyValue(fn inspector.Cursor, v *types.Var) (value ast.Expr) {
	for cur := range fn.Preorder((*ast.AssignStmt)(nil)) {
		s := cur.Node().(*ast.AssignStmt)
		for i, lhs := range s.Lhs {
			id := ident(lhs)
			switch {
			case id == nil || f.TypesInfo.ObjectOf(id) != v:
			case s.Tok != token.DEFINE || len(s.Lhs) != len(s.Rhs) || f.TypesInfo.Defs[id] != v:
				return nil
			default:
				value = s.Rhs[i]
			}
		}
	}
	return value
}
