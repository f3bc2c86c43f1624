package heat

import (
	"go/ast"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/query"
)

// receivers are the calls that take the next message, or batch of messages,
// from a queue or connection: the loop around one runs per message.
var receivers = map[string]string{
	"(*github.com/segmentio/kafka-go.Reader).ReadMessage":                      "Kafka consumer loop",
	"(*github.com/segmentio/kafka-go.Reader).FetchMessage":                     "Kafka consumer loop",
	"(*github.com/twmb/franz-go/pkg/kgo.Client).PollFetches":                   "Kafka consumer loop",
	"(*github.com/twmb/franz-go/pkg/kgo.Client).PollRecords":                   "Kafka consumer loop",
	"(github.com/twmb/franz-go/pkg/kgo.Fetches).RecordsAll":                    "Kafka consumer loop",
	"(*github.com/twmb/franz-go/pkg/kgo.FetchesRecordIter).Next":               "Kafka consumer loop",
	"(*github.com/confluentinc/confluent-kafka-go/kafka.Consumer).Poll":        "Kafka consumer loop",
	"(*github.com/confluentinc/confluent-kafka-go/kafka.Consumer).ReadMessage": "Kafka consumer loop",
	"(github.com/IBM/sarama.ConsumerGroupClaim).Messages":                      "Kafka consumer loop",
	"(*github.com/nats-io/nats.go.Subscription).NextMsg":                       "NATS consumer loop",
	"(*github.com/nats-io/nats.go.Subscription).NextMsgWithContext":            "NATS consumer loop",
	"(*github.com/nats-io/nats.go.Subscription).Fetch":                         "NATS consumer loop",
	"(*github.com/nats-io/nats.go.Subscription).FetchBatch":                    "NATS consumer loop",
	"(github.com/nats-io/nats.go/jetstream.MessagesContext).Next":              "NATS consumer loop",
	"(github.com/nats-io/nats.go/jetstream.Consumer).Next":                     "NATS consumer loop",
	"(github.com/nats-io/nats.go/jetstream.Consumer).Fetch":                    "NATS consumer loop",
	"(github.com/nats-io/nats.go/jetstream.Consumer).FetchBytes":               "NATS consumer loop",
	"(github.com/nats-io/nats.go/jetstream.Consumer).FetchNoWait":              "NATS consumer loop",
	"(*github.com/gorilla/websocket.Conn).ReadMessage":                         "websocket message loop",
	"(*github.com/gorilla/websocket.Conn).ReadJSON":                            "websocket message loop",
	"(*github.com/gorilla/websocket.Conn).NextReader":                          "websocket message loop",
	"(*github.com/coder/websocket.Conn).Read":                                  "websocket message loop",
	"(*github.com/coder/websocket.Conn).Reader":                                "websocket message loop",
	"github.com/coder/websocket/wsjson.Read":                                   "websocket message loop",
	"(*nhooyr.io/websocket.Conn).Read":                                         "websocket message loop",
	"(*nhooyr.io/websocket.Conn).Reader":                                       "websocket message loop",
	"nhooyr.io/websocket/wsjson.Read":                                          "websocket message loop",
	"(*github.com/fasthttp/websocket.Conn).ReadJSON":                           "websocket message loop",
	"(*github.com/fasthttp/websocket.Conn).NextReader":                         "websocket message loop",
	"(golang.org/x/net/websocket.Codec).Receive":                               "websocket message loop",
	"github.com/gobwas/ws/wsutil.ReadClientData":                               "websocket message loop",
	"github.com/gobwas/ws/wsutil.ReadClientText":                               "websocket message loop",
	"github.com/gobwas/ws/wsutil.ReadClientBinary":                             "websocket message loop",
}

// receiveNames are the names of the functions in receivers.
var receiveNames = lastNames(receivers)

// messages are the element types of channels and batches that deliver messages.
var messages = map[string]string{
	"github.com/rabbitmq/amqp091-go.Delivery":             "AMQP consumer loop",
	"*github.com/IBM/sarama.ConsumerMessage":              "Kafka consumer loop",
	"*github.com/nats-io/nats.go.Msg":                     "NATS consumer loop",
	"github.com/nats-io/nats.go/jetstream.Msg":            "NATS consumer loop",
	"*github.com/ThreeDotsLabs/watermill/message.Message": "watermill consumer loop",
}

// receives tells whether each turn of a loop with this body takes a message
// from a queue, in words; x is the operand of a range statement, or nil.
func (g *graph) receives(body *ast.BlockStmt, x ast.Expr) string {
	if x != nil {
		if call, ok := ast.Unparen(x).(*ast.CallExpr); ok {
			if what := receiver(query.Callee(g.info, call)); what != "" {
				return what
			}
		}
		if what := g.delivers(x); what != "" {
			return what
		}
	}
	what := ""
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.ForStmt, *ast.RangeStmt:
			return false
		case *ast.CallExpr:
			what = receiver(query.Callee(g.info, n))
		case *ast.UnaryExpr: // <-msgs
			what = g.delivers(n.X)
		}
		return what == ""
	})
	return what
}

// receiver tells what the loop around a call of fn is, or "".
func receiver(fn *types.Func) string {
	if fn == nil || !receiveNames[fn.Name()] {
		return ""
	}
	if what := receivers[trimVersion(fn.FullName())]; what != "" {
		return what
	}
	if isReadMessage(fn) {
		return "websocket message loop"
	}
	return ""
}

// isReadMessage reports whether fn is a method that reads a websocket message as
// the packages that follow gorilla/websocket have it, or an interface for them:
// ReadMessage() (messageType int, p []byte, err error).
func isReadMessage(fn *types.Func) bool {
	sig := fn.Signature()
	if fn.Name() != "ReadMessage" || sig.Recv() == nil || sig.Params().Len() != 0 || sig.Results().Len() != 3 {
		return false
	}
	results := sig.Results()
	return types.Identical(results.At(0).Type(), types.Typ[types.Int]) &&
		types.Identical(results.At(1).Type(), types.NewSlice(types.Typ[types.Byte])) && isError(results.At(2).Type())
}

// delivers tells what a loop over the messages in x, a channel or a batch, is,
// or "".
func (g *graph) delivers(x ast.Expr) string {
	t := g.typeOf(x)
	if t == nil {
		return ""
	}
	switch t := t.Underlying().(type) {
	case *types.Chan:
		return messages[typeKey(t.Elem())]
	case *types.Slice:
		return messages[typeKey(t.Elem())]
	}
	return ""
}

// perConnection reports whether body contains the receive loop of a connection.
func (g *graph) perConnection(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ForStmt:
			found = found || g.receives(n.Body, nil) != ""
		case *ast.RangeStmt:
			found = found || g.receives(n.Body, n.X) != ""
		}
		return !found
	})
	return found
}
