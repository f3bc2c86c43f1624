// Package nats is a stub of the client, for fixtures.
package nats

import "time"

type Msg struct{ Data []byte }

type MsgHandler func(msg *Msg)

type Subscription struct{}

func (*Subscription) NextMsg(timeout time.Duration) (*Msg, error) { return nil, nil }
func (*Subscription) Fetch(batch int) ([]*Msg, error)             { return nil, nil }

type Conn struct{}

func (*Conn) Subscribe(subj string, cb MsgHandler) (*Subscription, error)    { return nil, nil }
func (*Conn) ChanSubscribe(subj string, ch chan *Msg) (*Subscription, error) { return nil, nil }
func (*Conn) PublishMsg(m *Msg) error                                        { return nil }
