package rule

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// objects is what one rule knows of the objects of the packages it has seen:
// one package, or a whole module.
type objects struct {
	subjects map[string]bool  // keys of the objects that findings are about
	uses     map[string][]use // by key of the subject
	marks    map[string]bool  // by key of the mark
	derived  []derivedMark
	whole    bool // all packages of the module are seen
}

// use is a place where a subject costs.
type use struct {
	pass *Pass
	cur  inspector.Cursor
	site heat.Site
	what string
	warn heat.Need // instead of Finding.Warn; 0: that
}

// derivedMark counts if one of the marks it follows from does.
type derivedMark struct {
	obj  types.Object
	name string
	key  string
	from []string // keys; nil: it counts
}

func newObjects() *objects {
	return &objects{subjects: make(map[string]bool), uses: make(map[string][]use), marks: make(map[string]bool)}
}

// settle gives the derived marks their value, and the uses an order that does
// not depend on that of the packages.
func (o *objects) settle() {
	for _, uses := range o.uses {
		slices.SortStableFunc(uses, func(a, b use) int { return comparePos(a.pass, a.cur.Node().Pos(), b.pass, b.cur.Node().Pos()) })
	}
	for changed := true; changed; {
		changed = false
		for _, d := range o.derived {
			if !o.marks[d.key] && slices.ContainsFunc(d.from, func(k string) bool { return o.marks[k] }) {
				o.marks[d.key], changed = true, true
			}
		}
	}
}

// Use records that subject costs at cur, for findings about subject. what says
// how, as the last step of the chain: "appended in (*Store).List". It is for
// [Rule.Uses], and does nothing if no finding is about subject.
func (p *Pass) Use(subject types.Object, cur inspector.Cursor, what string) {
	p.UseIf(subject, cur, what, 0)
}

// UseIf is Use with the heat that this use needs for a warning, instead of
// that of the finding. [heat.Anywhere] says that the use shows by itself that
// there are many; in cold code it counts for nothing all the same.
func (p *Pass) UseIf(subject types.Object, cur inspector.Cursor, what string, warn heat.Need) {
	key := p.key(subject)
	if p.objects.subjects[key] {
		p.uses = append(p.uses, keyedUse{key, use{pass: p, cur: cur, site: p.Heat.Site(cur), what: what, warn: warn}})
		return
	}
	if p.foreign(subject) {
		p.reportUse(subject, cur, what, warn)
	}
}

type keyedUse struct {
	key string
	use use
}

// IsSubject reports whether a finding, of this package or another, is about
// obj. It is for [Rule.Uses].
func (p *Pass) IsSubject(obj types.Object) bool {
	return p.objects.subjects[p.key(obj)] || p.foreign(obj) && len(p.imported(obj).List) > 0
}

// Mark sets a mark. With marks in because, it is set only if one of them is: a
// function limits because one that it calls does.
func (p *Pass) Mark(m Mark, because ...Mark) {
	d := derivedMark{obj: m.Obj, name: m.Name, key: p.markKey(m)}
	for _, b := range because {
		if !p.marked([]Mark{b}) {
			d.from = append(d.from, p.markKey(b))
			continue
		}
		d.from = nil
		break
	}
	p.marks = append(p.marks, d)
}

// marked reports whether one of the marks is set.
func (p *Pass) marked(marks []Mark) bool {
	return slices.ContainsFunc(marks, func(m Mark) bool {
		return p.objects.marks[p.markKey(m)] || p.foreign(m.Obj) && slices.Contains(p.imported(m.Obj).Marks, m.Name)
	})
}

// foreign reports whether what is known of obj comes from facts.
func (p *Pass) foreign(obj types.Object) bool {
	return p.facts && obj.Pkg() != nil && obj.Pkg() != p.Pkg
}

// publish adds what the package found out to what is known of all.
func (p *Pass) publish(o *objects) {
	for _, m := range p.marks {
		if m.from == nil {
			o.marks[m.key] = true
		} else {
			o.derived = append(o.derived, m)
		}
	}
	for _, u := range p.uses {
		o.uses[u.key] = append(o.uses[u.key], u.use)
	}
}

// subjectKeys adds the keys of the subjects of the findings to o.
func (p *Pass) subjectKeys(o *objects) {
	for _, f := range p.findings {
		if f.Subject != nil {
			o.subjects[p.key(f.Subject)] = true
		}
	}
}

// key names an object across packages: those of another one come from export
// data, or from an earlier type check, and are not identical.
func (p *Pass) key(obj types.Object) string {
	switch o := obj.(type) {
	case *types.Func:
		return o.Origin().FullName()
	case *types.Var:
		obj = o.Origin()
	}
	if obj.Pkg() == nil {
		return obj.Name()
	}
	key := obj.Pkg().Path() + "." + obj.Name()
	if obj.Parent() == obj.Pkg().Scope() {
		return key
	}
	return fmt.Sprintf("%s@%v", key, p.Fset.Position(obj.Pos()))
}

func (p *Pass) markKey(m Mark) string { return p.key(m.Obj) + " " + m.Name }

// heatAt returns what is known of the place, or the places, that decide about
// f at a level.
func (p *Pass) heatAt(sol *heat.Solution, f *Finding, level Level) (heat.Heat, bool) {
	need := f.Note
	if level == Warning {
		need = f.Warn
	}
	if need == 0 {
		return heat.Heat{}, false
	}
	if f.Subject == nil && level == Warning {
		return sol.Without(f.Doubt, f.site, need)
	}
	if f.Subject == nil {
		return sol.At(f.site, need)
	}
	uses := p.objects.uses[p.key(f.Subject)]
	if len(uses) == 0 && level == Notice {
		return heat.Heat{Class: heat.ClassUnknown}, need&(heat.NotCold|heat.Anywhere) != 0
	}
	var best heat.Heat
	found, doubtful := false, false
	for _, u := range uses {
		want := need
		if level == Warning && u.warn != 0 {
			want = u.warn
		}
		h, ok := sol.At(u.site, want)
		if level == Warning {
			h, ok = sol.Without(f.Doubt, u.site, want)
		}
		if !ok {
			continue
		}
		if want == heat.Anywhere {
			if h.Class == heat.ClassCold {
				continue
			}
			h = heat.Heat{Class: heat.ClassLoop}
		}
		doubt := level == Warning && f.Doubt != nil && f.Doubt(h)
		if found && (doubt && !doubtful || doubt == doubtful && !hotter(h, best)) {
			continue
		}
		h.Chain = append(slices.Clone(h.Chain), heat.Step{What: u.what, Pos: u.pass.Fset.Position(u.cur.Node().Pos())})
		best, found, doubtful = h, true, doubt
	}
	return best, found
}

// classes are the classes of heat, strongest first.
var classes = []heat.Class{
	heat.ClassHot, heat.ClassElement, heat.ClassBenchmark, heat.ClassRequest, heat.ClassLoop, heat.ClassUnknown,
}

// comparePos orders positions by file and offset, not by token.Pos: files are
// parsed in parallel, in no fixed order.
func comparePos(p *Pass, a token.Pos, q *Pass, b token.Pos) int {
	fa, fb := p.Fset.File(a), q.Fset.File(b)
	return cmp.Or(cmp.Compare(fa.Name(), fb.Name()), cmp.Compare(fa.Offset(a), fb.Offset(b)))
}

// hotter reports whether a is stronger evidence than b.
func hotter(a, b heat.Heat) bool {
	return slices.Index(classes, a.Class) < slices.Index(classes, b.Class)
}
