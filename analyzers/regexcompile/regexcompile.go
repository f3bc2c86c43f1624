package regexcompile

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

//go:embed doc.go
var doc string

// Analyzer reports regular expressions that are compiled again and again.
var Analyzer = rule.New(rule.Rule{Name: "regexcompile", Doc: doc, Run: run, Fact: new(effects)})

// effects is the fact that a function compiles patterns on every call.
type effects struct{ rule.Effects }

// compilers are the functions of package regexp that compile their first
// argument.
var compilers = []string{
	"Compile", "CompilePOSIX", "MustCompile", "MustCompilePOSIX",
	"Match", "MatchString", "MatchReader",
}

func run(p *rule.Pass) {
	if !query.Imports(p.Pkg, "regexp") || !p.Any(mayCompile) {
		return
	}
	c := &checker{Pass: p, active: make(map[*types.Var]bool), followed: make(map[*types.Var]bool)}
	var found []*compilation
	for file := range p.Files() {
		for cur := range query.Calls(file, p.TypesInfo, "regexp", compilers...) {
			if s := c.compilation(cur); s != nil {
				found = append(found, s)
			}
		}
	}
	plan := c.planFixes(found)
	for _, s := range found {
		f := c.finding(s)
		f.Fix = func() []analysis.SuggestedFix { return plan.fix(s) }
		p.Report(f)
	}
	c.literals()
}

// mayCompile reports whether n is the name of a function that compiles a
// pattern.
func mayCompile(n ast.Node) bool {
	id, ok := n.(*ast.Ident)
	return ok && slices.Contains(compilers, id.Name)
}

// checker examines one package.
type checker struct {
	*rule.Pass
	at     inspector.Cursor       // where the expression under examination is evaluated
	writes map[*types.Var][]write // nil until somebody asks, see writesOf

	// Variables under examination, against cycles: where their values come
	// from, and where they go.
	active, followed map[*types.Var]bool
}

// compilation is a call that compiles a pattern.
type compilation struct {
	cur       inspector.Cursor
	call      *ast.CallExpr
	fn        string // name of the called function of package regexp
	pattern   value
	invariant bool // of the innermost loop
	warn      heat.Need
	note      heat.Need
}

// matches reports whether the call compiles and matches at once, so that
// nothing of the compiled pattern is left.
func (s *compilation) matches() bool { return strings.HasPrefix(s.fn, "Match") }

// key returns what is compiled, if the text is known.
func (s *compilation) key() pattern {
	return pattern{s.pattern.text, strings.HasSuffix(s.fn, "POSIX")}
}

// compilation returns what there is to say about a call of a function of
// compilers, or nil.
func (c *checker) compilation(cur inspector.Cursor) *compilation {
	call := cur.Node().(*ast.CallExpr)
	s := &compilation{cur: cur, call: call, fn: query.Callee(c.TypesInfo, call).Name()}
	if !query.Func(cur).Valid() {
		return nil // runs once, when the package is initialised
	}
	if len(call.Args) != query.Callee(c.TypesInfo, call).Signature().Params().Len() {
		return nil // f(g()): the pattern comes out of a call
	}
	c.at = cur
	s.pattern = c.eval(call.Args[0])
	if s.pattern.known && !s.key().valid() {
		return nil // fails: another tool's job
	}
	end := dropped
	if !s.matches() {
		end = c.fate(cur, false)
	}
	if end == kept || c.lazyLocal(cur) {
		return nil // work per construction, not per use
	}
	c.needs(s)
	if end != dropped {
		s.note = 0 // the caller may keep it
	}
	if s.warn == 0 {
		return nil
	}
	return s
}

// needs sets the heat that a finding about s needs.
func (c *checker) needs(s *compilation) {
	loops, left := c.loops(s.cur)
	switch {
	case s.pattern.origin == fixed:
		s.warn, s.note = heat.Loop|heat.Request, heat.NotCold
		if len(loops) == 0 && left {
			s.warn = heat.Request // what made it a loop is left right after
		}
	default:
		s.invariant = len(loops) > 0 && c.invariant(s.call.Args[0], loops[0]) || len(loops) > 1 && c.rangesOver(s.call.Args[0], loops)
		if s.invariant {
			s.warn |= heat.Loop
		}
		if s.pattern.origin >= outlives {
			s.warn |= heat.Request
		}
		if s.pattern.origin == chosen {
			// A loop over the constants compiles each once; what repeats is a
			// loop around that one, or around the calls.
			s.warn |= heat.Nested
			if len(loops) == 0 {
				s.warn |= heat.Loop
			}
		}
	}
}

// lazyLocal reports whether the call at cur initialises a local variable that
// is still nil, and so runs once however often the code around it does.
func (c *checker) lazyLocal(cur inspector.Cursor) bool {
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok {
		return false
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if !ok || assign.Tok != token.ASSIGN {
		return false
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.Kind() != types.LocalVar {
		return false
	}
	guards := func(n ast.Node) bool {
		b, ok := n.(*ast.BinaryExpr)
		if !ok || b.Op != token.EQL || !c.TypesInfo.Types[b.Y].IsNil() {
			return false
		}
		x, ok := b.X.(*ast.Ident)
		return ok && c.TypesInfo.Uses[x] == v
	}
	for up := cur; up.Valid() && up.Node() != nil; up = up.Parent() {
		if up.ParentEdgeKind() != edge.IfStmt_Body {
			continue
		}
		found := false
		ast.Inspect(up.Parent().Node().(*ast.IfStmt).Cond, func(n ast.Node) bool {
			found = found || guards(n)
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// finding words what s is about.
func (c *checker) finding(s *compilation) rule.Finding {
	f := rule.Finding{Cur: s.cur, Warn: s.warn, Note: s.note, Cost: "8 µs, 5.8 KB and 66 allocations each time, for an e-mail pattern"}
	if s.matches() {
		f.Cost = "3.8 µs, 2.5 KB and 34 allocations each time, for a short pattern"
	}
	what := "pattern " + c.source(s.call.Args[0])
	if s.pattern.known {
		what = "regexp " + quote(s.pattern.text)
	}
	switch {
	case s.pattern.origin == fixed:
		f.Message = what + " is compiled again each time although it never changes"
		if s.matches() {
			f.Message = fmt.Sprintf("%s is compiled on every call of regexp.%s", what, s.fn)
		}
		f.Remedy = "compile it once, in a package-level variable"
		if l, ok := c.plainMatch(s); ok {
			f.Remedy = l.remedy("strings") + " does the same without a regexp"
		}
		f.Effect = "compiles " + strings.TrimPrefix(what, "regexp ")
	case s.pattern.origin == chosen && !s.invariant:
		f.Message = what + " is one of several constants, and is compiled again each time"
		f.Remedy = "compile them once, in package-level variables"
	case s.invariant:
		f.Message = what + " is compiled in every turn of the loop although it stays the same"
		f.Remedy = "compile it once, before the loop"
	default:
		f.Message = what + " is compiled on every call although it outlives the call"
		f.Remedy = "compile it once, where it is set, or keep the compiled ones by pattern"
	}
	return f
}
