package structlayout

import (
	_ "embed"
	"flag"
	"fmt"
	"go/ast"
	"go/types"
	"path/filepath"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/rule"
)

//go:embed doc.go
var doc string

// Options are the settings of the rule, also reachable as flags.
type Options struct {
	MinSaving int64 // bytes that an object or element must shrink by
}

// Analyzer reports structs made in volume whose fields leave room between them.
var Analyzer = New(Options{MinSaving: 8})

// New returns an analyzer with its own copy of opts.
func New(opts Options) *analysis.Analyzer {
	flags := flag.NewFlagSet("structlayout", flag.ContinueOnError)
	flags.Int64Var(&opts.MinSaving, "min-saving", opts.MinSaving, "report structs that shrink by at least `n` bytes each")
	return rule.New(rule.Rule{
		Name:  "structlayout",
		Doc:   doc,
		Run:   func(p *rule.Pass) { run(&checker{Pass: p, opts: &opts}) },
		Uses:  func(p *rule.Pass) { uses(&checker{Pass: p, opts: &opts}) },
		Doubt: far,
		Fact:  new(effects),
		Flags: flags,
	})
}

// effects is the fact that a type has a better layout.
type effects struct{ rule.Effects }

// What must be saved of an object: below minShare percent nobody would change a
// type for it. It pays per element of a stream: a loop over a slice may make a
// handful, also that of a request. Less than largeShare pays only where one of two
// loops is a stream. As much as largeBytes and largeShare pays also for those that
// are no plain data.
const (
	minShare   = 10 // 160 -> 144
	largeShare = 20 // 40 -> 32
	largeBytes = 32
)

// checker examines one package.
type checker struct {
	*rule.Pass
	opts    *Options
	blocks  *blocks // nil until they are needed: to find them costs a process
	partsOf map[types.Type][]part
	live    map[*types.Var]bool // nil until they are needed
	calls   map[types.Object][]inspector.Cursor
}

// typeOf returns the type of e, which ill-typed code may not have.
func (c *checker) typeOf(e ast.Expr) types.Type {
	if t := c.TypesInfo.TypeOf(e); t != nil {
		return t
	}
	return types.Typ[types.Invalid]
}

// saving is what a better layout of a type saves: nothing where that is too
// little to matter.
type saving struct {
	layout
	object  int64 // bytes of each object on the heap
	element int64 // bytes of each element of a slice
}

// savingOf returns what a better layout of the struct type s saves.
func (c *checker) savingOf(s *types.Struct) (saving, bool) {
	l, ok := newLayout(s, c.TypesSizes)
	if !ok || l.size == l.best {
		return saving{}, false
	}
	if c.blocks == nil {
		c.blocks = blocksFor(filepath.Dir(c.Fset.File(c.Pass.Pass.Files[0].FileStart).Name()))
	}
	l.occupy(c.blocks)
	v := saving{layout: l}
	if n := l.perObject(); c.matters(n, l.block) {
		v.object = n
	}
	if n := l.perElement(); c.matters(n, l.size) {
		v.element = n
	}
	return v, v.object > 0 || v.element > 0
}

// matters reports whether it is worth while to save n of size bytes.
func (c *checker) matters(n, size int64) bool {
	return n >= c.opts.MinSaving && n*100 >= size*minShare
}

// isLarge reports whether to save n of size bytes matters even to what is no plain
// data.
func isLarge(n, size int64) bool { return n >= largeBytes && n*100 >= size*largeShare }

// never is a need that nothing meets: such a use is none to warn of.
const never heat.Need = 1 << 15

// need returns the heat that makes it worth while to save n of size bytes of values
// of type t.
func need(n, size int64, t types.Type) heat.Need {
	if n*100 >= size*largeShare || linksItself(t) {
		return heat.Stream
	}
	return heat.Inner
}

func run(c *checker) {
	c.sharing()
	if c.TypesSizes == nil || !c.Any(func(n ast.Node) bool { return c.candidate(n) != nil }) {
		return
	}
	for file := range c.Files() {
		for cur := range file.Preorder((*ast.TypeSpec)(nil)) {
			if s := c.candidate(cur.Node()); s != nil {
				c.report(cur, s)
			}
		}
	}
}

// candidate is a struct type whose fields can be reordered with a saving.
type candidate struct {
	saving
	spec *ast.TypeSpec
	obj  *types.TypeName
	str  *types.Struct
}

// candidate returns the candidate that n declares, or nil.
func (c *checker) candidate(n ast.Node) *candidate {
	spec, ok := n.(*ast.TypeSpec)
	if !ok || spec.Assign.IsValid() {
		return nil
	}
	if _, ok := spec.Type.(*ast.StructType); !ok {
		return nil
	}
	obj, ok := c.TypesInfo.Defs[spec.Name].(*types.TypeName)
	if !ok {
		return nil
	}
	str, ok := obj.Type().Underlying().(*types.Struct)
	if !ok || isPlaced(str) {
		return nil
	}
	v, ok := c.savingOf(str)
	if !ok || c.saysPlaced(spec) {
		return nil
	}
	return &candidate{saving: v, spec: spec, obj: obj, str: str}
}

// report hands a candidate to the gate.
func (c *checker) report(cur inspector.Cursor, s *candidate) {
	f := rule.Finding{
		Cur:        cur,
		Pos:        s.spec.Name.Pos(),
		End:        s.spec.Name.End(),
		Message:    s.message(),
		FindRemedy: func() string { return c.remedy(s) },
		Cost:       s.cost(),
		Subject:    s.obj,
		Unless:     []rule.Mark{{Obj: s.obj, Name: observed}},
		NoticeIf:   []rule.Mark{{Obj: s.obj, Name: shown}},
		FixUnless:  []rule.Mark{{Obj: s.obj, Name: shown}, {Obj: s.obj, Name: ordered}},
		WholeFix:   s.obj.Exported(),
		Fix:        func() []analysis.SuggestedFix { return c.fix(cur, s) },
		Warn:       need(max(s.block-s.bestBlock, s.size-s.best), s.size, s.obj.Type()),
		Note:       heat.NotCold,
	}
	switch {
	case orderIsOutput(s.str):
		f.Warn, f.Fix = 0, nil
	case isActor(s.str) && !isLarge(s.object, s.block) && !isLarge(s.element, s.size):
		f.Warn, f.Note = 0, heat.Loop|heat.Request
	}
	if f.Warn != 0 && s.obj.Exported() {
		f.Effect = s.effect() // others make values of it
	}
	c.Report(f)
}

// share returns the percentage of each object, or element, that is saved.
func (v *saving) share() int64 {
	if v.object > 0 {
		return v.object * 100 / v.block
	}
	return v.element * 100 / v.size
}

// message says what the struct occupies, and what it could.
func (s *candidate) message() string {
	if s.object > 0 {
		return fmt.Sprintf("struct %s: %d bytes (class %d), %d with its fields reordered (class %d), %d %% less per object",
			s.obj.Name(), s.size, s.block, s.best, s.bestBlock, s.share())
	}
	return fmt.Sprintf("struct %s: %d bytes, %d with its fields reordered, %d %% less per element",
		s.obj.Name(), s.size, s.best, s.share())
}

// cost says what is saved.
func (s *candidate) cost() string {
	return fmt.Sprintf("%d bytes each", max(s.object, s.element))
}

// effect ends the sentence about a use of the type.
func (v *saving) effect() string {
	if v.object > 0 {
		return fmt.Sprintf("%d -> %d bytes, class %d -> %d, %d %%", v.size, v.best, v.block, v.bestBlock, v.share())
	}
	return fmt.Sprintf("%d -> %d bytes, %d %%", v.size, v.best, v.share())
}
