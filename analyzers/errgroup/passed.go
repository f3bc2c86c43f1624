package errgroup

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// passedData reports a fan-out over a parameter of an exported function for the
// callers, here or elsewhere, that pass data.
func (c *checker) passedData(found rule.Finding, param *types.Var) {
	if c.cold(found.Cur) {
		return
	}
	found.Subject = param
	found.Unless = slices.Clone(found.Unless)
	found.Warn, found.Note = heat.NotCold|heat.Command, 0
	c.Report(found)
}

// usesOf records a call as the use of the parameters that findings are about and
// that get data there.
func (c *checker) usesOf(cur inspector.Cursor, call *ast.CallExpr) {
	fn := query.Callee(c.TypesInfo, call)
	for i, param := range c.subjectParams(call) {
		src, ok := c.sourcesAt(cur)
		if ok && param != nil && src.of(call.Args[i]) == many {
			c.Mark(rule.Mark{Obj: param, Name: data})
			c.Use(param, cur, fn.Name()+" gets "+text(call.Args[i]))
		}
	}
}

// subjectParams returns the parameters that the arguments of a call are for, nil
// for those that no finding is about.
func (c *checker) subjectParams(call *ast.CallExpr) []*types.Var {
	fn := query.Callee(c.TypesInfo, call)
	if fn == nil || !c.funcs.sameModule(fn.Pkg()) {
		return nil
	}
	sig := fn.Origin().Signature()
	if sig.Variadic() || sig.Params().Len() != len(call.Args) {
		return nil
	}
	var params []*types.Var
	for i := range sig.Params().Len() {
		param := sig.Params().At(i)
		switch param.Type().Underlying().(type) {
		case *types.Slice, *types.Map:
			if c.IsSubject(param) {
				params = append(params, make([]*types.Var, i-len(params))...)
				params = append(params, param)
			}
		}
	}
	return params
}

// passesSubject reports whether n is a call with an argument for a parameter
// that a finding is about.
func (c *checker) passesSubject(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	return ok && len(c.subjectParams(call)) > 0
}

// cold reports whether cur stands in code that is too seldom run to speak of:
// commands are not, since users run them over all that they have.
func (c *checker) cold(cur inspector.Cursor) bool {
	return c.Heat.Cold(cur) != "" && !c.Heat.Command(cur)
}

// setUp reports whether cur stands in an unexported function that only cold code
// calls: what constructors share, or have been split into.
func (c *checker) setUp(cur inspector.Cursor) bool {
	decl, ok := declAt(cur)
	if !ok {
		return false
	}
	fn, ok := c.TypesInfo.Defs[decl.Node().(*ast.FuncDecl).Name].(*types.Func)
	if !ok || fn.Exported() {
		return false
	}
	calls := 0
	for file := range c.Files() {
		for use := range query.Uses(file, c.TypesInfo, fn) {
			if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
				use = use.Parent()
			}
			if use.ParentEdgeKind() != edge.CallExpr_Fun || !c.cold(use) && !inConstructor(use) {
				return false
			}
			calls++
		}
	}
	return calls > 0
}

// inConstructor reports whether cur stands in a function called New, or New and
// more; that it has a context does not make it part of a request here.
func inConstructor(cur inspector.Cursor) bool {
	decl, ok := declAt(cur)
	if !ok {
		return false
	}
	rest, ok := strings.CutPrefix(decl.Node().(*ast.FuncDecl).Name.Name, "New")
	return ok && (rest == "" || !unicode.IsLower(rune(rest[0])))
}
