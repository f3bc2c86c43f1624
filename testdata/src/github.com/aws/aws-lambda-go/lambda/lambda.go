// Package lambda is a stub of the runtime, for fixtures.
package lambda

import "context"

type Option func(*int)

type Handler interface {
	Invoke(ctx context.Context, payload []byte) ([]byte, error)
}

type HandlerFunc[TIn, TOut any] interface {
	func() | func(TIn) error | func(context.Context, TIn) (TOut, error)
}

func Start(handler any)                                 {}
func StartWithOptions(handler any, options ...Option)   {}
func StartWithContext(ctx context.Context, handler any) {}
func NewHandler(handlerFunc any) Handler                { return nil }
func WithContext(ctx context.Context) Option            { return nil }

func StartHandlerFunc[TIn, TOut any, H HandlerFunc[TIn, TOut]](handler H, options ...Option) {}
