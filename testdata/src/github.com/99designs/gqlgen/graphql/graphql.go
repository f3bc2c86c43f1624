// Package graphql is a stub of gqlgen, for fixtures.
package graphql

import "context"

type Response struct{}

type ExecutableSchema interface{ Complexity() int }

type Resolver func(ctx context.Context) (res any, err error)

type FieldMiddleware func(ctx context.Context, next Resolver) (res any, err error)

type ResponseHandler func(ctx context.Context) *Response

type OperationHandler func(ctx context.Context) ResponseHandler

type OperationMiddleware func(ctx context.Context, next OperationHandler) ResponseHandler

type ResponseMiddleware func(ctx context.Context, next ResponseHandler) *Response
