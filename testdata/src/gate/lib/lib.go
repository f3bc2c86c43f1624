// Package lib is called by package hot.
package lib

import "strings"

// Costly does the costly thing on every call.
func Costly(s string) string { return strings.Title(s) } // want Costly:`calls strings.Title`

// Outer is charged with what it calls on every call.
func Outer(s string) string { return Costly(s) + "!" } // want Outer:`lib.Costly: calls strings.Title`

// One to five: no more than four functions lie between a cost and its fact.
func One(s string) string   { return Outer(s) } // want One:`lib.Outer: lib.Costly: calls strings.Title`
func Two(s string) string   { return One(s) }   // want Two:`lib.One: lib.Outer: lib.Costly: calls strings.Title`
func Three(s string) string { return Two(s) }

// nope: not on every call
func Maybe(s string, b bool) string {
	if b {
		return strings.Title(s)
	}
	return s
}

// T has a method with a fact.
type T struct{}

// Name is charged through its type's method set.
func (T) Name(s string) string { return strings.Title(s) } // want Name:`calls strings.Title`

// Silenced: whoever owns the line decided, so callers are not told.
func Silenced(s string) string {
	//zenith:ignore gate it is fine
	return strings.Title(s)
}
