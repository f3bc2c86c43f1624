package message

import (
	"context"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

// Context is an alias of a type in an internal package.
func transfer(ctx workflow.Context, amount int) error {
	probe() // want `^request: Temporal workflow message.transfer$`
	return workflow.ExecuteActivity(ctx, "withdraw", amount).Get(ctx, nil)
}

func withdraw(ctx context.Context, amount int) (string, error) {
	probe() // want `^request: Temporal activity message.withdraw$`
	return "", nil
}

type bank struct{}

func (b *bank) Deposit(ctx context.Context, amount int) error {
	probe() // want `^request: Temporal activity \(\*message.bank\).Deposit$`
	return nil
}

// Activities return an error.
func (b *bank) Balance() int {
	probe() // want `^unknown$`
	return 0
}

func (b *bank) audit(ctx context.Context) error {
	probe() // want `^unknown$`
	return nil
}

func temporalWorker(w worker.Worker) {
	probe() // want `^setup: registers handlers$`
	w.RegisterWorkflow(transfer)
	w.RegisterActivity(withdraw)
	w.RegisterActivityWithOptions(&bank{}, activity.RegisterOptions{Name: "bank_"})
}

// The shape alone.
func activityLike(ctx context.Context, amount int) (string, error) {
	probe() // want `^unknown$`
	return "", nil
}
