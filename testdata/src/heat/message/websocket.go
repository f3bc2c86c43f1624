package message

import (
	"context"
	"net/http"

	cws "github.com/coder/websocket"
	gws "github.com/gorilla/websocket"
)

var upgrader gws.Upgrader

// The body around the read loop runs once per connection.
func chat(w http.ResponseWriter, r *http.Request) {
	probe() // want `^unknown$`
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	for {
		_, data, err := conn.ReadMessage()
		if err != nil {
			return
		}
		probe() // want `^request: websocket message loop$`
		for range data {
			probe() // want `^element: websocket message loop -> in the loop$`
		}
		reply(data)
	}
}

func reply(data []byte) {
	probe() // want `^request: websocket message loop -> calls message.reply$`
}

func stream2(ctx context.Context, c *cws.Conn) error {
	probe() // want `^unknown$`
	for {
		_, data, err := c.Read(ctx)
		if err != nil {
			return err
		}
		probe() // want `^request: websocket message loop$`
		_ = data
	}
}

// The reader in a goroutine of its own: the handler itself only upgrades.
func serve(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler message.serve$`
	conn, _ := upgrader.Upgrade(w, r, nil)
	go pump(conn)
}

func pump(conn *gws.Conn) {
	for {
		var v any
		if err := conn.ReadJSON(&v); err != nil {
			break
		}
		probe() // want `^request: websocket message loop$`
		dispatch(v)
	}
}

// Per message, not per element of the request that opened the connection.
func dispatch(v any) {
	probe() // want `^request: websocket message loop -> calls message.dispatch$`
}

// A connection of another package, behind an interface of the module.
type socket interface {
	ReadMessage() (kind int, data []byte, err error)
	Close() error
}

func listen(s socket) {
	for {
		_, data, err := s.ReadMessage()
		if err != nil {
			return
		}
		probe() // want `^request: websocket message loop$`
		_ = data
	}
}

// Something else of that name.
type mailbox struct{}

func (mailbox) ReadMessage() (string, error) { return "", nil }

func pollMailbox(m mailbox) {
	for {
		if _, err := m.ReadMessage(); err != nil {
			return
		}
		probe() // want `^loop: message.pollMailbox -> in the loop$`
	}
}
