package structlayout

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// use records that cur makes a value of type t. Of what is no object of its own it
// says how much that shrinks: the finding speaks about objects.
func (c *checker) use(name *types.TypeName, cur inspector.Cursor, t types.Type, how, what string, size, best int64) {
	how += " in " + c.Heat.Function(cur)
	if what != "" {
		how += fmt.Sprintf(", %d -> %d bytes per %s", size, best, what)
	}
	warn := need(size-best, size, t)
	if ownsList(t) || c.besideBuffer(cur) {
		warn = never
	}
	c.UseIf(name, cur, how, warn)
}

// Calls up to which a loop, or a request, makes objects in number: what lies
// farther away happens in some turns and for some requests.
const (
	nearLoop    = 1 // from any loop, in every turn
	nearElement = 2 // from a loop of a request that goes on as long as its input does
	nearEntry   = 5 // from where the request comes in
)

// far reports whether what makes h hot is too far away to say that there are
// many objects.
func far(h heat.Heat) bool {
	switch {
	case h.Class == heat.ClassHot:
		return false
	case h.Few:
		return true
	}
	calls, since, between, loops := 0, 0, 0, 0
	through, kinds := false, false // an interface of several types: since the last loop, between two
	for _, step := range h.Chain {
		switch {
		case step.IsLoop():
			if loops++; loops > 1 {
				between += since
				kinds = kinds || through
			}
			since, through = 0, false
		case step.IsImplementation():
			through = through || step.Of > 1
		case step.IsCall():
			calls, since = calls+1, since+1
		}
	}
	switch {
	case h.Class == heat.ClassBenchmark:
		return loops < 2 || since > nearElement
	case h.Class == heat.ClassLoop && between > 0 && (!h.Stream || h.Own || kinds || between > nearElement):
		return true // loops of two functions, the inner over a handful perhaps, or for one of many kinds
	case h.Class == heat.ClassLoop:
		return since > nearLoop || since > 0 && h.Optional
	}
	if !h.Stream && loops > 0 && since > 0 {
		return true // a loop of a request over a handful perhaps
	}
	return since > nearElement || calls > nearEntry || h.Seldom()
}
