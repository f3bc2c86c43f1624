package stdjson

import (
	"go/types"
	"slices"
)

// leaves returns how many basic values a value of type t has, at most many; of a
// type parameter, the largest type it stands for. around are the types it stands in.
func leaves(t types.Type, around []types.Type) int {
	t = deref(t)
	for _, outer := range around {
		if types.Identical(outer, t) {
			return many
		}
	}
	if hasMethod(t, "MarshalText") {
		return 1 // a string
	}
	around = append(around, t)
	if param, ok := t.(*types.TypeParam); ok {
		return leavesOfAny(param.Constraint(), around)
	}
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return 1
	case *types.Pointer: // type number *big.Int
		return leaves(t.Elem(), around)
	case *types.Array:
		return int(min(many, t.Len()*int64(leaves(t.Elem(), around))))
	case *types.Struct:
		n := 0
		for i := range t.NumFields() {
			if encoded(t, i) {
				n = min(many, n+max(1, leaves(t.Field(i).Type(), around)))
			}
		}
		return n
	}
	return many
}

// leavesOfAny is leaves for the largest type that the constraint or type t admits.
func leavesOfAny(t types.Type, around []types.Type) int {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return leaves(t, around)
	}
	n := many
	for e := range iface.EmbeddedTypes() {
		union, ok := e.(*types.Union)
		if !ok {
			n = min(n, leavesOfAny(e, around))
			continue
		}
		largest := 0
		for term := range union.Terms() {
			largest = max(largest, leavesOfAny(term.Type(), around))
		}
		n = min(n, largest)
	}
	return n
}

// holdsMany reports whether values of type t may be long lists, or hold some: slices
// and maps of objects, or values of any type. Lists and maps of strings in an object are
// short. around are the types it stands in.
func holdsMany(t types.Type, around []types.Type) bool {
	t = deref(t)
	if slices.ContainsFunc(around, func(outer types.Type) bool { return types.Identical(outer, t) }) {
		return true
	}
	if hasMethod(t, "MarshalText") {
		return false
	}
	around = append(around, t)
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return false
	case *types.Pointer:
		return holdsMany(u.Elem(), around)
	case *types.Array:
		return holdsMany(u.Elem(), around)
	case *types.Slice:
		return len(around) == 1 || !isBasic(u.Elem())
	case *types.Map:
		return len(around) == 1 || !isBasic(u.Elem())
	case *types.Struct:
		for i := range u.NumFields() {
			if encoded(u, i) && holdsMany(u.Field(i).Type(), around) {
				return true
			}
		}
		return false
	}
	return true
}

func isBasic(t types.Type) bool {
	_, ok := t.Underlying().(*types.Basic)
	return ok
}
