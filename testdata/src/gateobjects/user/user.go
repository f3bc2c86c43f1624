// Package user is a service that uses package lib.
package user

import (
	"net/http"
	"strings"

	"gateobjects/lib"
)

func cold() { _ = lib.BigUnused{} } // nope: nobody calls it

func handle(w http.ResponseWriter, r *http.Request) {
	_ = lib.Big{}          // want `lib.Big, made here: is big \(lib.go:9\), also on line 15 \[request: net/http handler user.handle\]`
	_ = lib.Big{}          // nope: one finding for the type in a file
	_ = lib.BigSeen{}      // nope: what lib knows of it
	_ = lib.BigSeenLater{} // nope: what this package knows of it
	observe(lib.BigSeenLater{})

	lib.Encode() // want `call of lib.Encode calls strings.Title each time \(lib.go:45\), also on lines 21, 23`
	lib.Decode()

	_ = strings.Title("b")
}

func observe(any) {}

func limited(w http.ResponseWriter, r *http.Request) { // nope: limited
	lib.Through()
	_ = strings.ToTitle("a")
}

func helper() { lib.Limit() } // want helper:`limits`

func limitedByHelper(w http.ResponseWriter, r *http.Request) { // nope: limited by a helper that calls one of lib
	helper()
	_ = strings.ToTitle("a")
}

func unlimited(w http.ResponseWriter, r *http.Request) {
	lib.Free()
	_ = strings.ToTitle("a") // want `calls strings.ToTitle`
}
