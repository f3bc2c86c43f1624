package message

import (
	"context"

	"cloud.google.com/go/pubsub/v2"
	"github.com/ThreeDotsLabs/watermill/components/cqrs"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/hibiken/asynq"
	"github.com/rabbitmq/amqp091-go"
	"github.com/riverqueue/river"
)

func consume(ch *amqp091.Channel) error {
	probe() // want `^unknown$`
	msgs, err := ch.Consume("q")
	if err != nil {
		return err
	}
	for d := range msgs {
		probe() // want `^request: AMQP consumer loop$`
		_ = d
	}
	return nil
}

func selectDelivery(msgs <-chan amqp091.Delivery, done <-chan struct{}) {
	for {
		select {
		case d := <-msgs:
			probe() // want `^request: AMQP consumer loop$`
			_ = d
		case <-done:
			return
		}
	}
}

// Another struct of that name, of this package.
type Delivery struct{ id int }

func deliveries(ch <-chan Delivery) {
	for range ch {
		probe() // want `^loop: message.deliveries -> in the loop$`
	}
}

// Message is an alias of a type in an internal package.
func receive(ctx context.Context, sub *pubsub.Subscriber) error {
	return sub.Receive(ctx, func(ctx context.Context, m *pubsub.Message) {
		probe() // want `^request: Pub/Sub message handler func literal`
	})
}

func onPubSub(ctx context.Context, m *pubsub.Message) {
	probe() // want `^request: Pub/Sub message handler message.onPubSub$`
}

func onWatermill(m *message.Message) ([]*message.Message, error) {
	probe() // want `^request: watermill handler message.onWatermill$`
	return nil, nil
}

func onWatermillOnly(m *message.Message) error {
	probe() // want `^request: watermill handler message.onWatermillOnly$`
	return nil
}

func poison(max int) message.HandlerMiddleware {
	probe() // want `^setup: builds a handler$`
	return func(h message.HandlerFunc) message.HandlerFunc {
		probe() // want `^setup: builds a handler$`
		return func(m *message.Message) ([]*message.Message, error) {
			probe() // want `^request: watermill handler func literal`
			return h(m)
		}
	}
}

func watermillRoutes(r *message.Router) {
	probe() // want `^setup: registers handlers$`
	r.AddConsumerHandler("a", "b", onWatermillOnly)
}

type BookRoom struct{}

func onBook(ctx context.Context, cmd *BookRoom) error {
	probe() // want `^request: watermill handler message.onBook$`
	return nil
}

func onBooked(ctx context.Context, e *BookRoom) error {
	probe() // want `^request: watermill handler message.onBooked$`
	return nil
}

func cqrsHandlers() []any {
	return []any{
		cqrs.NewCommandHandler("BookRoom", onBook),
		cqrs.NewEventHandler("RoomBooked", onBooked),
		cqrs.NewGroupEventHandler(func(ctx context.Context, e *BookRoom) error {
			probe() // want `^request: watermill handler func literal`
			return nil
		}),
	}
}

// The shape alone.
func cqrsLike(ctx context.Context, cmd *BookRoom) error {
	probe() // want `^unknown$`
	return nil
}

type mailer struct{}

func (m *mailer) ProcessTask(ctx context.Context, t *asynq.Task) error {
	probe() // want `^request: asynq task \(\*message.mailer\).ProcessTask$`
	return nil
}

func onTask(ctx context.Context, t *asynq.Task) error {
	probe() // want `^request: asynq task message.onTask$`
	return nil
}

// Makes a task; runs none.
func mailTask(to string) *asynq.Task {
	probe() // want `^unknown$`
	return asynq.NewTask("mail", []byte(to))
}

func asynqRoutes(mux *asynq.ServeMux) {
	probe() // want `^setup: registers handlers$`
	mux.HandleFunc("mail", onTask)
}

type SortArgs struct{}

func (SortArgs) Kind() string { return "sort" }

type sorter struct{ river.WorkerDefaults[SortArgs] }

func (s *sorter) Work(ctx context.Context, job *river.Job[SortArgs]) error {
	probe() // want `^request: river job \(\*message.sorter\).Work$`
	return nil
}
