// Package jetstream is a stub of the client, for fixtures.
package jetstream

type Msg interface{ Ack() error }

type MessageHandler func(msg Msg)

type MessageBatch interface{ Messages() <-chan Msg }

type MessagesContext interface{ Next() (Msg, error) }

type Consumer interface {
	Fetch(batch int) (MessageBatch, error)
	Next() (Msg, error)
	Messages() (MessagesContext, error)
	Consume(handler MessageHandler) error
}
