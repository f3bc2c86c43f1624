package stdjson

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/gover"
	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// defaultCodec is the codec that is suggested where no other one is preferred.
const defaultCodec = "github.com/goccy/go-json"

// codec reports the calls of the file of which nothing else was said: what they
// do is needed, but another codec does it faster. The remedy is one import, so
// they make one finding.
func (c *checker) codec(file *ast.File) {
	if c.opts.Prefer == "" && gover.Known(c.Pass.Pass, file, gover.JSONv2) {
		return // the new engine may be no slower than what is suggested
	}
	told := make(map[effect]bool) // what callers of a function are told already
	worth := sync.OnceValue(func() bool { return slices.ContainsFunc(c.calls, c.worth) })
	for _, s := range c.calls {
		if !c.choosable(s) {
			continue
		}
		verb := "decodes"
		if s.encodes() {
			verb = "encodes"
		}
		f := rule.Finding{
			Cur:     s.cur,
			Message: fmt.Sprintf("hot path %s with encoding/json (%s)", verb, s.shown()),
			Remedy:  fmt.Sprintf("where a profile shows it, a faster codec: %s", cmp.Or(c.opts.Prefer, defaultCodec)),
			Warn:    heat.Request,
			Doubt:   c.doubt(s),
			Group:   "codec",
			Weight:  c.weight(s),
			Fix:     func() []analysis.SuggestedFix { return c.switchImport(file) },
		}
		what := quirk(c.TypesInfo.TypeOf(s.value), s.encodes())
		if what != "" {
			f.Message += fmt.Sprintf("; %s %s, which codecs treat in their own way", typeName(c.Pkg, c.TypesInfo.TypeOf(s.value)), what)
		}
		switch {
		case what != "" || c.configures(s) || c.ofClient(s) || c.feedsClient(s) || c.logged(s):
			f.Warn, f.Note = 0, heat.Request
		case c.sizeable(s):
			if key := (effect{c.decl(s).Node(), verb}); !told[key] {
				f.Effect, told[key] = verb+" with encoding/json", true
			}
		case worth(): // the remedy is for all calls of the file
		case c.inLoop(s.cur) && s.encodes(): // a tenth of a microsecond each
			f.Warn, f.Note = 0, heat.Element
		case c.inLoop(s.cur):
			f.Warn = heat.Element
		default:
			continue // another codec saves nothing
		}
		if f.Warn != 0 && !worth() {
			f.Doubt = either(f.Doubt, c.little(s))
		}
		c.Report(f)
	}
}

// weight is more for the codec of a function for many callers, of which those that
// are shown are only the first, and less for what no codec makes faster by itself.
func (c *checker) weight(s *call) int {
	switch {
	case c.passesOn(s) && s.name != "MarshalIndent": // which people ask for
		return 1
	case !c.sizeable(s):
		return -1
	}
	return 0
}

// effect is what a function does with encoding/json.
type effect struct {
	decl ast.Node
	verb string
}

// choosable reports whether s may have another codec, and nothing else was said
// of it.
func (c *checker) choosable(s *call) bool {
	return !c.said[s.expr] && !inMarshaler(s) && !c.ofFile(s) && !c.validates(s) &&
		(s.encodes() || !c.configures(s)) // what is encoded for requests was read before
}

// sizeable reports whether there is something to gain for s: no codec saves much
// for a handful of values, or for a token, whatever its type.
func (c *checker) sizeable(s *call) bool {
	least := fewDecoded
	if s.encodes() {
		least = few
	}
	return c.size(s.value) >= least && !is(s.function(), tokenWords)
}

// tokenWords are words in the names of functions for texts that are passed back
// and forth, such as the place in a list.
var tokenWords = []string{"token", "cursor"}

// worth reports whether s alone is worth another codec, as far as the heat of
// this package shows.
func (c *checker) worth(s *call) bool {
	if !c.choosable(s) || !c.sizeable(s) || c.configures(s) || c.ofClient(s) || c.feedsClient(s) || c.logged(s) || quirk(c.TypesInfo.TypeOf(s.value), s.encodes()) != "" {
		return false
	}
	h, hot := c.Heat.Solve().At(c.Heat.Site(s.cur), heat.Request)
	return hot && !c.doubt(s)(h) && !c.little(s)(h)
}

func either(a, b func(heat.Heat) bool) func(heat.Heat) bool {
	return func(h heat.Heat) bool { return a(h) || b(h) }
}

// validates reports whether the result of s is not used, only its error.
func (c *checker) validates(s *call) bool {
	assign, ok := s.cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 2 {
		return false
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	return ok && id.Name == "_"
}

// shown returns the call as a reader would name it: Marshal, or the method with
// its type.
func (s *call) shown() string {
	switch s.name {
	case "Encode":
		return "Encoder.Encode"
	case "Decode":
		return "Decoder.Decode"
	}
	return s.name
}

func typeName(pkg *types.Package, t types.Type) string {
	name := types.TypeString(deref(t), func(p *types.Package) string {
		if p == pkg {
			return ""
		}
		return p.Name()
	})
	return strings.ReplaceAll(name, "interface{}", "any")
}

// inMarshaler reports whether s stands in a method that a codec calls: that
// goes with the codec of the outer value. A method Marshal(v) is a codec itself.
func inMarshaler(s *call) bool {
	decl, ok := query.TopDecl(s.cur).(*ast.FuncDecl)
	if !ok || decl.Recv == nil {
		return false
	}
	switch params := decl.Type.Params.NumFields(); decl.Name.Name {
	case "Marshal":
		return params == 0
	case "Unmarshal":
		return params <= 1
	}
	return strings.HasPrefix(decl.Name.Name, "Marshal") || strings.HasPrefix(decl.Name.Name, "Unmarshal")
}
