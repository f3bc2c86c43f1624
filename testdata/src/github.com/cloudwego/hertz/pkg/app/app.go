// Package app is a stub of the framework, for fixtures.
package app

import "context"

type RequestContext struct{}

func (*RequestContext) String(code int, f string, a ...any) {}

type HandlerFunc func(c context.Context, ctx *RequestContext)
