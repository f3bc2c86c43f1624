// Package mux is a stub of the router, for fixtures.
package mux

import "net/http"

type Router struct{ http.Handler }

type Route struct{}

type MiddlewareFunc func(http.Handler) http.Handler

func NewRouter() *Router { return nil }

func (*Router) HandleFunc(path string, f func(http.ResponseWriter, *http.Request)) *Route { return nil }
func (*Router) Handle(path string, h http.Handler) *Route                                 { return nil }
func (*Router) Use(mw ...MiddlewareFunc)                                                  {}
func (*Router) PathPrefix(prefix string) *Route                                           { return nil }
func (*Router) Methods(methods ...string) *Route                                          { return nil }

func (*Route) Subrouter() *Router                                            { return nil }
func (*Route) Methods(methods ...string) *Route                              { return nil }
func (*Route) Name(name string) *Route                                       { return nil }
func (*Route) Path(path string) *Route                                       { return nil }
func (*Route) Queries(pairs ...string) *Route                                { return nil }
func (*Route) HandlerFunc(f func(http.ResponseWriter, *http.Request)) *Route { return nil }
func (*Route) Handler(h http.Handler) *Route                                 { return nil }

func Vars(r *http.Request) map[string]string { return nil }
