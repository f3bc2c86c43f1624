// Package connect is a stub of the framework, for fixtures.
package connect

import "context"

type Spec struct{ Procedure string }

type AnyRequest interface{ Any() any }

type AnyResponse interface{ Any() any }

type Request[T any] struct{ Msg *T }

func (r *Request[T]) Any() any { return r.Msg }

type Response[T any] struct{ Msg *T }

func (r *Response[T]) Any() any { return r.Msg }

func NewResponse[T any](message *T) *Response[T] { return nil }

type ServerStream[Res any] struct{}

func (*ServerStream[Res]) Send(msg *Res) error { return nil }

type ClientStream[Req any] struct{}

func (*ClientStream[Req]) Receive() bool { return false }

type BidiStream[Req, Res any] struct{}

func (*BidiStream[Req, Res]) Receive() (*Req, error) { return nil, nil }

type StreamingHandlerConn interface{ Receive(any) error }

type StreamingClientConn interface{ Send(any) error }

type UnaryFunc func(context.Context, AnyRequest) (AnyResponse, error)

type StreamingHandlerFunc func(context.Context, StreamingHandlerConn) error

type StreamingClientFunc func(context.Context, Spec) StreamingClientConn

type Interceptor interface {
	WrapUnary(UnaryFunc) UnaryFunc
	WrapStreamingClient(StreamingClientFunc) StreamingClientFunc
	WrapStreamingHandler(StreamingHandlerFunc) StreamingHandlerFunc
}

type UnaryInterceptorFunc func(UnaryFunc) UnaryFunc

type HandlerOption interface{ apply() }
