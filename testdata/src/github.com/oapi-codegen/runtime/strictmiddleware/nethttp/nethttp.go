// Package nethttp is a stub of the runtime, for fixtures.
package nethttp

import (
	"context"
	"net/http"
)

type StrictHTTPHandlerFunc func(ctx context.Context, w http.ResponseWriter, r *http.Request, request any) (response any, err error)

type StrictHTTPMiddlewareFunc func(f StrictHTTPHandlerFunc, operationID string) StrictHTTPHandlerFunc
