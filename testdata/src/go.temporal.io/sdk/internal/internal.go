// Package internal is a stub of the SDK, for fixtures.
package internal

type Context interface{ Value(key any) any }

type Future interface {
	Get(ctx Context, v any) error
}
