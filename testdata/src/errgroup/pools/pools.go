// Package pools has loops over data that hand their tasks to a pool, which
// decides how many run at once.
package pools

import (
	"context"

	"github.com/alitto/pond"
	"github.com/panjf2000/ants/v2"
	"github.com/sourcegraph/conc/pool"
)

type user struct{ id int }

func list(ctx context.Context) ([]user, error) { return nil, nil }

func notify(u user) error { return nil }

// nope: the pool limits
func antsPool(ctx context.Context) error {
	users, err := list(ctx)
	if err != nil {
		return err
	}
	p, err := ants.NewPool(8)
	if err != nil {
		return err
	}
	defer p.Release()
	for _, u := range users {
		if err := p.Submit(func() { notify(u) }); err != nil {
			return err
		}
	}
	for _, u := range users {
		ants.Submit(func() { notify(u) })
	}
	with, err := ants.NewPoolWithFunc(8, func(arg any) { notify(arg.(user)) })
	for _, u := range users {
		with.Invoke(u)
	}
	return err
}

// nope
func pondPool(ctx context.Context) {
	users, _ := list(ctx)
	p := pond.New(8, 100)
	group := p.Group()
	for _, u := range users {
		p.Submit(func() { notify(u) })
		group.Submit(func() { notify(u) })
	}
	group.Wait()
	p.StopAndWait()
}

// nope
func concPool(ctx context.Context) {
	users, _ := list(ctx)
	p := pool.New().WithMaxGoroutines(8)
	for _, u := range users {
		p.Go(func() { notify(u) })
	}
	p.Wait()
}

// nope: a goroutine that only hands its task to the pool waits for a place
// before the next one starts
func handsOn(ctx context.Context, p *ants.Pool) {
	users, _ := list(ctx)
	for _, u := range users {
		p.Submit(func() {
			go notify(u) // nope: the literal belongs to the pool
		})
	}
}

// beside a pool
func beside(ctx context.Context, p *pond.WorkerPool) {
	users, _ := list(ctx)
	for _, u := range users {
		go notify(u) // want `a goroutine starts for each element of users`
	}
	p.StopAndWait()
}
