package web

import (
	"context"
	"net/http"

	"github.com/oapi-codegen/runtime/strictmiddleware/nethttp"

	"heat/web/api"
)

type pets struct{}

// Implementation of the generated interface; nothing registers it here.
func (p *pets) ListPets(ctx context.Context, request api.ListPetsRequestObject) (api.ListPetsResponseObject, error) {
	probe() // want `^request: oapi-codegen operation \(\*web.pets\).ListPets$`
	return nil, nil
}

// Not a method of that interface.
func (p *pets) Refresh(ctx context.Context) error {
	probe() // want `^unknown$`
	return nil
}

// A method of the same name on a type that does not implement it.
type petStore struct{}

func (p *petStore) ListPets(ctx context.Context, limit int) ([]string, error) {
	probe() // want `^unknown$`
	return nil, nil
}

func strictLog(f nethttp.StrictHTTPHandlerFunc, operationID string) nethttp.StrictHTTPHandlerFunc {
	probe() // want `^setup: builds a handler$`
	return func(ctx context.Context, w http.ResponseWriter, r *http.Request, request any) (any, error) {
		probe() // want `^request: oapi-codegen handler func literal`
		return f(ctx, w, r, request)
	}
}
