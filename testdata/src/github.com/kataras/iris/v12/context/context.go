// Package context is a stub of the framework, for fixtures.
package context

type Context struct{}

func (*Context) WriteString(s string) (int, error) { return 0, nil }

type Handler = func(*Context)
