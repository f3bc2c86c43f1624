package errgroup

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// Measured with bench/errgroup.
const fanOutCost = "n goroutines hold n stacks of at least 2 KB at once"

// fan is a loop that starts goroutines without limit.
type fan struct {
	loop   inspector.Cursor
	size   size
	over   string       // what it runs over
	open   []*types.Var // parameters that decide on size, if it is unknown
	unless []rule.Mark
}

// fanAround returns the loop around s in which it starts ever more goroutines.
func (c *checker) fanAround(s start) (fan, bool) {
	src, ok := c.sourcesAt(s.cur)
	if !ok {
		return fan{}, false
	}
	var unless []rule.Mark
	for loop := range c.Heat.Loops(s.cur) {
		if inTask(s.cur, loop) {
			break // the goroutine around s is what the loop starts
		}
		marks, limited := c.limited(s, loop)
		if limited {
			return fan{}, false
		}
		unless = append(unless, marks...)
		n, over := src.loop(loop)
		if n == parts && !src.saysParts(loop) && c.acquiresInside(s) {
			n = some // what a component holds, of which more are expected than shall work
		}
		if n == many && c.gated(s) {
			n = some
		}
		if n > parts {
			return fan{loop, n, over, *src.open, append(unless, s.unless...)}, true
		}
	}
	return fan{}, false
}

// inTask reports whether cur stands in a literal that a go statement inside
// loop starts.
func inTask(cur, loop inspector.Cursor) bool {
	for c := cur.Parent(); c != loop && c.Valid() && c.Node() != nil; c = c.Parent() {
		if _, ok := c.Node().(*ast.FuncLit); ok && c.Parent().ParentEdgeKind() == edge.GoStmt_Call {
			return true
		}
	}
	return false
}

// fanOut reports s, which f starts for each of many elements.
func (c *checker) fanOut(s start, f fan) {
	if c.lastsLong(s) || c.setUp(s.cur) {
		return
	}
	inside := c.acquiresInside(s)
	waits := inside || c.mayWait(s)
	if f.size == unknown && !waits {
		return // neither how many nor how long
	}
	deep := !inside && c.placed(s)
	pos, end := s.span()
	found := rule.Finding{
		Cur:     s.cur,
		Pos:     pos,
		End:     end,
		Message: message(s, f, inside, deep),
		Remedy:  c.remedy(s),
		Cost:    fanOutCost,
		Warn:    heat.Loop | heat.Command,
		Unless:  f.unless,
		Group:   fmt.Sprint("loop ", f.loop.Node().Pos(), query.LastName(s.group)), // one limit is for all that it starts
	}
	if c.isConstant(f.loop.Node()) {
		found.Warn &^= heat.Command // who writes a command knows how many it is for
	}
	harms := waits && !deep && (inside || !c.untilQuit(s))
	if f.size == unknown {
		// Who limits what works at once expects more elements than he wants to work.
		if !inside {
			found.Warn = heat.Element
		}
		for _, param := range f.open {
			if harms {
				c.passedData(found, param)
				found.Unless = append(found.Unless, rule.Mark{Obj: param, Name: data})
			}
		}
	}
	c.report(found, harms && f.size == many)
}

// report reports what a task that is started shows, as a notice unless many may
// be at work at once: what only computes has mostly ended before others start,
// and what works with a place has a limit.
func (c *checker) report(found rule.Finding, many bool) {
	if !many {
		found.Warn, found.Note = 0, found.Warn|found.Note
	}
	c.Report(found)
}

func message(s start, f fan, inside, deep bool) string {
	over := "turn of the loop"
	switch {
	case strings.HasSuffix(f.over, " turns"):
		over = "of " + f.over
	case f.over != "":
		over = "element of " + f.over
	}
	switch {
	case inside:
		return fmt.Sprintf("a goroutine starts for each %s before it waits for its turn: all exist at once", over)
	case deep:
		return fmt.Sprintf("a goroutine starts for each %s, and waits for a place only in what it calls: all exist at once", over)
	case s.group != nil:
		return fmt.Sprintf("errgroup without SetLimit runs a goroutine for each %s at once", over)
	}
	return fmt.Sprintf("a goroutine starts for each %s, and nothing limits how many run at once", over)
}

func (c *checker) remedy(s start) string {
	if c.recurs(s) { // who holds a place while it waits for another one may wait for ever
		return "ask for a place before the goroutine starts, and do the work on the spot where none is free (TryGo of an errgroup)"
	}
	if s.group != nil {
		return "SetLimit before the loop"
	}
	return "errgroup.Group with SetLimit, or a semaphore acquired before the goroutine starts"
}
