package stdjson

import (
	"go/types"

	"golang.org/x/tools/go/ast/edge"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// roundTrip reports a value that is marshalled only to be unmarshalled:
//
//	text, err := json.Marshal(in)
//	err = json.Unmarshal(text, &out)
func (c *checker) roundTrip(s *call) bool {
	if s.name != "Marshal" {
		return false
	}
	text := c.result(s)
	if text == nil {
		return false
	}
	var back *call
	for use := range query.Uses(c.decl(s), c.TypesInfo, text) {
		if use.ParentEdgeKind() == edge.AssignStmt_Lhs {
			continue // text = json.Marshal(in)
		}
		if use.ParentEdgeKind() != edge.CallExpr_Args {
			return false
		}
		other := c.call(use.Parent())
		if other == nil || other.name != "Unmarshal" || back != nil || use.Node() != other.args[0] {
			return false
		}
		back = other
	}
	if back == nil {
		return false
	}
	f := rule.Finding{
		Cur:  s.cur,
		Cost: "7 µs and 31 allocations for a dozen fields, 20 times an assignment",
		Warn: heat.Request,
	}
	in, out := deref(c.TypesInfo.TypeOf(s.value)), deref(c.TypesInfo.TypeOf(back.value))
	switch {
	case types.IsInterface(c.TypesInfo.TypeOf(s.value)) && types.IsInterface(c.TypesInfo.TypeOf(back.value)):
		f.Message = "values are copied by a round trip through JSON"
		f.Remedy = "copy the values in a function of their type"
		f.Effect = "copies a value by a round trip through JSON"
	case types.IsInterface(in) && query.IsStruct(out):
		name := "a struct"
		if _, ok := out.(*types.Named); ok {
			name = typeName(c.Pkg, out)
		}
		f.Message = "a value of any type becomes " + name + " by a round trip through JSON"
		f.Remedy = "where it was decoded before, decode it into a json.RawMessage there, and that here"
		f.Effect = "makes " + name + " of a value by a round trip through JSON"
	case types.IsInterface(in) || types.IsInterface(out):
		return false // JSON makes generic values of those of any type
	case types.Identical(in, out):
		f.Message = typeName(c.Pkg, in) + " is copied by a round trip through JSON"
		f.Remedy = "assign it, and clone its slices, maps and pointers"
		f.Effect = "copies " + typeName(c.Pkg, in) + " by a round trip through JSON"
	case isMap(in) || isMap(out):
		return false // its fields are known at run time only
	default:
		f.Message = typeName(c.Pkg, in) + " is converted to " + typeName(c.Pkg, out) + " by a round trip through JSON"
		f.Remedy = "assign the fields"
		f.Effect = "converts " + typeName(c.Pkg, in) + " by a round trip through JSON"
	}
	c.said[s.expr], c.said[back.expr] = true, true
	c.waste(s, f)
	return true
}
