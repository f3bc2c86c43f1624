// Package app makes structs of another package in number.
package app

import (
	"unsafe"

	. "structlayout/lib"
)

func points(n string) (all []*Point) {
	for range n {
		all = append(all, &Point{}) // want `lib.Point, allocated and appended in points: 24 -> 16 bytes, class 24 -> 16, 33 % \(lib.go:4\)`
	}
	return all
}

func raws(n string) (all []Raw) {
	for range n {
		all = append(all, Raw{})
	}
	return all
}

var size = unsafe.Sizeof(Raw{})
