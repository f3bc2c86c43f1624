package heat

import (
	"slices"
	"strings"
)

// The words that steps begin with.
const (
	inTheLoop     = "in the loop"
	callsFunc     = "calls "
	implementedBy = "implemented by "
	literalIn     = "func literal in "
)

// IsLoop reports whether the step goes into an unbounded loop.
func (s Step) IsLoop() bool { return s.What == inTheLoop }

// IsCall reports whether the step is a call of a function, or of the method of an
// interface.
func (s Step) IsCall() bool { return strings.HasPrefix(s.What, callsFunc) }

// CallsOwn reports whether the step is a call of a function literal by the function
// that the literal stands in, which before is a step to, or by another literal of it.
func (s Step) CallsOwn(before Step) bool {
	name, ok := strings.CutPrefix(s.What, callsFunc+literalIn)
	return ok && slices.Contains(strings.Fields(before.What), name)
}

// IsImplementation reports whether the step goes from the method of an interface
// to that of a type.
func (s Step) IsImplementation() bool { return strings.HasPrefix(s.What, implementedBy) }

// IsReceiver reports whether the step is a loop that receives messages.
func (s Step) IsReceiver() bool { return strings.HasSuffix(s.What, " loop") && !s.IsLoop() }
