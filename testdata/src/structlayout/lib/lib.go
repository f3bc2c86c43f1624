// Package lib has structs that another package makes in number.
package lib

type Point struct { // want Point:"24 -> 16 bytes, class 24 -> 16, 33 %"
	a bool
	N int64
	b bool
}

// nope: another package asks for its size
type Raw struct { // want Raw:"24 -> 16"
	a bool
	N int64
	b bool
}
