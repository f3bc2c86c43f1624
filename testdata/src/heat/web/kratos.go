package web

import (
	"context"

	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/transport/http"
)

func kratosShow(ctx http.Context) error {
	probe() // want `^request: kratos handler web.kratosShow$`
	h := ctx.Middleware(func(ctx context.Context, req any) (any, error) {
		probe() // want `^request: kratos handler func literal`
		return nil, nil
	})
	_ = h
	return nil
}

func kratosTrace() middleware.Middleware {
	probe() // want `^setup: builds a handler$`
	return func(next middleware.Handler) middleware.Handler {
		probe() // want `^setup: builds a handler$`
		return func(ctx context.Context, req any) (any, error) {
			probe() // want `^request: kratos handler func literal`
			return next(ctx, req)
		}
	}
}

// The bare shape is too common to be evidence.
func kratosLike(ctx context.Context, req any) (any, error) {
	probe() // want `^unknown$`
	return nil, nil
}

// As service of a generated registration.

type greeter struct{}

func (g *greeter) SayHello(ctx context.Context, req *HelloRequest) (*HelloReply, error) {
	probe() // want `^request: kratos method \(\*web.greeter\).SayHello$`
	return nil, nil
}

// Not a method of the service.
func (g *greeter) Reload(ctx context.Context, req *HelloRequest) (*HelloReply, error) {
	probe() // want `^unknown$`
	return nil, nil
}

func kratosServer(s *http.Server) {
	probe() // want `^setup: builds a router$`
	RegisterGreeterHTTPServer(s, &greeter{})
}
