// Package sarama is a stub of the client, for fixtures.
package sarama

import "context"

type ConsumerMessage struct{ Value []byte }

type ConsumerGroupSession interface {
	MarkMessage(msg *ConsumerMessage, metadata string)
	Context() context.Context
}

type ConsumerGroupClaim interface {
	Messages() <-chan *ConsumerMessage
}
