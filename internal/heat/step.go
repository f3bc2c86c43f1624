package heat

import "strings"

// The words that steps begin with.
const (
	inTheLoop     = "in the loop"
	callsFunc     = "calls "
	implementedBy = "implemented by "
)

// IsLoop reports whether the step goes into an unbounded loop.
func (s Step) IsLoop() bool { return s.What == inTheLoop }

// IsCall reports whether the step is a call of a function, or of the method of an
// interface.
func (s Step) IsCall() bool { return strings.HasPrefix(s.What, callsFunc) }

// IsImplementation reports whether the step goes from the method of an interface
// to that of a type.
func (s Step) IsImplementation() bool { return strings.HasPrefix(s.What, implementedBy) }

// IsReceiver reports whether the step is a loop that receives messages.
func (s Step) IsReceiver() bool { return strings.HasSuffix(s.What, " loop") && !s.IsLoop() }
