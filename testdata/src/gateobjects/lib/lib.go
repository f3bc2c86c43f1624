// Package lib declares what package user uses.
package lib

import (
	"net/http"
	"strings"
)

type Big struct{ A, B int } // want Big:`is big`

type BigLocal struct{} // want `BigLocal is big \[request: net/http handler lib.handle -> made here\]`

type BigUnused struct{} // want BigUnused:`is big`

type BigSeen struct{} // want BigSeen:`seen`

type BigSeenLater struct{} // want BigSeenLater:`is big`

type BigPrinted struct{} // want BigPrinted:`is big`

type BigWeak struct{} // want BigWeak:`is big`

func observe(any) {}

func weak(any) {}

func print(any) {}

func handle(w http.ResponseWriter, r *http.Request) {
	_ = BigLocal{}
	_ = BigSeen{}
	observe(BigSeen{})
	print(BigPrinted{}) // nope: printed makes it a notice
	weak(BigWeak{})     // nope: needs more than a request
	_ = BigLocal{}
}

func Limit() {} // want Limit:`limits`

func Through() { Limit() } // want Through:`limits`

func Free() {}

// Encode and Decode share a group.
func Encode() { _ = strings.Title("a") } // want Encode:`calls strings.Title`

func Decode() { _ = strings.Title("a") } // want Decode:`calls strings.Title`
