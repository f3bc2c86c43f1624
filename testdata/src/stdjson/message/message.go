// Package message has JSON of messages, of which there are many whatever a
// condition says about each.
package message

import (
	"encoding/json"

	"github.com/gorilla/websocket"
)

type order struct {
	ID    int
	Items []string
}

func serve(conn *websocket.Conn) {
	for {
		kind, text, err := conn.ReadMessage()
		if err != nil {
			return
		}
		switch kind {
		case 1:
			place(text)
		}
	}
}

func place(text []byte) int {
	var o order
	_ = json.Unmarshal(text, &o) // want `^hot path decodes with encoding/json \(Unmarshal\) \[request: websocket message loop -> `
	return o.ID + len(o.Items)
}
