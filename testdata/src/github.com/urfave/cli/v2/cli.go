// Package cli is a stub of the framework, for fixtures.
package cli

type Context struct{}

type Command struct{ Action func(*Context) error }
