package rpc

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"heat/rpc/graph"
)

type Resolver struct{}

func (r *Resolver) Query() graph.QueryResolver { return &queryResolver{r} }

type queryResolver struct{ *Resolver }

func (r *queryResolver) Books(ctx context.Context, first int) ([]string, error) {
	probe() // want `^request: GraphQL resolver \(\*rpc.queryResolver\).Books$`
	return nil, nil
}

// Not a method of the generated interface.
func (r *queryResolver) prefetch(ctx context.Context, first int) ([]string, error) {
	probe() // want `^unknown$`
	return nil, nil
}

// A resolver of something else: no generated interface of that name.
type hostResolver struct{}

type HostResolver interface {
	Resolve(ctx context.Context, host string) ([]string, error)
}

func (r *hostResolver) Resolve(ctx context.Context, host string) ([]string, error) {
	probe() // want `^unknown$`
	return nil, nil
}

func fieldLog(ctx context.Context, next graphql.Resolver) (any, error) {
	probe() // want `^request: GraphQL field middleware rpc.fieldLog$`
	return next(ctx)
}

func hasRole(ctx context.Context, obj any, next graphql.Resolver, role string) (any, error) {
	probe() // want `^request: GraphQL directive rpc.hasRole$`
	return next(ctx)
}

func operationLog(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	probe() // want `^request: GraphQL operation middleware rpc.operationLog$`
	return next(ctx)
}

func responseLog(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	probe() // want `^request: GraphQL response middleware rpc.responseLog$`
	return next(ctx)
}
