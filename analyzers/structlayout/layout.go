package structlayout

import (
	"cmp"
	"go/types"
	"slices"
)

// layout is what a struct type occupies, and what it could.
type layout struct {
	size, best       int64 // of the type, in the order of the source and in the best order
	block, bestBlock int64 // of an object on the heap
	align, word      int64
	pointers         bool
	fields           []field
}

// field is the size of one field.
type field struct{ size, align int64 }

// newLayout measures a struct type; ok is false if its layout depends on a type
// parameter, or follows rules of its own.
func newLayout(s *types.Struct, sizes types.Sizes) (l layout, ok bool) {
	if s.NumFields() < 2 || !fixedSize(s, nil) {
		return layout{}, false
	}
	l = layout{size: sizes.Sizeof(s), word: sizes.Sizeof(types.Typ[types.Uintptr]), pointers: hasPointers(s)}
	for f := range s.Fields() {
		l.fields = append(l.fields, field{sizes.Sizeof(f.Type()), sizes.Alignof(f.Type())})
	}
	for _, f := range l.fields {
		l.align = max(l.align, f.align)
		l.best += f.size
	}
	if l.best <= 0 || sizeOf(l.fields) != l.size {
		return layout{}, false // empty, huge, or laid out by other rules
	}
	l.best = roundUp(l.best, l.align)
	return l, true
}

// occupy sets the blocks that objects of the type take.
func (l *layout) occupy(b *blocks) {
	l.block, l.bestBlock = b.of(l.size, l.word, l.pointers), b.of(l.best, l.word, l.pointers)
}

// sizeOf returns the size of a struct with the given fields, in that order.
func sizeOf(fields []field) int64 {
	var size, align int64 = 0, 1
	for _, f := range fields {
		size = roundUp(size, f.align) + f.size
		align = max(align, f.align)
	}
	if last := fields[len(fields)-1]; last.size == 0 && size > 0 {
		size++ // a pointer to the last field must not point behind the object
	}
	return roundUp(size, align)
}

func roundUp(n, align int64) int64 { return (n + align - 1) / align * align }

// perObject returns the bytes that the best order saves in an object of its
// own on the heap.
func (l *layout) perObject() int64 { return l.block - l.bestBlock }

// perElement returns the bytes that the best order saves in an element of a
// slice or array.
func (l *layout) perElement() int64 { return l.size - l.best }

// maxRun is how many neighbours the search moves at a time.
const maxRun = 4

// order returns the fields as indexes in an order of the best size that is
// close to the present one, and whether it is one that allowed admits. Runs of
// fields are moved, each to the place that saves most, short ones and near ones
// first; where no move saves anything, all are sorted by alignment.
func (l *layout) order(fields []field, allowed func([]int) bool) ([]int, bool) {
	order := make([]int, len(fields))
	for i := range order {
		order[i] = i
	}
	for size := sizeIn(fields, order); size > l.best; {
		next, best := order, cost{size: size}
		for run := 1; run <= min(maxRun, len(order)-1); run++ {
			for from := range len(order) - run + 1 {
				for to := range len(order) - run + 1 {
					moved := move(order, from, run, to)
					c := cost{sizeIn(fields, moved), run, max(from-to, to-from)}
					if c.size < size && c.less(best) && allowed(moved) {
						next, best = moved, c
					}
				}
			}
		}
		if best.size == size {
			order = sorted(fields)
			return order, allowed(order)
		}
		order, size = next, best.size
	}
	return order, true
}

// cost is what a move leads to: the size of the struct, the fields that move,
// and how far.
type cost struct {
	size          int64
	run, distance int
}

func (c cost) less(d cost) bool {
	return cmp.Or(cmp.Compare(c.size, d.size), cmp.Compare(c.run, d.run), cmp.Compare(c.distance, d.distance)) < 0
}

// sizeIn returns the size of a struct with the fields in the given order.
func sizeIn(fields []field, order []int) int64 {
	list := make([]field, len(order))
	for i, f := range order {
		list[i] = fields[f]
	}
	return sizeOf(list)
}

// move returns list with the run at from taken out and put at to.
func move(list []int, from, run, to int) []int {
	out := slices.Delete(slices.Clone(list), from, from+run)
	return slices.Insert(out, to, list[from:from+run]...)
}

// sorted returns the order by descending alignment: no field then needs
// padding in front of it. Those without size go first, where they cost nothing.
func sorted(fields []field) []int {
	order := make([]int, len(fields))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := fields[a], fields[b]
		if (x.size == 0) != (y.size == 0) {
			return cmp.Compare(min(x.size, 1), min(y.size, 1))
		}
		return cmp.Compare(y.align, x.align)
	})
	return order
}

// fixedSize reports whether values of t have a size that is known and depends
// on no type parameter.
func fixedSize(t types.Type, seen []types.Type) bool {
	if slices.Contains(seen, t) {
		return false // ill-typed: contains itself
	}
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Kind() != types.Invalid && u.Info()&types.IsUntyped == 0
	case *types.Array:
		return u.Len() >= 0 && fixedSize(u.Elem(), append(seen, t))
	case *types.Struct:
		for f := range u.Fields() {
			if !fixedSize(f.Type(), append(seen, t)) {
				return false
			}
		}
	}
	return true
}

// hasPointers reports whether the collector looks into values of t.
func hasPointers(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Kind() == types.String || u.Kind() == types.UnsafePointer
	case *types.Array:
		return u.Len() > 0 && hasPointers(u.Elem())
	case *types.Struct:
		for f := range u.Fields() {
			if hasPointers(f.Type()) {
				return true
			}
		}
		return false
	}
	return true
}
