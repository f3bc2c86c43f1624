// Package kong is a stub of the framework, for fixtures.
package kong

type Context struct{}

func Parse(cli any) *Context { return nil }
