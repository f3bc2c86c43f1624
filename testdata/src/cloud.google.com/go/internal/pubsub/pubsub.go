// Package pubsub is a stub of the client, for fixtures.
package pubsub

type Message struct{ Data []byte }
