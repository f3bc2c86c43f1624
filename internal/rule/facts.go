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

// Effects is the fact that a function does something costly on every call.
type Effects struct {
	List []Effect // sorted
}

// Effect is one costly thing that a function does on every call.
type Effect struct {
	What string    // Finding.Effect
	Pos  string    // base name of the file and line
	Via  []string  // functions between, outermost first
	Warn heat.Need // what a caller must meet
	Note heat.Need
}

// AFact marks Effects as a fact.
func (*Effects) AFact() {}

func (e *Effects) effects() *Effects { return e }

// String lists the effects, for fixtures of facts.
func (e *Effects) String() string {
	var parts []string
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
	if len(p.AllObjectFacts()) == 0 {
		return
	}
	for file := range p.Files() {
		for cur := range file.Preorder((*ast.CallExpr)(nil)) {
			fn := query.Callee(p.TypesInfo, cur.Node().(*ast.CallExpr))
			if fn == nil || fn.Pkg() == p.Pkg {
				continue
			}
			for _, e := range p.imported(fn).List {
				via := append([]string{heat.FuncName(fn)}, e.Via...)
				f := Finding{
					Cur:     cur,
					Message: fmt.Sprintf("call of %s %s each time (%s)", strings.Join(via, " -> "), e.What, e.Pos),
					Warn:    e.Warn,
					Note:    e.Note,
				}
				if len(via) < maxHops {
					f.Effect = e.What
					f.origin = &Effect{What: e.What, Pos: e.Pos, Via: via, Warn: e.Warn, Note: e.Note}
				}
				p.Report(f)
			}
		}
	}
}

// imported returns the effects of a function of another package.
func (p *Pass) imported(fn *types.Func) *Effects {
	fact := reflect.New(reflect.TypeOf(p.rule.Fact).Elem()).Interface().(Fact)
	if !p.ImportObjectFact(fn, fact) {
		return new(Effects)
	}
	return fact.effects()
}

// exportEffects turns the pending findings of the package into facts about the
// functions that run them on every call, and about those functions' callers.
func (p *Pass) exportEffects(pending []Finding) {
	charged := make(map[string]*Effects)
	var order []string
	charge := func(key string, e Effect) {
		if charged[key] == nil {
			charged[key] = new(Effects)
			order = append(order, key)
		}
		charged[key].add(e)
	}
	for _, f := range pending {
		key, ok := f.site.Unconditional()
		if !ok {
			continue
		}
		if f.origin != nil {
			charge(key, *f.origin)
			continue
		}
		pos := p.Fset.Position(f.Pos)
		charge(key, Effect{What: f.Effect, Pos: fmt.Sprintf("%s:%d", filepath.Base(pos.Filename), pos.Line), Warn: f.Warn, Note: f.Note})
	}
	for i := 0; i < len(order); i++ { // grows: callers of callers
		for _, e := range charged[order[i]].List {
			if len(e.Via) >= maxHops-1 {
				continue
			}
			up := e
			up.Via = append([]string{p.Heat.Name(order[i])}, e.Via...)
			for _, caller := range p.Heat.Callers(order[i]) {
				charge(caller, up)
			}
		}
	}
	for _, key := range order {
		fn := p.Heat.Func(key)
		if fn == nil {
			continue
		}
		fact := reflect.New(reflect.TypeOf(p.rule.Fact).Elem()).Interface().(Fact)
		list := charged[key].List
		slices.SortFunc(list, func(a, b Effect) int {
			return strings.Compare(a.Pos+a.What, b.Pos+b.What)
		})
		fact.effects().List = list
		p.ExportObjectFact(fn, fact)
	}
}
