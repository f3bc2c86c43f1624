// Package amqp091 is a stub of the client, for fixtures.
package amqp091

type Delivery struct{ Body []byte }

type Channel struct{}

func (*Channel) Consume(queue string) (<-chan Delivery, error) { return nil, nil }
