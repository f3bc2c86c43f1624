// Package echo is a stub of the framework, for fixtures.
package echo

import "net/http"

type Context struct{}

func (*Context) Request() *http.Request          { return nil }
func (*Context) String(code int, s string) error { return nil }

type HandlerFunc func(c *Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type RouteInfo struct{}

type Echo struct{}

func New() *Echo { return nil }

func (*Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo { return RouteInfo{} }
func (*Echo) Use(middleware ...MiddlewareFunc)                              {}
