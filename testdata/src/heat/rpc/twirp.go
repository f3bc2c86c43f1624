package rpc

import (
	"context"

	"github.com/twitchtv/twirp"

	"heat/rpc/twirppb"
)

// The package that registers it is another one: the generated interface tells.
type hatter struct{}

func (h *hatter) MakeHat(ctx context.Context, size *twirppb.Size) (*twirppb.Hat, error) {
	probe() // want `^request: twirp method \(\*rpc.hatter\).MakeHat$`
	return nil, nil
}

// One parameter more: it does not implement the interface.
type milliner struct{}

func (m *milliner) MakeHat(ctx context.Context, size *twirppb.Size, n int) (*twirppb.Hat, error) {
	probe() // want `^unknown$`
	return nil, nil
}

func twirpLog() twirp.Interceptor {
	probe() // want `^setup: builds a handler$`
	return func(next twirp.Method) twirp.Method {
		probe() // want `^setup: builds a handler$`
		return func(ctx context.Context, req any) (any, error) {
			probe() // want `^request: twirp method func literal`
			return next(ctx, req)
		}
	}
}
