package structlayout

import (
	"go/types"
	"slices"

	"github.com/zenithlint/zenithlint/internal/query"
)

// part is a subject that values of a type are, or hold, and what that saves.
type part struct {
	subject *types.TypeName
	held    bool // in a larger struct

	size, best       int64 // of the values, today and with the subject in its best order
	block, bestBlock int64 // of the values on the heap
}

// in starts the sentence about values of t, of which the subject is a part.
func (p part) in(t types.Type) string {
	if !p.held {
		return ""
	}
	if name := query.TypeName(elemOfArray(t)); name != "" {
		return "held in " + name + ", "
	}
	return "held in another struct, "
}

// maxHeld limits how deep parts looks into types.
const maxHeld = 4

// parts returns the subjects that values of t, or of its elements if it is an
// array, are or hold, and whose better order makes these values smaller by
// enough to matter.
func (c *checker) parts(t types.Type) []part {
	t = elemOfArray(t)
	if list, ok := c.partsOf[t]; ok {
		return list
	}
	var list []part
	for _, name := range c.within(t, maxHeld) {
		s, ok := c.savingOf(name.Type().Underlying().(*types.Struct))
		if !ok || !fixedSize(t, nil) {
			continue
		}
		p := part{subject: name, held: c.subject(t) != name, size: c.TypesSizes.Sizeof(t), best: c.sizeWith(t, name, s.best)}
		p.block, p.bestBlock = c.blocks.of(p.size, s.word, hasPointers(t)), c.blocks.of(p.best, s.word, hasPointers(t))
		if str, ok := t.Underlying().(*types.Struct); p.held && ok && isActor(str) && !isLarge(p.block-p.bestBlock, p.block) {
			continue
		}
		if c.matters(p.size-p.best, p.size) || c.matters(p.block-p.bestBlock, p.block) {
			list = append(list, p)
		}
	}
	if c.partsOf == nil {
		c.partsOf = make(map[types.Type][]part)
	}
	c.partsOf[t] = list
	return list
}

// elemOfArray returns the type of the elements of t, an array or one of arrays,
// or t itself.
func elemOfArray(t types.Type) types.Type {
	for {
		a, ok := types.Unalias(t).(*types.Array)
		if !ok {
			return t
		}
		t = a.Elem()
	}
}

// within returns the subjects of which values of t consist.
func (c *checker) within(t types.Type, depth int) (names []*types.TypeName) {
	if depth == 0 {
		return nil
	}
	if name := c.subject(t); name != nil {
		names = append(names, name)
	}
	switch u := t.Underlying().(type) {
	case *types.Array:
		names = append(names, c.within(u.Elem(), depth-1)...)
	case *types.Struct:
		for f := range u.Fields() {
			names = append(names, c.within(f.Type(), depth-1)...)
		}
	}
	return unique(names)
}

func unique(names []*types.TypeName) (out []*types.TypeName) {
	for _, n := range names {
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// sizeWith returns the size of t if that of the subject name is best.
func (c *checker) sizeWith(t types.Type, name *types.TypeName, best int64) int64 {
	if c.subject(t) == name && elemOfArray(t) == t {
		return best
	}
	switch u := t.Underlying().(type) {
	case *types.Array:
		return u.Len() * c.sizeWith(u.Elem(), name, best)
	case *types.Struct:
		var fields []field
		for f := range u.Fields() {
			fields = append(fields, field{c.sizeWith(f.Type(), name, best), c.TypesSizes.Alignof(f.Type())})
		}
		if len(fields) > 0 {
			return sizeOf(fields)
		}
	}
	return c.TypesSizes.Sizeof(t)
}
