package stdjson

import (
	"go/types"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// little returns what tells whether the heat of s comes from requests for which it does
// little: what is exchanged is small, or it is neither request nor response and no
// list, and made once, or in one loop, of which the code does not tell how often it
// turns. That counts only together with what is worth more.
func (c *checker) little(s *call) func(heat.Heat) bool {
	switch {
	case c.exchanged(s) || c.isList(s) || c.passesOn(s) || c.returnsText(s) || is(s.function(), codecWords):
		return func(heat.Heat) bool { return false }
	}
	around := 0
	for range c.Heat.Loops(s.cur) {
		around++
	}
	return func(h heat.Heat) bool {
		return around < 2 && repeats(h, 1)
	}
}

// isList reports whether what s encodes or decodes is a list, and not only holds some.
func (c *checker) isList(s *call) bool {
	_, ok := deref(c.TypesInfo.TypeOf(s.value)).Underlying().(*types.Slice)
	return ok
}

// loops returns the number of functions in the chain that go on in a loop.
func loops(h heat.Heat) int {
	n := 0
	for _, step := range h.Chain {
		if step.IsLoop() {
			n++
		}
	}
	return n
}

// nearest returns the steps of the chain from the last loop, or else from the entry
// point.
func nearest(h heat.Heat) []heat.Step {
	for i := len(h.Chain) - 1; i >= 0; i-- {
		if h.Chain[i].IsLoop() {
			return h.Chain[i+1:]
		}
	}
	return h.Chain
}

// once reports whether a request makes the JSON hot that needs it once.
func once(h heat.Heat) bool { return repeats(h, 0) }

// repeats reports whether a request makes the JSON hot, through so many loops at most,
// none of which goes on as long as its input does.
func repeats(h heat.Heat, most int) bool {
	return byRequest(h) && !byMessage(h) && !h.Stream && loops(h) <= most
}
