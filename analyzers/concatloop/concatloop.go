package concatloop

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/cfg"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

//go:embed doc.go
var doc string

// Analyzer reports strings that grow by concatenation in unbounded loops.
var Analyzer = rule.New(rule.Rule{Name: "concatloop", Doc: doc, Run: run, Fact: new(effects)})

// effects is the rule's fact. It stays empty: the loop that makes a
// concatenation costly stands in the function itself.
type effects struct{ rule.Effects }

func run(p *rule.Pass) {
	if !p.Any(func(n ast.Node) bool { return mayGrow(p.TypesInfo, n) }) {
		return
	}
	f := &finder{Pass: p, graphs: make(map[ast.Node]*cfg.CFG), clients: query.NewClients(p.TypesInfo, p.Files())}
	for file := range p.Files() {
		for decl := range file.Children() {
			for _, group := range f.groups(decl) {
				if slices.ContainsFunc(group, growth.mayRepeat) {
					f.check(group)
				}
			}
		}
	}
}

// mayGrow reports whether n assigns to a string what may be made of it.
func mayGrow(info *types.Info, n ast.Node) bool {
	s, ok := n.(*ast.AssignStmt)
	if !ok || s.Tok != token.ADD_ASSIGN && s.Tok != token.ASSIGN {
		return false
	}
	return slices.ContainsFunc(s.Rhs, func(e ast.Expr) bool {
		if s.Tok == token.ASSIGN {
			switch ast.Unparen(e).(type) {
			case *ast.BinaryExpr, *ast.CallExpr:
			default:
				return false
			}
		}
		return isString(info.TypeOf(e))
	})
}

// finder finds growing strings in the functions of a package.
type finder struct {
	*rule.Pass
	graphs  map[ast.Node]*cfg.CFG
	funcs   *functions
	clients *query.Clients
}

// groups returns the growths in a declaration, by the place that grows.
func (f *finder) groups(decl inspector.Cursor) [][]growth {
	var groups [][]growth
	for cur := range decl.Preorder((*ast.AssignStmt)(nil)) {
		for _, g := range growthsAt(f.TypesInfo, cur) {
			i := slices.IndexFunc(groups, func(group []growth) bool { return group[0].place.equal(g.place) })
			if i < 0 {
				i, groups = len(groups), append(groups, nil)
			}
			groups[i] = append(groups[i], g)
		}
	}
	return groups
}

// site is a growth with the loop in which it repeats.
type site struct {
	growth
	turns *turns
	outer inspector.Cursor // the outermost loop that the string outlives
}

// check reports the string that group grows, once for each nest of loops in
// which it outlives the turns.
func (f *finder) check(group []growth) {
	var nests [][]site
	for _, g := range group {
		s, ok := f.repeating(g, group)
		if !ok {
			continue
		}
		i := slices.IndexFunc(nests, func(nest []site) bool { return nest[0].outer == s.outer })
		if i < 0 {
			i, nests = len(nests), append(nests, nil)
		}
		nests[i] = append(nests[i], s)
	}
	if len(nests) == 0 || f.endsInError(group) || f.aboutErrors() {
		return
	}
	fix := f.fixer(group, nests)
	for _, nest := range nests {
		if nest = f.worthwhile(nest); len(nest) > 0 {
			f.report(nest, fix)
		}
	}
}

// repeating finds the innermost loop in which g happens again and again to one
// string.
func (f *finder) repeating(g growth, group []growth) (site, bool) {
	for _, at := range f.happens(g) {
		s := site{growth: g}
		for cur := range f.Heat.Loops(at) {
			l := newLoop(cur)
			if !l.outlivedBy(f.TypesInfo, g.place) {
				break
			}
			if s.turns == nil && !l.short(f.TypesInfo, g.place) {
				t := f.turnsOf(l, f.touches(l, group))
				switch {
				case t.repeats(reads | resets):
					s.turns = t
				case t.repeats(0):
					return site{}, false // a value that each turn uses or drops
				}
			}
			s.outer = cur
		}
		if s.turns != nil {
			return s, true
		}
	}
	return site{}, false
}

// happens returns where g takes place as loops see it: at the assignment, and
// at the calls of the closure that it stands in, unless each call has a string
// of its own.
func (f *finder) happens(g growth) []inspector.Cursor {
	at := []inspector.Cursor{g.cur}
	fn := query.Func(g.cur).Node()
	v := f.functions().holder[fn]
	if v == nil || fn.Pos() <= g.place.root.Pos() && g.place.root.Pos() < fn.End() {
		return at
	}
	for decl := range g.cur.Enclosing((*ast.FuncDecl)(nil)) {
		for id := range query.Uses(decl, f.TypesInfo, v) {
			if id.ParentEdgeKind() == edge.CallExpr_Fun {
				at = append(at, id.Parent())
			}
		}
	}
	return at
}

// worthwhile returns the growths of a nest without those on cold paths and those
// that add the text of errors, and none if only separators remain: text about
// errors is short, and not where time goes. If all are cold, the whole function
// is, and the gate decides.
func (f *finder) worthwhile(nest []site) []site {
	warm := slices.DeleteFunc(slices.Clone(nest), func(s site) bool { return f.Heat.Cold(s.cur) != "" })
	if len(warm) == 0 {
		warm = nest
	}
	kept := slices.DeleteFunc(slices.Clone(warm), func(s site) bool { return f.addsError(s.growth) })
	if len(kept) < len(warm) && !slices.ContainsFunc(kept, func(s site) bool { return f.addsVariable(s.growth) }) {
		return nil
	}
	return kept
}

// addsVariable reports whether g adds anything that is no constant.
func (f *finder) addsVariable(g growth) bool {
	return slices.ContainsFunc(g.pieces, func(e ast.Expr) bool { return f.TypesInfo.Types[e].Value == nil })
}

// report hands the growths of one nest of loops to the gate.
func (f *finder) report(nest []site, fix func() []analysis.SuggestedFix) {
	remedy, cost := f.remedy(nest)
	found := rule.Finding{
		Cur:     nest[0].cur,
		Message: message(nest),
		Remedy:  remedy,
		Cost:    cost,
		Warn:    heat.Loop,
		Fix:     fix,
		Doubt:   f.doubt(nest),
	}
	if nest[0].turns.loop.windsDown(f.TypesInfo) {
		found.Warn, found.Note = heat.Element|heat.Nested, heat.Loop
	}
	for _, s := range nest[1:] {
		found.Related = append(found.Related, analysis.RelatedInformation{Pos: s.stmt.Pos(), End: s.stmt.End(), Message: "grows here too"})
	}
	f.Report(found)
}

// doubt returns what tells whether the heat of nest comes from where the string
// does not matter, see [rule.Finding]: a measurement or an annotation overrules
// what only looks small.
func (f *finder) doubt(nest []site) func(heat.Heat) bool {
	unmeasured := func(h heat.Heat) bool { return h.Class != heat.ClassHot && h.Class != heat.ClassBenchmark }
	switch {
	case f.waits(nest), f.start(nest[0]), nest[0].turns.any(resets): // as short as what lies between
		return unmeasured
	case f.few(nest[0]), soundsFew(query.LastName(nest[0].lhs)):
		around := f.around(nest[0])
		return func(h heat.Heat) bool { return unmeasured(h) && (loops(h)+around < 2 || around == 0 && !loopCalls(h)) }
	case f.brief(nest[0]):
		around := f.around(nest[0])
		return func(h heat.Heat) bool { return unmeasured(h) && loops(h)+around < 2 }
	case f.sent(nest):
		return func(h heat.Heat) bool { return h.Class == heat.ClassLoop && loops(h) < 2 }
	}
	return nil
}

// around returns the number of loops around that of s in its function, of which
// a chain shows but one.
func (f *finder) around(s site) int {
	return len(slices.Collect(f.Heat.Loops(s.turns.loop.cur)))
}

// loopCalls reports whether a loop calls the function that the string grows in,
// and so makes many such strings: what loops further up do is more than that.
func loopCalls(h heat.Heat) bool {
	for i := len(h.Chain) - 1; i > 0; i-- {
		if h.Chain[i].IsCall() {
			return h.Chain[i-1].IsLoop() || h.Chain[i-1].IsReceiver()
		}
	}
	return false
}

// loops returns the number of loops that the heat comes through.
func loops(h heat.Heat) int {
	n := 0
	for _, step := range h.Chain {
		if step.IsLoop() || step.IsReceiver() {
			n++
		}
	}
	return n
}

// message states what the growths of a nest do.
func message(nest []site) string {
	name := types.ExprString(nest[0].lhs)
	if nest[0].turns.everyTurn(grows) {
		return fmt.Sprintf("string %s grows %s in every turn of the loop: each turn copies all of it", name, nest[0].how)
	}
	return fmt.Sprintf("string %s grows %s in the loop: each time all of it is copied", name, nest[0].how)
}
