package message

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
)

type Event struct{ Rows []string }

func onEvent(ctx context.Context, e Event) (string, error) {
	probe() // want `^request: AWS Lambda handler message.onEvent$`
	for range e.Rows {
		probe() // want `^element: AWS Lambda handler message.onEvent -> in the loop$`
	}
	return "", nil
}

func onTick() {
	probe() // want `^request: AWS Lambda handler message.onTick$`
}

type handler struct{}

func (h *handler) Handle(e Event) error {
	probe() // want `^request: AWS Lambda handler \(\*message.handler\).Handle$`
	return nil
}

func (h *handler) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	probe() // want `^request: AWS Lambda handler \(\*message.handler\).Invoke$`
	return nil, nil
}

func typed(e Event) error {
	probe() // want `^request: AWS Lambda handler message.typed$`
	return nil
}

func option(n *int) {
	probe() // want `^unknown$`
}

func startLambda(h *handler) {
	probe() // want `^unknown$`
	lambda.Start(onEvent)
	lambda.StartWithContext(context.Background(), onTick)
	lambda.StartWithOptions(h.Handle, option)
	lambda.StartHandlerFunc[Event, string](typed)
	_ = lambda.NewHandler(func(e Event) error {
		probe() // want `^request: AWS Lambda handler func literal`
		return nil
	})
}

// One of the shapes, but handed to nobody.
func lambdaLike(ctx context.Context, e Event) (string, error) {
	probe() // want `^unknown$`
	return "", nil
}
