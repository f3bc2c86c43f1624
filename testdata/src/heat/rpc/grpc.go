package rpc

import (
	"context"

	"google.golang.org/grpc"

	"heat/rpc/pb"
)

type listServer struct {
	pb.UnimplementedListServer
	rows []string
}

func (s *listServer) List(ctx context.Context, req *pb.ListRequest) (*pb.ListResponse, error) {
	probe() // want `^request: gRPC method \(\*rpc.listServer\).List$`
	for range s.rows {
		probe() // want `^element: gRPC method \(\*rpc.listServer\).List -> in the loop$`
	}
	return s.load(ctx)
}

func (s *listServer) load(ctx context.Context) (*pb.ListResponse, error) {
	probe() // want `^request: gRPC method \(\*rpc.listServer\).List -> calls \(\*rpc.listServer\).load$`
	return nil, nil
}

// The alias of a generic stream.
func (s *listServer) Watch(req *pb.ListRequest, stream pb.List_WatchServer) error {
	probe() // want `^request: gRPC stream \(\*rpc.listServer\).Watch$`
	return nil
}

// Shaped like a method of a service, but none of this one.
func (s *listServer) Reload(ctx context.Context, req *pb.ListRequest) (*pb.ListResponse, error) {
	probe() // want `^unknown$`
	return nil, nil
}

type unsafeServer struct {
	pb.UnsafeListServer
}

func (s unsafeServer) List(ctx context.Context, req *pb.ListRequest) (*pb.ListResponse, error) {
	probe() // want `^request: gRPC method rpc.unsafeServer.List$`
	return nil, nil
}

// Registered; nothing embedded.
type openServer struct{}

func (s *openServer) Open(ctx context.Context, req *pb.ListRequest) (*pb.ListResponse, error) {
	probe() // want `^request: gRPC method \(\*rpc.openServer\).Open$`
	return nil, nil
}

func register(s grpc.ServiceRegistrar) {
	probe() // want `^setup: registers services$`
	pb.RegisterOpenServer(s, &openServer{})
}

// The shape alone: most such methods are not remote.
type repository struct{}

func (r *repository) Find(ctx context.Context, req *pb.ListRequest) (*pb.ListResponse, error) {
	probe() // want `^unknown$`
	return nil, nil
}

// Streams of all kinds.

func down(req *pb.ListRequest, stream grpc.ServerStreamingServer[pb.ListResponse]) error {
	probe() // want `^request: gRPC stream rpc.down$`
	return nil
}

func up(stream grpc.ClientStreamingServer[pb.ListRequest, pb.ListResponse]) error {
	probe() // want `^request: gRPC stream rpc.up$`
	return nil
}

func both(stream grpc.BidiStreamingServer[pb.ListRequest, pb.ListResponse]) error {
	probe() // want `^request: gRPC stream rpc.both$`
	return nil
}

func older(stream pb.List_UploadServer) error {
	probe() // want `^request: gRPC stream rpc.older$`
	return nil
}

// The client's end of a stream says nothing about requests.
func client(stream grpc.ClientStream) error {
	probe() // want `^unknown$`
	return nil
}

// Interceptors.

func unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	probe() // want `^request: gRPC interceptor rpc.unary$`
	return handler(ctx, req)
}

func stream(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	probe() // want `^request: gRPC interceptor rpc.stream$`
	return handler(srv, ss)
}

func unaryClient(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, invoker grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	probe() // want `^request: gRPC client interceptor rpc.unaryClient$`
	return invoker(ctx, method, req, reply, cc, opts...)
}

func streamClient(ctx context.Context, desc *grpc.StreamDesc, cc *grpc.ClientConn, method string, streamer grpc.Streamer, opts ...grpc.CallOption) (grpc.ClientStream, error) {
	probe() // want `^request: gRPC client interceptor rpc.streamClient$`
	return streamer(ctx, desc, cc, method, opts...)
}

func withAuth(key string) grpc.UnaryServerInterceptor {
	probe() // want `^setup: builds a handler$`
	return func(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
		probe() // want `^request: gRPC interceptor func literal`
		return handler(ctx, req)
	}
}
