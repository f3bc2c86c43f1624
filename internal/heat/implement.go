package heat

import (
	"cmp"
	"go/types"
	"slices"
	"strings"
)

// maxImplementations is the number of implementations up to which a call of an
// interface method counts as a call of each of them.
const maxImplementations = 6

// implement adds the arcs from called interface methods to implementations.
func (s *Solution) implement(byKey map[string]int32) {
	called := make(map[int32]*types.Func)
	var order []int32
	for _, r := range s.pkgs {
		for local, fn := range r.graph().ifaces {
			id := s.canon[s.base[r]+local]
			if called[id] == nil {
				called[id] = fn
				order = append(order, id)
			}
		}
	}
	if len(order) == 0 {
		return
	}
	slices.Sort(order)
	var impls []implType
	for _, r := range s.pkgs {
		impls = append(impls, r.graph().implTypes()...)
	}
	slices.SortFunc(impls, func(a, b implType) int { return cmp.Compare(a.name, b.name) })
	impls = slices.CompactFunc(impls, func(a, b implType) bool { return a.name == b.name })
	for _, id := range order {
		fn := called[id]
		want := interfaceMethods(fn)
		if want == nil {
			continue
		}
		var targets []int32
		for i := range impls {
			if key := impls[i].implements(want, methodKey(fn)); key != "" {
				if to, ok := byKey[key]; ok && to != id {
					targets = append(targets, to)
				}
			}
		}
		slices.Sort(targets)
		targets = slices.Compact(targets)
		if len(targets) == 0 || len(targets) > maxImplementations {
			continue
		}
		for _, to := range targets {
			s.edges[id] = append(s.edges[id], arc{to: to, pkg: s.owner[to], e: &link{}, via: -1})
		}
	}
}

// implType is a type with methods, as far as implementing interfaces goes.
type implType struct {
	name    string
	methods map[string]string // "Name func(...) ..." -> key of the function
}

// implements returns the key of the type's own method for the interface method
// called, if the type has all methods in want.
func (t *implType) implements(want []string, called string) string {
	key := ""
	for _, m := range want {
		k, ok := t.methods[m]
		if !ok {
			k, ok = t.generic(m)
		}
		if !ok {
			return ""
		}
		if m == called {
			key = k
		}
	}
	return key
}

// generic finds the method for m where either of them is generic: types are not
// instantiated here, so that it goes by name and number of parameters.
func (t *implType) generic(m string) (key string, ok bool) {
	name, sig, _ := strings.Cut(m, " ")
	for have, k := range t.methods {
		haveName, haveSig, _ := strings.Cut(have, " ")
		if name == haveName && (strings.Contains(sig, typeParam) || strings.Contains(haveSig, typeParam)) &&
			strings.Count(sig, ",") == strings.Count(haveSig, ",") {
			return k, true
		}
	}
	return "", false
}

// implTypes returns the types of the package that may implement interfaces;
// mocks and test types are none.
func (g *graph) implTypes() []implType {
	if g.types != nil || isTestSupport(g.r.pass.Pkg) {
		return g.types
	}
	g.types = []implType{}
	scope := g.r.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || g.inTest(tn.Pos()) || isTestSupportName(name) {
			continue
		}
		named, ok := tn.Type().(*types.Named)
		if !ok || types.IsInterface(named) || named.NumMethods() == 0 && !embeds(named) {
			continue
		}
		set := types.NewMethodSet(types.NewPointer(named))
		methods := make(map[string]string, set.Len())
		for i := range set.Len() {
			fn := set.At(i).Obj().(*types.Func).Origin()
			methods[methodKey(fn)] = fn.FullName()
		}
		g.types = append(g.types, implType{g.r.pass.Pkg.Path() + "." + name, methods})
	}
	return g.types
}

func embeds(named *types.Named) bool {
	st, ok := named.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if f.Embedded() {
			return true
		}
	}
	return false
}

// methodKey identifies a method in a way that is the same wherever its types
// were loaded from.
func methodKey(fn *types.Func) string {
	name := fn.Name()
	if !fn.Exported() && fn.Pkg() != nil {
		name = fn.Pkg().Path() + "." + name
	}
	return name + " " + sigKey(fn.Signature())
}

// interfaceMethods returns the keys of all methods of the interface that fn
// belongs to, or nil if it is not one of the analysed code.
func interfaceMethods(fn *types.Func) []string {
	iface, ok := fn.Signature().Recv().Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var want []string
	for m := range iface.Methods() {
		want = append(want, methodKey(m))
	}
	return want
}
