package heat

import (
	"go/types"
	"strconv"
	"strings"
)

// typeParam stands for a type parameter.
const typeParam = "$T"

// typeKey renders a type for comparison with the tables: full package paths
// without vendor prefix and major version, type arguments left out, aliases
// resolved.
func typeKey(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Pointer:
		return "*" + typeKey(t.Elem())
	case *types.Named:
		obj := t.Obj()
		if obj.Pkg() == nil {
			return obj.Name() // error
		}
		return trimVersion(obj.Pkg().Path()) + "." + obj.Name()
	case *types.Basic:
		switch t.Kind() {
		case types.Byte:
			return "byte" // also where the source says uint8
		case types.Rune:
			return "rune"
		}
		return t.Name()
	case *types.Slice:
		return "[]" + typeKey(t.Elem())
	case *types.Array:
		return "[" + strconv.FormatInt(t.Len(), 10) + "]" + typeKey(t.Elem())
	case *types.Map:
		return "map[" + typeKey(t.Key()) + "]" + typeKey(t.Elem())
	case *types.Signature:
		return sigKey(t)
	case *types.Interface:
		if t.Empty() {
			return "any"
		}
		return "interface"
	case *types.TypeParam:
		return typeParam
	case *types.Chan:
		return "chan " + typeKey(t.Elem())
	}
	return "?"
}

// sigKey renders a signature without names: "func(A, B) (C, error)".
func sigKey(sig *types.Signature) string {
	var b strings.Builder
	b.WriteString("func(")
	tuple(&b, sig.Params())
	b.WriteString(")")
	switch sig.Results().Len() {
	case 0:
	case 1:
		b.WriteString(" ")
		tuple(&b, sig.Results())
	default:
		b.WriteString(" (")
		tuple(&b, sig.Results())
		b.WriteString(")")
	}
	return b.String()
}

func tuple(b *strings.Builder, t *types.Tuple) {
	for i := range t.Len() {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(typeKey(t.At(i).Type()))
	}
}

// trimVersion removes a vendor prefix and every major version element from the
// import path in name: "a/vendor/b.org/c/v5/d.F" is "b.org/c/d.F". It keeps a
// method's "(*" and ")".
func trimVersion(name string) string {
	if i := strings.LastIndex(name, "/vendor/"); i >= 0 {
		prefix := ""
		if strings.HasPrefix(name, "(*") {
			prefix = "(*"
		} else if strings.HasPrefix(name, "(") {
			prefix = "("
		}
		name = prefix + name[i+len("/vendor/"):]
	}
	for i := 0; i+2 < len(name); i++ {
		if name[i] != '/' || name[i+1] != 'v' {
			continue
		}
		j := i + 2
		for j < len(name) && name[j] >= '0' && name[j] <= '9' {
			j++
		}
		if j > i+2 && (j == len(name) || name[j] == '/' || name[j] == '.') {
			name = name[:i] + name[j:]
			i--
		}
	}
	return name
}

// lastNames returns the names of the functions that are the keys of a table by
// their full names, so that most functions need no full name to be told from
// them.
func lastNames[V any](table map[string]V) map[string]bool {
	names := make(map[string]bool)
	for full := range table {
		names[full[strings.LastIndexByte(full, '.')+1:]] = true
	}
	return names
}

// outside reports whether fn belongs to the standard library or is otherwise
// never part of an analysed graph.
func (g *graph) outside(fn *types.Func) bool {
	pkg := fn.Pkg()
	if pkg == nil || pkg == g.r.pass.Pkg {
		return pkg == nil
	}
	first, _, _ := strings.Cut(pkg.Path(), "/")
	if strings.Contains(first, ".") {
		return false
	}
	own, _, _ := strings.Cut(g.r.pass.Pkg.Path(), "/")
	return first != own || g.isStdModule()
}

// isStdModule reports whether the package analysed is one of the standard
// library; its packages share no first element with each other's.
func (g *graph) isStdModule() bool {
	m := g.r.pass.Module
	return m != nil && (m.Path == "std" || m.Path == "cmd")
}

// FuncName returns the name of fn as messages show it: "(*T).M" with the
// package's name where it helps, "pkg.F".
func FuncName(fn *types.Func) string {
	sig := fn.Signature()
	if recv := sig.Recv(); recv != nil {
		t := recv.Type()
		star := ""
		if p, ok := types.Unalias(t).(*types.Pointer); ok {
			t, star = p.Elem(), "*"
		}
		if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil {
			name := named.Obj().Pkg().Name() + "." + named.Obj().Name()
			if star != "" {
				name = "(*" + name + ")"
			}
			return name + "." + fn.Name()
		}
		return fn.Name()
	}
	if fn.Pkg() == nil {
		return fn.Name()
	}
	return fn.Pkg().Name() + "." + fn.Name()
}
