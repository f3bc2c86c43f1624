package errgroup

import (
	"fmt"
	"go/ast"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// helper reports s for the loops that call the function it stands in, here or
// elsewhere: each call leaves a goroutine behind.
func (c *checker) helper(s start) {
	decl, ok := declAt(s.cur)
	if !ok || query.Func(s.cur) != decl {
		return
	}
	fn, ok := c.TypesInfo.Defs[decl.Node().(*ast.FuncDecl).Name].(*types.Func)
	if !ok || soundsLong(fn.Name()) || c.funcs.doesLimit(fn) || c.lastsLong(s) || c.cold(s.cur) {
		return
	}
	if arg := paramOf(fn.Signature()); arg >= 0 && c.funcs.startsParam(fn, arg) {
		return // its callers say what runs
	}
	if s.group != nil {
		if _, limited := c.groupLimited(s); limited {
			return
		}
	}
	pos, end := s.span()
	c.report(rule.Finding{
		Cur:     s.cur,
		Pos:     pos,
		End:     end,
		Subject: fn,
		Message: fmt.Sprintf("each call of %s leaves a goroutine behind, and a loop calls it without limit", fn.Name()),
		Remedy:  c.remedy(s),
		Cost:    fanOutCost,
		Warn:    heat.Loop | heat.Command,
		Effect:  "each call leaves a goroutine behind, and nothing limits how many",
		Unless:  s.unless,
		Group:   "helper " + fn.FullName(),
	}, !c.placed(s) && c.mayWait(s) && !c.untilQuit(s) && !c.thenFails(s))
}

// uses records the loops over data that call functions which leave a goroutine
// behind.
func (c *checker) uses() {
	if !c.Any(func(n ast.Node) bool { return c.callsSubject(n) || c.passesSubject(n) }) {
		return
	}
	for file := range c.Files() {
		for cur := range file.Preorder((*ast.CallExpr)(nil)) {
			call := cur.Node().(*ast.CallExpr)
			c.usesOf(cur, call)
			if !c.callsSubject(call) {
				continue
			}
			if f, ok := c.fanAround(start{cur: cur, call: call}); ok && f.size == many {
				over := "in the loop"
				if f.over != "" {
					over = "for each element of " + f.over
				}
				c.Use(query.Callee(c.TypesInfo, call), cur, "called "+over)
			}
		}
	}
}

// callsSubject reports whether n calls a function that a finding is about.
func (c *checker) callsSubject(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := query.Callee(c.TypesInfo, call)
	return fn != nil && c.funcs.sameModule(fn.Pkg()) && c.IsSubject(fn)
}
