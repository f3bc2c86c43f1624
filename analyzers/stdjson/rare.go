package stdjson

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// farthest is the number of calls between an entry point and the JSON up to
// which the codec is worth a remark: what lies deeper in a program is reached by
// some requests, and rarely the bulk of their work.
const farthest = 5

// doubt returns what tells whether the heat of s comes from requests for which
// another codec does not matter: see [rule.Finding]. What it saves grows with what is
// encoded or decoded: all that a response tells, the lists in a request, each message
// of a connection, each row of a result. Other JSON is one of the many things that a
// request leads to: elsewhere, a file, a log or another server takes the time.
func (c *checker) doubt(s *call) func(heat.Heat) bool {
	if c.ofFailure(s) || isCredential(c.TypesInfo.TypeOf(s.value)) || c.readsPassword(s) || c.knowsPassword(s) || c.logsIn(s) || c.changesConfig(s) || c.showsConfig(s) || c.isCached(s) || c.isUnwrapped(s) {
		return byRequest
	}
	optional, codec := c.optional(s), c.passesOn(s)
	switch {
	case !optional && c.exchanged(s):
		return rare
	case s.name == "MarshalIndent": // for people or files
		return byRequest
	}
	most, towards := 0, codec || is(s.function(), codecWords)
	switch {
	case codec, c.returnsText(s): // towards the request, not away from it
		most = 2
	case towards:
		most = 1
	}
	return func(h heat.Heat) bool {
		near, most := nearest(h), most
		switch {
		case byMessage(h): // many are passed on by their kind
			most = 3
		case h.Stream:
			most = max(most, 1)
		}
		far := calls(near) > most || !towards && slices.ContainsFunc(near, heat.Step.IsImplementation)
		return rare(h) || byRequest(h) && (far || !byMessage(h) && (optional || h.Optional && !towards))
	}
}

// codecWords are words in the names of functions that are the codec of a type.
var codecWords = []string{"decode", "encode", "marshal", "unmarshal"}

// returnsText reports whether the function of s returns the text that s makes.
func (c *checker) returnsText(s *call) bool {
	if !s.encodes() {
		return false
	}
	if s.cur.ParentEdgeKind() == edge.ReturnStmt_Results {
		return true
	}
	text, _ := c.target(s)
	return text != nil && slices.ContainsFunc(c.mentions(text), func(use inspector.Cursor) bool {
		if conv := use.Parent(); c.converts(conv, types.String) {
			use = conv
		}
		return use.ParentEdgeKind() == edge.ReturnStmt_Results
	})
}

// rare reports whether what makes the JSON hot is a request, but one that comes
// seldom or reaches it seldom. Another codec is a choice for what every request
// does.
func rare(h heat.Heat) bool {
	return byRequest(h) && (calls(h.Chain) > farthest || h.Seldom() || h.Changes() || byController(h))
}

// byController reports whether a method that is registered by its name makes the
// JSON hot. Those seen so far mostly serve the pages of administrators.
func byController(h heat.Heat) bool {
	return len(h.Chain) > 0 && strings.HasPrefix(h.Chain[0].What, "controller method ")
}

func byRequest(h heat.Heat) bool {
	return h.Class != heat.ClassHot && h.Class != heat.ClassBenchmark
}

// byMessage reports whether a loop that receives messages, or a stream of them, makes
// the JSON hot: what is done with each depends on what it is.
func byMessage(h heat.Heat) bool {
	return len(h.Chain) > 0 && (h.Chain[0].IsReceiver() || strings.HasPrefix(h.Chain[0].What, "gRPC stream "))
}

// calls returns the number of calls among the steps. A function that calls its own
// literal has not gone anywhere.
func calls(steps []heat.Step) int {
	n := 0
	var before heat.Step
	for _, step := range steps {
		if step.IsCall() && !step.CallsOwn(before) {
			n++
		}
		if !step.IsLoop() {
			before = step
		}
	}
	return n
}

// passesOn reports whether s is the codec of a function for many callers, which
// takes a value of any type.
func (c *checker) passesOn(s *call) bool {
	if !isOpen(c.TypesInfo.TypeOf(s.value)) {
		return false
	}
	value := ast.Unparen(s.value)
	if u, ok := value.(*ast.UnaryExpr); ok && u.Op == token.AND {
		value = ast.Unparen(u.X) // as good as v
	}
	id, ok := value.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	return ok && v.Kind() == types.ParamVar && !c.isKept(s)
}

// isOpen reports whether t stands for values of many types.
func isOpen(t types.Type) bool {
	t = deref(t)
	_, param := t.(*types.TypeParam)
	return param || types.IsInterface(t)
}

// ofFailure reports whether the JSON tells that a request failed: the function
// or the value is named after that, or the value is an error. Few requests fail
// where it is busy.
func (c *checker) ofFailure(s *call) bool {
	if heat.IsFailure(s.function()) {
		return true
	}
	t := deref(c.TypesInfo.TypeOf(s.value))
	if query.IsNamed(t, "google.golang.org/genproto/googleapis/rpc/status", "Status") {
		return true
	}
	named, ok := t.(*types.Named)
	return ok && (heat.IsFailure(named.Obj().Name()) || hasMethod(t, "Error"))
}

// optional reports whether a condition decides whether the JSON is needed: a
// part that few values have, a value of a type that nothing else knows. (The
// heat tells whether one decides about the calls that lead there.) Requests,
// responses and the codec of a module are left out, whose condition is the
// format.
func (c *checker) optional(s *call) bool {
	var within ast.Node
	for loop := range c.Heat.Loops(s.cur) { // the innermost
		within = loop.Node()
		break
	}
	if c.exchanged(s) {
		return false
	}
	if c.ofParameter(s) {
		return true
	}
	var text ast.Expr
	if s.name == "Unmarshal" {
		text = s.args[0]
	}
	if !c.chosen(s.cur, within, text) {
		return false
	}
	for range s.cur.Enclosing((*ast.TypeSwitchStmt)(nil)) {
		return true
	}
	return !c.passesOn(s)
}

// exchanged reports whether s is seen to decode the body of a request, or to
// encode a response.
func (c *checker) exchanged(s *call) bool {
	switch s.name {
	case "Unmarshal":
		return c.fromBody(s.args[0], 3)
	case "Decode":
		made := c.made(s.coder)
		return made != nil && c.fromBody(made.Args[0], 3)
	case "Encode":
		return c.made(s.coder) != nil && c.responds(s)
	}
	return c.responds(s)
}
