package query

import "go/types"

// IsPointer reports whether t is a pointer, or a named type of one.
func IsPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// IsStruct reports whether t is a struct, or a named type of one.
func IsStruct(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}
