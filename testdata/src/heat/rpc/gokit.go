package rpc

import (
	"context"

	"github.com/go-kit/kit/endpoint"
)

func makeList(limit int) endpoint.Endpoint {
	probe() // want `^setup: builds a handler$`
	return func(ctx context.Context, request any) (any, error) {
		probe() // want `^request: go-kit endpoint func literal`
		return nil, nil
	}
}

func instrument(next endpoint.Endpoint) endpoint.Endpoint {
	probe() // want `^setup: builds a handler$`
	return func(ctx context.Context, request any) (any, error) {
		probe() // want `^request: go-kit endpoint func literal`
		return next(ctx, request)
	}
}

func retrying(max int) endpoint.Middleware {
	probe() // want `^setup: builds a handler$`
	return func(next endpoint.Endpoint) endpoint.Endpoint {
		probe() // want `^setup: builds a handler$`
		return func(ctx context.Context, request any) (any, error) {
			probe() // want `^request: go-kit endpoint func literal`
			return next(ctx, request)
		}
	}
}

type endpoints struct {
	list, show endpoint.Endpoint
}

func newEndpoints() endpoints {
	probe() // want `^setup: constructor or set-up by name$`
	return endpoints{
		list: func(ctx context.Context, request any) (any, error) {
			probe() // want `^request: go-kit endpoint func literal`
			return nil, nil
		},
		show: endpoint.Endpoint(func(ctx context.Context, request any) (any, error) {
			probe() // want `^request: go-kit endpoint func literal`
			return nil, nil
		}),
	}
}

// Wherever an endpoint is expected.

func collections() {
	_ = []endpoint.Endpoint{func(ctx context.Context, request any) (any, error) {
		probe() // want `^request: go-kit endpoint func literal`
		return nil, nil
	}}
	_ = [1]endpoint.Endpoint{0: func(ctx context.Context, request any) (any, error) {
		probe() // want `^request: go-kit endpoint func literal`
		return nil, nil
	}}
	_ = map[string]endpoint.Endpoint{"a": func(ctx context.Context, request any) (any, error) {
		probe() // want `^request: go-kit endpoint func literal`
		return nil, nil
	}}
	_ = endpoints{(func(ctx context.Context, request any) (any, error) {
		probe() // want `^request: go-kit endpoint func literal`
		return nil, nil
	}), nil}
	chain(nil, func(ctx context.Context, request any) (any, error) {
		probe() // want `^request: go-kit endpoint func literal`
		return nil, nil
	})
	var e endpoint.Endpoint = func(ctx context.Context, request any) (any, error) {
		probe() // want `^request: go-kit endpoint func literal`
		return nil, nil
	}
	e = func(ctx context.Context, request any) (any, error) {
		probe() // want `^request: go-kit endpoint func literal`
		return nil, nil
	}
	_ = e
}

func chain(first endpoint.Endpoint, more ...endpoint.Endpoint) {}

// The same shape, but nothing says that it is an endpoint.

func task(ctx context.Context, request any) (any, error) {
	probe() // want `^unknown$`
	return nil, nil
}

func tasks() func(context.Context, any) (any, error) {
	return func(ctx context.Context, request any) (any, error) {
		probe() // want `^unknown$`
		return nil, nil
	}
}
