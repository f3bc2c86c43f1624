// Package websocket is a stub of the protocol, for fixtures.
package websocket

import (
	"context"
	"io"
	"net/http"
)

type MessageType int

type Conn struct{}

func (*Conn) Read(ctx context.Context) (MessageType, []byte, error)      { return 0, nil, nil }
func (*Conn) Reader(ctx context.Context) (MessageType, io.Reader, error) { return 0, nil, nil }

func Accept(w http.ResponseWriter, r *http.Request) (*Conn, error) { return nil, nil }
