package rpc

import (
	"context"
	"net/http"

	"connectrpc.com/connect"

	"heat/rpc/pb"
	"heat/rpc/pingconnect"
)

type pinger struct{}

func (p *pinger) Ping(ctx context.Context, req *connect.Request[pb.ListRequest]) (*connect.Response[pb.ListResponse], error) {
	probe() // want `^request: connect method \(\*rpc.pinger\).Ping$`
	return nil, nil
}

func (p *pinger) Down(ctx context.Context, req *connect.Request[pb.ListRequest], stream *connect.ServerStream[pb.ListResponse]) error {
	probe() // want `^request: connect method \(\*rpc.pinger\).Down$`
	return nil
}

func (p *pinger) Up(ctx context.Context, stream *connect.ClientStream[pb.ListRequest]) (*connect.Response[pb.ListResponse], error) {
	probe() // want `^request: connect stream \(\*rpc.pinger\).Up$`
	return nil, nil
}

func (p *pinger) Both(ctx context.Context, stream *connect.BidiStream[pb.ListRequest, pb.ListResponse]) error {
	probe() // want `^request: connect stream \(\*rpc.pinger\).Both$`
	return nil
}

func (p *pinger) reset(ctx context.Context) error {
	probe() // want `^unknown$`
	return nil
}

// The simple form, by what it embeds.
type echoer struct {
	pingconnect.UnimplementedEchoServiceHandler
}

func (e echoer) Echo(ctx context.Context, req *pb.ListRequest) (*pb.ListResponse, error) {
	probe() // want `^request: connect method rpc.echoer.Echo$`
	return nil, nil
}

// By the generated interface it implements.
type bareEchoer struct{}

func (e *bareEchoer) Echo(ctx context.Context, req *pb.ListRequest) (*pb.ListResponse, error) {
	probe() // want `^request: connect method \(\*rpc.bareEchoer\).Echo$`
	return nil, nil
}

func connectRoutes(mux *http.ServeMux) {
	probe() // want `^setup: builds a router$`
	mux.Handle(pingconnect.NewPingServiceHandler(&pinger{}))
	mux.Handle(pingconnect.NewEchoServiceHandlerSimple(&bareEchoer{}))
}

type interceptor struct{}

func (i *interceptor) WrapUnary(next connect.UnaryFunc) connect.UnaryFunc {
	probe() // want `^setup: builds a handler$`
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		probe() // want `^request: connect interceptor func literal`
		return next(ctx, req)
	}
}

func (i *interceptor) WrapStreamingClient(next connect.StreamingClientFunc) connect.StreamingClientFunc {
	probe() // want `^setup: builds a handler$`
	return func(ctx context.Context, spec connect.Spec) connect.StreamingClientConn {
		probe() // want `^request: connect client interceptor func literal`
		return next(ctx, spec)
	}
}

func (i *interceptor) WrapStreamingHandler(next connect.StreamingHandlerFunc) connect.StreamingHandlerFunc {
	probe() // want `^setup: builds a handler$`
	return func(ctx context.Context, conn connect.StreamingHandlerConn) error {
		probe() // want `^request: connect interceptor func literal`
		return next(ctx, conn)
	}
}

var unaryInterceptor = connect.UnaryInterceptorFunc(func(next connect.UnaryFunc) connect.UnaryFunc {
	probe() // want `^setup: builds a handler$`
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		probe() // want `^request: connect interceptor func literal`
		return next(ctx, req)
	}
})
