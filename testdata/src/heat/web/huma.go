package web

import (
	"context"

	"github.com/danielgtaylor/huma/v2"
)

type In struct{ ID string }

type Out struct{ Body string }

func humaShow(ctx context.Context, in *In) (*Out, error) {
	probe() // want `^request: huma operation web.humaShow$`
	return nil, nil
}

func humaRoutes(api huma.API, s *server) {
	probe() // want `^setup: builds a router$`
	huma.Register(api, huma.Operation{Method: "GET", Path: "/{id}"}, humaShow)
	huma.Post(api, "/", s.create)
	huma.Get(api, "/lit", func(ctx context.Context, in *In) (*Out, error) {
		probe() // want `^request: huma operation func literal`
		return nil, nil
	}, func(o *huma.Operation) { // describes the operation, once
		probe() // want `^setup: `
	})
}

func (s *server) create(ctx context.Context, in *In) (*Out, error) {
	probe() // want `^request: huma operation \(\*web.server\).create$`
	return nil, nil
}

// The shape alone, never registered.
func humaLike(ctx context.Context, in *In) (*Out, error) {
	probe() // want `^unknown$`
	return nil, nil
}
