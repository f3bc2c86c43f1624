// Package echo is a stub of the framework, for fixtures.
package echo

import "net/http"

type Context interface {
	Request() *http.Request
	Param(name string) string
	String(code int, s string) error
	JSON(code int, i any) error
}

type HandlerFunc func(c Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Route struct{}

type Echo struct{}

func New() *Echo { return nil }

func (*Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route         { return nil }
func (*Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route        { return nil }
func (*Echo) Add(method, path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }
func (*Echo) Use(middleware ...MiddlewareFunc)                                   {}
func (*Echo) Group(prefix string, m ...MiddlewareFunc) *Group                    { return nil }

type Group struct{}

func (*Group) Use(middleware ...MiddlewareFunc)                           {}
func (*Group) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }
