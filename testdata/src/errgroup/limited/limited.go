// Package limited has loops over data that limit the goroutines they start.
package limited

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
)

type user struct{ id int }

func list(ctx context.Context) ([]user, error) { return nil, nil }

func notify(u user) error { return nil }

// nope: SetLimit before the loop
func setLimit(ctx context.Context, n int) error {
	users, _ := list(ctx)
	var g errgroup.Group
	g.SetLimit(n)
	for _, u := range users {
		g.Go(func() error { return notify(u) })
	}
	return g.Wait()
}

// nope: SetLimit in what makes the group
func newGroup(ctx context.Context) (*errgroup.Group, context.Context) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(8)
	return g, ctx
}

func made(ctx context.Context) error {
	users, _ := list(ctx)
	g, _ := newGroup(ctx)
	for _, u := range users {
		g.Go(func() error { return notify(u) })
	}
	return g.Wait()
}

// nope: SetLimit in what the group is handed to
func configure(g *errgroup.Group) { g.SetLimit(8) }

func configured(ctx context.Context) error {
	users, _ := list(ctx)
	var g errgroup.Group
	configure(&g)
	for _, u := range users {
		g.Go(func() error { return notify(u) })
	}
	return g.Wait()
}

// nope: SetLimit on the field, in the constructor
type service struct{ group *errgroup.Group }

func newService() *service {
	s := &service{group: new(errgroup.Group)}
	s.group.SetLimit(8)
	return s
}

func (s *service) run(ctx context.Context) {
	users, _ := list(ctx)
	for _, u := range users {
		s.group.Go(func() error { return notify(u) })
	}
}

// nope: whoever passes the group knows its limit
func passed(ctx context.Context, g *errgroup.Group) {
	users, _ := list(ctx)
	for _, u := range users {
		g.Go(func() error { return notify(u) })
	}
}

// nope: a place in a buffered channel
func channel(ctx context.Context) {
	users, _ := list(ctx)
	sem := make(chan struct{}, 8)
	for _, u := range users {
		sem <- struct{}{}
		go func() {
			defer func() { <-sem }()
			notify(u)
		}()
	}
}

// nope: a place, or the end of the work
func selected(ctx context.Context) {
	users, _ := list(ctx)
	sem := make(chan struct{}, 8)
	for _, u := range users {
		select {
		case sem <- struct{}{}:
		case <-ctx.Done():
			return
		}
		go func() { notify(u); <-sem }()
	}
}

// nope: a place, or else inline
func inline(ctx context.Context) {
	users, _ := list(ctx)
	sem := make(chan struct{}, 8)
	for _, u := range users {
		select {
		case sem <- struct{}{}:
			go func() { notify(u); <-sem }()
		default:
			notify(u)
		}
	}
}

// nope: tokens
func tokens(ctx context.Context, free chan int) {
	users, _ := list(ctx)
	for _, u := range users {
		n := <-free
		go func() { notify(u); free <- n }()
	}
}

// nope: a semaphore
func weighted(ctx context.Context) {
	users, _ := list(ctx)
	sem := semaphore.NewWeighted(8)
	for _, u := range users {
		if err := sem.Acquire(ctx, 1); err != nil {
			return
		}
		go func() { defer sem.Release(1); notify(u) }()
	}
}

// nope: a limiter of our own, in a helper
type throttle struct{ places chan struct{} }

func (t *throttle) enter() { t.places <- struct{}{} }

func (t *throttle) leave() { <-t.places }

func (t *throttle) admit() { t.enter() }

func throttled(ctx context.Context, t *throttle) {
	users, _ := list(ctx)
	for _, u := range users {
		t.admit()
		go func() { defer t.leave(); notify(u) }()
	}
}

// nope: batches
func batches(ctx context.Context) {
	users, _ := list(ctx)
	var wg sync.WaitGroup
	for i, u := range users {
		wg.Go(func() { notify(u) })
		if i%16 == 15 {
			wg.Wait()
		}
	}
	wg.Wait()
}

// nope: slices of a batch
func slices(ctx context.Context) {
	users, _ := list(ctx)
	for i := 0; i < len(users); i += 16 {
		var wg sync.WaitGroup
		for _, u := range users[i:min(i+16, len(users))] {
			wg.Go(func() { notify(u) })
		}
		wg.Wait()
	}
}

// nope: paced
func paced(ctx context.Context) {
	users, _ := list(ctx)
	for _, u := range users {
		time.Sleep(time.Millisecond)
		go notify(u)
	}
}

type clock interface{ Sleep(d time.Duration) }

// nope: the pause is somebody else's
func pausesOf(ctx context.Context, c clock, sleep func(time.Duration)) {
	users, _ := list(ctx)
	for i, u := range users {
		go notify(u)
		if i < len(users)-1 {
			sleep(time.Second)
		}
	}
	for _, u := range users {
		c.Sleep(time.Second)
		go notify(u)
	}
}

// nope: counted
func counted(ctx context.Context, running *atomic.Int64) {
	const maxRunning = 10
	users, _ := list(ctx)
	for _, u := range users {
		if running.Add(1) >= maxRunning {
			break
		}
		go notify(u)
	}
}

// nope: one after the other, each awaited
func sequential(ctx context.Context) error {
	users, _ := list(ctx)
	for _, u := range users {
		errs := make(chan error, 1)
		go func() { errs <- notify(u) }()
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// nope: the first element only
func first(ctx context.Context) {
	users, _ := list(ctx)
	for _, u := range users {
		go notify(u)
		return
	}
}

// somewhere below, most of a program waits for something
func load(id int) error    { return loadVia(id) }
func loadVia(id int) error { return query(id) }
func query(id int) error   { return connect(id) }
func connect(id int) error { return dial(id) }
func dial(id int) error {
	places <- struct{}{}
	defer func() { <-places }()
	return nil
}

var places = make(chan struct{}, 8)

func deep(ctx context.Context) {
	users, _ := list(ctx)
	for _, u := range users {
		if load(u.id) == nil {
			go notify(u) // want `a goroutine starts for each element of users`
		}
	}
}

// nope: those who have many choose to do one after the other
func chosen(ctx context.Context, concurrent bool) {
	users, _ := list(ctx)
	for _, u := range users {
		switch {
		case concurrent:
			go notify(u)
		default:
			notify(u)
		}
	}
}
