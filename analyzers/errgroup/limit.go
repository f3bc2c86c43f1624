package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// limiter words in the name of a type or value say that calls of its methods
// may wait for others.
var limiterWords = []string{"sem", "limit", "throttl", "gate", "slot", "token", "bucket", "bounded", "sized", "pool"}

// waitNames are methods that wait for others whatever they are called on.
var waitNames = []string{"Wait", "WaitN", "Acquire", "AcquireN", "TryAcquire", "Take", "Throttle", "SetLimit"}

// reach is the number of calls through which functions of the package count as
// waiting for others: somewhere below, most of a program waits for something.
const reach = 3

// blocks reports whether the statements in body, those of goroutines that they
// start excepted, may wait for others.
func (f *functions) blocks(body ast.Node) bool { return f.blocksWithin(body, reach) }

func (f *functions) blocksWithin(body ast.Node, calls int) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if found {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.GoStmt:
			return false
		case *ast.DeferStmt:
			return false
		case *ast.SelectStmt:
			found = f.selectBlocks(n)
			for _, clause := range n.Body.List {
				for _, s := range clause.(*ast.CommClause).Body {
					found = found || f.blocksWithin(s, calls)
				}
			}
			return false
		case *ast.SendStmt:
			found = true
		case *ast.UnaryExpr:
			found = n.Op == token.ARROW
		case *ast.RangeStmt:
			if t := f.info.TypeOf(n.X); t != nil {
				_, found = t.Underlying().(*types.Chan)
			}
		case *ast.CallExpr:
			found = f.waitsWithin(n, calls)
		}
		return true
	})
	return found
}

// selectBlocks reports whether a select may wait for a place to become free:
// that it only looks whether the work was cancelled does not count.
func (f *functions) selectBlocks(s *ast.SelectStmt) bool {
	for _, clause := range s.Body.List {
		switch comm := clause.(*ast.CommClause).Comm.(type) {
		case nil:
		case *ast.SendStmt:
			return true
		case *ast.ExprStmt:
			if !f.signal(comm.X) {
				return true
			}
		case *ast.AssignStmt:
			if !f.signal(comm.Rhs[0]) {
				return true
			}
		}
	}
	return false
}

// signal reports whether e receives from a channel that is only ever closed:
// ctx.Done(), a field named done.
func (f *functions) signal(e ast.Expr) bool {
	recv, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok {
		return false
	}
	if call, ok := ast.Unparen(recv.X).(*ast.CallExpr); ok && len(call.Args) == 0 {
		return true
	}
	name := strings.ToLower(query.LastName(recv.X))
	return slices.ContainsFunc([]string{"done", "stop", "quit", "exit", "clos", "cancel", "shutdown", "kill"}, func(word string) bool {
		return strings.Contains(name, word)
	})
}

// receives reports whether statements receive from a channel, if only to learn
// that they shall end.
func (f *functions) receives(body ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.CallExpr:
			found = found || query.IsFunc(query.Callee(f.info, n), "time", "Sleep")
		}
		return !found
	})
	return found
}

// waits reports whether a call may wait for others.
func (f *functions) waits(call *ast.CallExpr) bool { return f.waitsWithin(call, reach) }

func (f *functions) waitsWithin(call *ast.CallExpr, calls int) bool {
	fn := query.Callee(f.info, call)
	if fn == nil {
		return f.pauses(call)
	}
	if fn.Pkg() == f.pass.Pkg && f.limitsWithin(fn, calls) {
		return true
	}
	if fn.Name() == "Sleep" {
		return true // of a clock, too
	}
	if fn.Signature().Recv() == nil {
		return slices.Contains([]string{"Acquire", "Throttle"}, fn.Name())
	}
	if slices.Contains(waitNames, fn.Name()) {
		return true
	}
	recv := named(fn.Signature().Recv().Type())
	if recv == nil || recv.Obj().Pkg() == nil || recv.Obj().Pkg().Path() == "sync" {
		return false
	}
	// The Add of a wait group of another make, and of a semaphore.
	if fn.Name() == "Add" && (len(call.Args) == 0 || strings.Contains(recv.Obj().Name(), "WaitGroup")) {
		return true
	}
	return limiterName(recv.Obj().Name()) && !isFetch(fn.Name()) || limiterName(query.LastName(receiver(call))) && !isFetch(fn.Name())
}

// pauses reports whether a call is of a function value that gets a duration and
// returns nothing: sleep.
func (f *functions) pauses(call *ast.CallExpr) bool {
	t := f.info.TypeOf(call.Fun)
	if t == nil || f.info.Types[call.Fun].IsType() {
		return false
	}
	sig, ok := t.Underlying().(*types.Signature)
	return ok && sig.Results().Len() == 0 && sig.Params().Len() == 1 && query.IsNamed(sig.Params().At(0).Type(), "time", "Duration")
}

// isFetch reports whether a method only tells about its receiver.
func isFetch(name string) bool {
	return slices.ContainsFunc([]string{"Len", "Cap", "Size", "String", "Name", "Release", "Done", "Free"}, func(word string) bool {
		return strings.HasPrefix(name, word)
	})
}

func limiterName(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(limiterWords, func(word string) bool { return strings.Contains(name, word) })
}

// named returns the named type that t is or points to, or nil.
func named(t types.Type) *types.Named {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, _ := types.Unalias(t).(*types.Named)
	return n
}

// namedStruct returns the struct that t, or what it points to, is a name of, or
// nil.
func namedStruct(t types.Type) *types.Struct {
	n := named(t)
	if n == nil {
		return nil
	}
	st, _ := n.Underlying().(*types.Struct)
	return st
}

// limited reports whether something in the turns of loop keeps s from starting
// ever more goroutines: a place acquired, a batch awaited, turns counted. unless
// are the marks of functions called there that would say so.
func (c *checker) limited(s start, loop inspector.Cursor) (unless []rule.Mark, ok bool) {
	body := loopBody(loop.Node())
	if body == nil || c.funcs.blocksTurns(loop.Node(), body) || c.stopsAtCount(body) || c.isChoice(s, body) || c.copiesBoth(s, body) {
		return nil, true
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.CallExpr:
			fn := query.Callee(c.TypesInfo, n)
			if fn != nil && fn.Pkg() != c.Pkg && c.funcs.sameModule(fn.Pkg()) {
				unless = append(unless, rule.Mark{Obj: fn, Name: limits})
			}
		}
		return true
	})
	if s.group != nil {
		more, limited := c.groupLimited(s)
		return append(unless, more...), limited
	}
	return unless, false
}
