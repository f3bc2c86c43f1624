// Package websocket is a stub of the protocol, for fixtures.
package websocket

import (
	"io"
	"net/http"
)

type Conn struct{}

func (*Conn) ReadMessage() (int, []byte, error)               { return 0, nil, nil }
func (*Conn) NextReader() (int, io.Reader, error)             { return 0, nil, nil }
func (*Conn) ReadJSON(v any) error                            { return nil }
func (*Conn) WriteMessage(messageType int, data []byte) error { return nil }
func (*Conn) Close() error                                    { return nil }

type Upgrader struct{}

func (*Upgrader) Upgrade(w http.ResponseWriter, r *http.Request, h http.Header) (*Conn, error) {
	return nil, nil
}
