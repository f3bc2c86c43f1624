// Package kafka is a stub of the client, for fixtures.
package kafka

import "time"

type Event interface{ String() string }

type Message struct{ Value []byte }

func (*Message) String() string { return "" }

type Consumer struct{}

func (*Consumer) Poll(timeoutMs int) Event                            { return nil }
func (*Consumer) ReadMessage(timeout time.Duration) (*Message, error) { return nil, nil }
