// Package kafka is a stub of the client, for fixtures.
package kafka

import "context"

type Message struct{ Value []byte }

type Reader struct{}

func (*Reader) ReadMessage(ctx context.Context) (Message, error)  { return Message{}, nil }
func (*Reader) FetchMessage(ctx context.Context) (Message, error) { return Message{}, nil }
func (*Reader) Close() error                                      { return nil }
