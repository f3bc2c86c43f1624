// Package chi is a stub of the router, for fixtures.
package chi

import "net/http"

type Router interface {
	http.Handler
	Use(middlewares ...func(http.Handler) http.Handler)
	Group(fn func(r Router)) Router
	Route(pattern string, fn func(r Router)) Router
	With(middlewares ...func(http.Handler) http.Handler) Router
	Mount(pattern string, h http.Handler)
	Get(pattern string, h http.HandlerFunc)
	Post(pattern string, h http.HandlerFunc)
	Put(pattern string, h http.HandlerFunc)
}

type Mux struct{ http.Handler }

func (*Mux) Use(middlewares ...func(http.Handler) http.Handler)         {}
func (*Mux) Group(fn func(r Router)) Router                             { return nil }
func (*Mux) Route(pattern string, fn func(r Router)) Router             { return nil }
func (*Mux) With(middlewares ...func(http.Handler) http.Handler) Router { return nil }
func (*Mux) Mount(pattern string, h http.Handler)                       {}
func (*Mux) Get(pattern string, h http.HandlerFunc)                     {}
func (*Mux) Post(pattern string, h http.HandlerFunc)                    {}
func (*Mux) Put(pattern string, h http.HandlerFunc)                     {}

func NewRouter() *Mux { return nil }

func URLParam(r *http.Request, key string) string { return "" }
