// Package message is a stub of the framework, for fixtures.
package message

type Message struct{ Payload []byte }

type HandlerFunc func(msg *Message) ([]*Message, error)

type NoPublishHandlerFunc func(msg *Message) error

type HandlerMiddleware func(h HandlerFunc) HandlerFunc

type Router struct{}

func (*Router) AddMiddleware(m ...HandlerMiddleware)                          {}
func (*Router) AddConsumerHandler(name, topic string, h NoPublishHandlerFunc) {}
