package message

import (
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nats.go/micro"
)

func onMsg(m *nats.Msg) {
	probe() // want `^request: NATS message handler message.onMsg$`
}

func onStream(m jetstream.Msg) {
	probe() // want `^request: NATS message handler message.onStream$`
}

func onRequest(r micro.Request) {
	probe() // want `^request: NATS request handler message.onRequest$`
}

type natsService struct{}

func (s *natsService) Handle(r micro.Request) {
	probe() // want `^request: NATS request handler \(\*message.natsService\).Handle$`
}

func subscribe(c *nats.Conn) {
	probe() // want `^unknown$`
	c.Subscribe("a", func(m *nats.Msg) {
		probe() // want `^request: NATS message handler func literal`
	})
}

func next(sub *nats.Subscription) {
	probe() // want `^unknown$`
	for {
		m, err := sub.NextMsg(time.Second)
		if err != nil {
			probe() // want `^cold: error path$`
			continue
		}
		probe() // want `^request: NATS consumer loop$`
		for range m.Data {
			probe() // want `^element: NATS consumer loop -> in the loop$`
		}
	}
}

func fetch(sub *nats.Subscription) {
	for {
		msgs, err := sub.Fetch(10)
		if err != nil {
			return
		}
		for range msgs {
			probe() // want `^request: NATS consumer loop$`
		}
	}
}

func stream(c jetstream.Consumer) {
	it, err := c.Messages()
	if err != nil {
		return
	}
	for {
		if _, err := it.Next(); err != nil {
			return
		}
		probe() // want `^request: NATS consumer loop$`
	}
}

func batches(c jetstream.Consumer) {
	for {
		batch, err := c.Fetch(10)
		if err != nil {
			return
		}
		for range batch.Messages() {
			probe() // want `^request: NATS consumer loop$`
		}
	}
}

func channel(c *nats.Conn) {
	ch := make(chan *nats.Msg, 64)
	c.ChanSubscribe("a", ch)
	for m := range ch {
		probe() // want `^request: NATS consumer loop$`
		_ = m
	}
}
