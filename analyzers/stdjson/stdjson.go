package stdjson

import (
	_ "embed"
	"flag"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

//go:embed doc.go
var doc string

// Options are the settings of the rule, also reachable as flags.
type Options struct {
	Prefer string // import path of the codec to suggest; empty: the default
	Switch bool   // offer to change imports as a fix
}

// Analyzer reports encoding/json on request paths, with the default options.
var Analyzer = New(Options{})

// New returns an analyzer with its own copy of opts.
func New(opts Options) *analysis.Analyzer {
	flags := flag.NewFlagSet("stdjson", flag.ContinueOnError)
	flags.StringVar(&opts.Prefer, "prefer", opts.Prefer, "import `path` of the codec to suggest, also where Go has the new engine (default "+defaultCodec+", up to Go 1.26)")
	flags.BoolVar(&opts.Switch, "switch", opts.Switch, "offer to import the preferred codec instead of encoding/json as a fix; changes behaviour in corners")
	return rule.New(rule.Rule{
		Name:  "stdjson",
		Doc:   doc,
		Run:   func(p *rule.Pass) { run(p, opts) },
		Fact:  new(effects),
		Doubt: rare,
		Flags: flags,
	})
}

// effects is the fact that a function encodes or decodes JSON on every call.
type effects struct{ rule.Effects }

// jsonPath is the package that the rule is about.
const jsonPath = "encoding/json"

// run gives each call of the package to the first question that has something
// to say about it: how the call is used, then which codec it uses.
func run(p *rule.Pass, opts Options) {
	if !query.Imports(p.Pkg, jsonPath) || !p.Any(mayCall) {
		return
	}
	c := &checker{Pass: p, opts: opts, said: make(map[*ast.CallExpr]bool), mentioned: make(map[*types.Var][]inspector.Cursor), clients: query.NewClients(p.TypesInfo, p.Files()), sizing: make(map[*types.Var]bool), asking: make(map[*types.Var]bool)}
	for file := range p.Files() {
		c.calls = c.calls[:0]
		for cur := range file.Preorder((*ast.CallExpr)(nil)) {
			if s := c.call(cur); s != nil {
				c.calls = append(c.calls, s)
			}
		}
		for _, s := range c.calls {
			c.use(s)
		}
		c.codec(query.File(file))
	}
}

// checker examines one package.
type checker struct {
	*rule.Pass
	opts  Options
	calls []*call                // of the file under examination
	said  map[*ast.CallExpr]bool // calls that a finding is about already

	mentioned map[*types.Var][]inspector.Cursor // see mentions
	clients   *query.Clients
	sizing    map[*types.Var]bool // whose size is being asked for
	asking    map[*types.Var]bool // whether which come from a file is being asked
}

// use reports s if the way it is used costs more than it must.
func (c *checker) use(s *call) {
	questions := []func(*call) bool{c.roundTrip, c.invariant, c.fixed, c.indented, c.keys, c.oneField, c.perElement, c.again, c.text}
	_ = slices.ContainsFunc(questions, func(ask func(*call) bool) bool { return ask(s) })
}

// waste reports a way to use s that costs more than it must. A client waits for
// the other side longer than that takes.
func (c *checker) waste(s *call, f rule.Finding) {
	optional := c.optional(s)
	doubt := func(h heat.Heat) bool {
		return rare(h) || byRequest(h) && !byMessage(h) && (optional || h.Optional)
	}
	if f.Doubt != nil {
		doubt = either(doubt, f.Doubt)
	}
	f.Doubt = doubt
	if c.ofClient(s) {
		f.Warn, f.Note = 0, f.Note|f.Warn
	}
	c.Report(f)
}

// names are the functions and methods of encoding/json that encode or decode.
var names = []string{"Marshal", "MarshalIndent", "Unmarshal", "Encode", "Decode"}

// mayCall reports whether n is the name of one of them.
func mayCall(n ast.Node) bool {
	id, ok := n.(*ast.Ident)
	return ok && slices.Contains(names, id.Name)
}
