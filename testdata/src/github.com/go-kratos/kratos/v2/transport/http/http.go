// Package http is a stub of the transport, for fixtures.
package http

import (
	"context"

	"github.com/go-kratos/kratos/v2/middleware"
)

type Context interface {
	context.Context
	Bind(any) error
	Middleware(middleware.Handler) middleware.Handler
	Result(int, any) error
}

type HandlerFunc func(Context) error

type Router struct{}

func (*Router) GET(path string, h HandlerFunc) {}

type Server struct{}

func (*Server) Route(prefix string) *Router { return nil }
