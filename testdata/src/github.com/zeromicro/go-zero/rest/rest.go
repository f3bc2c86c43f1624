// Package rest is a stub of the server, for fixtures.
package rest

import "net/http"

type Middleware func(next http.HandlerFunc) http.HandlerFunc

type Route struct {
	Method, Path string
	Handler      http.HandlerFunc
}

type Server struct{}

func (*Server) AddRoutes(rs []Route) {}
func (*Server) AddRoute(r Route)     {}
func (*Server) Use(m Middleware)     {}
