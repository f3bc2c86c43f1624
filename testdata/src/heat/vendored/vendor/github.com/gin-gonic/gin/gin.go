// Package gin is a stub of a vendored copy, for fixtures.
package gin

type Context struct{}

type HandlerFunc func(*Context)
