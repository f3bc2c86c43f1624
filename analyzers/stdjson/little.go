package stdjson

import (
	"go/types"
	"slices"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// little returns what tells whether the heat of s comes from requests for which it does
// little: it is neither request nor response and no list, and made once for each. That
// counts only together with what is worth more.
func (c *checker) little(s *call) func(heat.Heat) bool {
	if c.inLoop(s.cur) || c.exchanged(s) || c.isList(s) || c.passesOn(s) || c.returnsText(s) || is(s.function(), codecWords) {
		return func(heat.Heat) bool { return false }
	}
	return once
}

// isList reports whether what s encodes or decodes is a list, and not only holds some.
func (c *checker) isList(s *call) bool {
	_, ok := deref(c.TypesInfo.TypeOf(s.value)).Underlying().(*types.Slice)
	return ok
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
func once(h heat.Heat) bool {
	return byRequest(h) && !byMessage(h) && !h.Stream && !slices.ContainsFunc(h.Chain, heat.Step.IsLoop)
}
