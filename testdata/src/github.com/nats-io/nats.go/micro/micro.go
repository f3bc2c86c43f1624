// Package micro is a stub of the client, for fixtures.
package micro

type Request interface{ Respond([]byte) error }

type Handler interface{ Handle(Request) }

type HandlerFunc func(Request)

type Service interface {
	AddEndpoint(name string, h Handler) error
}
