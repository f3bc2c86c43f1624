// Package twirp is a stub of the framework, for fixtures.
package twirp

import "context"

type Method func(ctx context.Context, request any) (any, error)

type Interceptor func(Method) Method
