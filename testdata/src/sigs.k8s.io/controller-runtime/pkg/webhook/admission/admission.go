// Package admission is a stub of the framework, for fixtures.
package admission

import "context"

type Request struct{ UserInfo string }

type Response struct{ Allowed bool }

type Handler interface {
	Handle(context.Context, Request) Response
}
