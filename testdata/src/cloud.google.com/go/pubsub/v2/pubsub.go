// Package pubsub is a stub of the client, for fixtures.
package pubsub

import (
	"context"

	ipubsub "cloud.google.com/go/internal/pubsub"
)

type Message = ipubsub.Message

type Subscriber struct{}

func (*Subscriber) Receive(ctx context.Context, f func(context.Context, *Message)) error { return nil }
