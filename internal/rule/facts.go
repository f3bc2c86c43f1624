package rule

import (
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// Limits of what facts carry: enough to act on, small enough for every driver's
// cache.
const (
	maxHops    = 4 // calls between a function and the cost it is charged with
	maxEffects = 8 // costs one function is charged with
)

// Fact is implemented by the fact type of each rule, which embeds [Effects]:
//
//	type effects struct{ rule.Effects }
//
// Drivers tell analyzers' facts apart by type, so each rule has its own.
type Fact interface {
	analysis.Fact
	effects() *Effects
}

// Effects is the fact that a function does something costly on every call, or
// that uses of a type or variable are costly, and what else a rule found out
// about the object.
type Effects struct {
	List  []Effect // sorted
	Marks []string // names of marks, sorted
}

// Effect is one costly thing that a function does on every call, or a use of a
// type or variable.
type Effect struct {
	What string    // Finding.Effect
	Pos  string    // base name of the file and line
	Via  []string  // functions between, outermost first
	Warn heat.Need // what a caller must meet
	Note heat.Need

	Use      bool     // it is about the uses of a subject, not about calls
	Group    string   // Finding.Group
	Unless   []string // marks of the subject that drop it
	NoticeIf []string // marks of the subject that make it a notice
}

// AFact marks Effects as a fact.
func (*Effects) AFact() {}

func (e *Effects) effects() *Effects { return e }

// String lists the effects and marks, for fixtures of facts.
func (e *Effects) String() string {
	parts := slices.Clone(e.Marks)
	for _, x := range e.List {
		parts = append(parts, strings.Join(append(slices.Clone(x.Via), x.What), ": "))
	}
	return strings.Join(parts, "; ")
}

func (e *Effects) add(x Effect) {
	same := func(y Effect) bool { return y.What == x.What && y.Pos == x.Pos }
	if len(e.List) < maxEffects && !slices.ContainsFunc(e.List, same) {
		e.List = append(e.List, x)
	}
}

// inMainModule reports whether facts about the package of pass are worth
// having: the standard library and dependencies are never reported on, and what
// they cost is known from tables. Drivers that do not say which module a
// package is of (nogo) scope their analysis themselves.
func inMainModule(pass *analysis.Pass) bool {
	if m := pass.Module; m != nil && m.Path != "" {
		return m.Version == ""
	}
	return len(pass.Files) > 0 && !inGOROOT(pass)
}

// inGOROOT reports whether the package is one of the standard library: its
// directory is that of its import path in a Go installation. (That of the
// installation zenithlint was built with is not known to every binary.)
func inGOROOT(pass *analysis.Pass) bool {
	dir := filepath.Dir(pass.Fset.File(pass.Files[0].FileStart).Name())
	root, ok := strings.CutSuffix(filepath.ToSlash(dir), "/src/"+pass.Pkg.Path())
	if !ok {
		return false
	}
	_, err := os.Stat(filepath.Join(root, "src", "runtime", "runtime.go"))
	return err == nil
}

// calls reports, as findings of this package, the calls of functions that facts
// charge with a cost.
func (p *Pass) calls() {
	if !p.facts || len(p.AllObjectFacts()) == 0 {
		return
	}
	for file := range p.Files() {
		for cur := range file.Preorder((*ast.CallExpr)(nil)) {
			fn := query.Callee(p.TypesInfo, cur.Node().(*ast.CallExpr))
			if fn == nil || fn.Pkg() == p.Pkg {
				continue
			}
			for _, e := range p.imported(fn).List {
				if e.Use {
					continue
				}
				via := append([]string{heat.FuncName(fn)}, e.Via...)
				f := Finding{
					Cur:     cur,
					Message: fmt.Sprintf("call of %s %s each time (%s)", strings.Join(via, " -> "), e.What, e.Pos),
					Warn:    e.Warn,
					Note:    e.Note,
					Group:   e.Group,
				}
				if len(via) < maxHops {
					f.Effect = e.What
					f.origin = &Effect{What: e.What, Pos: e.Pos, Via: via, Warn: e.Warn, Note: e.Note, Group: e.Group}
				}
				p.Report(f)
			}
		}
	}
}

// reportUse reports a use of an object of another package that a fact charges
// with a cost.
func (p *Pass) reportUse(obj types.Object, cur inspector.Cursor, what string, warn heat.Need) {
	name := obj.Pkg().Name() + "." + obj.Name()
	if fn, ok := obj.(*types.Func); ok {
		name = heat.FuncName(fn)
	}
	for _, e := range p.imported(obj).List {
		if !e.Use {
			continue
		}
		f := Finding{
			Cur:     cur,
			Message: fmt.Sprintf("%s, %s: %s (%s)", name, what, e.What, e.Pos),
			Warn:    e.Warn,
			Note:    e.Note,
			Group:   p.key(obj),
		}
		if warn != 0 && e.Warn != 0 {
			f.Warn = warn
		}
		for _, mark := range e.Unless {
			f.Unless = append(f.Unless, Mark{obj, mark})
		}
		for _, mark := range e.NoticeIf {
			f.NoticeIf = append(f.NoticeIf, Mark{obj, mark})
		}
		p.Report(f)
	}
}

// imported returns what a fact knows of an object of another package.
func (p *Pass) imported(obj types.Object) *Effects {
	if fn, ok := obj.(*types.Func); ok {
		obj = fn.Origin()
	}
	fact := p.newFact()
	if obj == nil || !p.facts || !p.ImportObjectFact(obj, fact) {
		return new(Effects)
	}
	return fact.effects()
}

func (p *Pass) newFact() Fact {
	return reflect.New(reflect.TypeOf(p.rule.Fact).Elem()).Interface().(Fact)
}

// exportFacts turns the pending findings of the package into facts about their
// subjects, or the functions that run them on every call and those functions'
// callers, and its marks into facts about their objects.
func (p *Pass) exportFacts(pending []Finding) {
	if !p.facts {
		return
	}
	facts := make(map[types.Object]*Effects)
	fact := func(obj types.Object) *Effects {
		if facts[obj] == nil {
			facts[obj] = new(Effects)
		}
		return facts[obj]
	}
	for _, f := range pending {
		if f.Subject != nil && f.Subject.Pkg() == p.Pkg && f.Subject.Exported() {
			fact(f.Subject).add(p.effect(&f))
		}
	}
	charged, keys := p.charge(pending)
	for _, key := range keys {
		if fn := p.Heat.Func(key); fn != nil {
			for _, e := range charged[key].List {
				fact(fn).add(e)
			}
		}
	}
	for _, m := range p.marks {
		if m.obj.Pkg() == p.Pkg && p.objects.marks[m.key] && !slices.Contains(fact(m.obj).Marks, m.name) {
			fact(m.obj).Marks = append(fact(m.obj).Marks, m.name)
		}
	}
	for obj, f := range facts {
		slices.SortFunc(f.List, func(a, b Effect) int { return strings.Compare(a.Pos+a.What, b.Pos+b.What) })
		slices.Sort(f.Marks)
		export := p.newFact()
		*export.effects() = *f
		p.ExportObjectFact(obj, export)
	}
}

// effect is what a caller, or a user of the subject, is told about f.
func (p *Pass) effect(f *Finding) Effect {
	pos := p.Fset.Position(f.Pos)
	e := Effect{What: f.Effect, Pos: fmt.Sprintf("%s:%d", filepath.Base(pos.Filename), pos.Line), Warn: f.Warn, Note: f.Note, Use: f.Subject != nil, Group: f.Group}
	e.Unless, e.NoticeIf = names(f.Unless, f.Subject), names(f.NoticeIf, f.Subject)
	return e
}

// names returns the names of those marks that are about obj.
func names(marks []Mark, obj types.Object) (list []string) {
	for _, m := range marks {
		if m.Obj == obj {
			list = append(list, m.Name)
		}
	}
	return list
}

// charge finds the functions that run pending findings on every call, by their
// keys in the graph, and those keys in a fixed order.
func (p *Pass) charge(pending []Finding) (charged map[string]*Effects, order []string) {
	charged = make(map[string]*Effects)
	add := func(key string, e Effect) {
		if charged[key] == nil {
			charged[key] = new(Effects)
			order = append(order, key)
		}
		charged[key].add(e)
	}
	for _, f := range pending {
		if f.Subject != nil {
			continue
		}
		key, ok := f.site.Unconditional()
		switch {
		case !ok:
		case f.origin != nil:
			add(key, *f.origin)
		default:
			add(key, p.effect(&f))
		}
	}
	for i := 0; i < len(order); i++ { // grows: callers of callers
		for _, e := range charged[order[i]].List {
			if len(e.Via) >= maxHops-1 {
				continue
			}
			up := e
			up.Via = append([]string{p.Heat.Name(order[i])}, e.Via...)
			for _, caller := range p.Heat.Callers(order[i]) {
				add(caller, up)
			}
		}
	}
	return charged, order
}
