// Package misuse has groups that do not do what they are for.
package misuse

import (
	"context"
	"os"
	"sync"

	"golang.org/x/sync/errgroup"
)

func fetch(ctx context.Context, name string) error {
	_, err := os.Stat(name)
	return err
}

// nobody waits
func unawaited(ctx context.Context) {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return fetch(ctx, "a") }) // want `errgroup g is never waited for: its tasks are on their own and their errors lost`
	g.Go(func() error { return fetch(ctx, "b") })
}

// nope: others may wait
func handedOn(ctx context.Context) *errgroup.Group {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return fetch(ctx, "a") })
	return g
}

func stored(ctx context.Context, groups map[string]*errgroup.Group) {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return fetch(ctx, "a") })
	groups["a"] = g
}

func deferred(ctx context.Context) (wait func() error) {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return fetch(ctx, "a") })
	return g.Wait
}

func inClosure(ctx context.Context) func() {
	var g errgroup.Group
	g.Go(func() error { return nil })
	return func() { g.Wait() }
}

// the error is dropped
func dropped(ctx context.Context) {
	var g errgroup.Group
	g.Go(func() error { return fetch(ctx, "a") })
	g.Wait() // want `g.Wait drops the error of the tasks`
}

func droppedDeferred(ctx context.Context) {
	var g errgroup.Group
	defer g.Wait() // want `g.Wait drops the error of the tasks`
	g.Go(func() error { return fetch(ctx, "a") })
}

// nope: dropped on purpose
func blank(ctx context.Context) {
	var g errgroup.Group
	g.Go(func() error { return fetch(ctx, "a") })
	_ = g.Wait()
}

// nope: there is no error
func noError(names []string) {
	var g errgroup.Group
	g.SetLimit(4)
	for range names {
		g.Go(func() error { println(); return nil })
	}
	g.Wait()
}

// the tasks do not use the context that is cancelled
func ignored(ctx context.Context) error {
	g, groupCtx := errgroup.WithContext(ctx)
	g.Go(func() error { return fetch(ctx, "a") }) // want `task of errgroup g works for ctx, not for the context that the group cancels`
	g.Go(func() error { return fetch(groupCtx, "b") })
	return g.Wait()
}

func discarded(ctx context.Context) error {
	g, _ := errgroup.WithContext(ctx)
	g.Go(func() error { return fetch(ctx, "a") }) // want `task of errgroup g works for ctx`
	return g.Wait()
}

func background(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return fetch(context.Background(), "a") }) // want `task of errgroup g works for context.Background\(\), not for the context that the group cancels`
	g.Go(func() error { return fetch(ctx, "b") })
	return g.Wait()
}

// nope: both, so somebody thought about it
func both(ctx context.Context, stop func(context.Context) error) error {
	g, groupCtx := errgroup.WithContext(ctx)
	g.Go(func() error {
		<-groupCtx.Done()
		return stop(ctx)
	})
	g.Go(func() error {
		<-groupCtx.Done()
		return stop(context.Background())
	})
	g.Go(func() error { return fetch(context.WithoutCancel(groupCtx), "c") })
	return g.Wait()
}

// nope: a context of its own
func own(ctx context.Context) error {
	var g errgroup.Group
	g.Go(func() error { return fetch(ctx, "a") })
	g.Go(func() error { return fetch(context.Background(), "b") })
	return g.Wait()
}

// Add in the goroutine
func addInside(names []string) {
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		go func() {
			wg.Add(1) // want `wg.Add runs in the goroutine that it counts: Wait may return before it`
			defer wg.Done()
		}()
	}
	wg.Wait()
}

// nope: a group of the goroutine's own
func nestedGroup() {
	go func() {
		var wg sync.WaitGroup
		wg.Add(1)
		go wg.Done()
		wg.Wait()
	}()
}

// appends without a lock
func racy(names []string) (lengths []int) {
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Go(func() {
			lengths = append(lengths, len(name)) // want `goroutines append to lengths without a lock: elements get lost`
		})
	}
	wg.Wait()
	return lengths
}

// a place keeps nobody out who has another one
func racyWithPlaces(names []string) (lengths, sizes []int) {
	sem := make(chan struct{}, 4)
	for _, name := range names {
		sem <- struct{}{}
		go func() {
			defer func() { <-sem }()
			lengths = append(lengths, len(name)) // want `goroutines append to lengths without a lock`
		}()
	}
	var g errgroup.Group
	g.SetLimit(4)
	for _, name := range names {
		g.Go(func() error {
			sizes = append(sizes, len(name)) // want `goroutines append to sizes without a lock`
			return nil
		})
	}
	g.Wait()
	return lengths, sizes
}

type pool struct{ places chan struct{} }

func newPool(n int) *pool { return &pool{make(chan struct{}, n)} }

func (p *pool) acquire() { p.places <- struct{}{} }

func (p *pool) release() { <-p.places }

// the places of a pool
func racyInPool(names []string, n int) (lengths []int) {
	p := newPool(n)
	for _, name := range names {
		p.acquire()
		go func() {
			defer p.release()
			lengths = append(lengths, len(name)) // want `goroutines append to lengths without a lock`
		}()
	}
	return lengths
}

// nope: one after the other
func oneByOne(names []string) (lengths, sizes, third []int) {
	sem := make(chan struct{}, 1)
	for _, name := range names {
		sem <- struct{}{}
		go func() {
			defer func() { <-sem }()
			lengths = append(lengths, len(name))
		}()
	}
	var g errgroup.Group
	g.SetLimit(1)
	for _, name := range names {
		g.Go(func() error {
			sizes = append(sizes, len(name))
			return nil
		})
	}
	g.Wait()
	done := make(chan bool)
	for _, name := range names {
		go func() {
			third = append(third, len(name))
			done <- true
		}()
		<-done
	}
	return lengths, sizes, third
}

// nope: locked
func locked(names []string) (lengths []int) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for _, name := range names {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			lengths = append(lengths, len(name))
		})
	}
	wg.Wait()
	return lengths
}

// nope: each its own
func private(names []string) {
	var wg sync.WaitGroup
	for _, name := range names {
		var own []string
		wg.Go(func() {
			own = append(own, name)
			inner := own
			inner = append(inner, name)
		})
	}
	wg.Wait()
}

// nope: a single goroutine
func single(names []string) (lengths []int) {
	var wg sync.WaitGroup
	wg.Go(func() {
		for _, name := range names {
			lengths = append(lengths, len(name))
		}
	})
	wg.Wait()
	return lengths
}

// nope: another group calls Wait, and gets the error
func waitsInGroup(ctx context.Context) error {
	var outer, inner errgroup.Group
	inner.Go(func() error { return ctx.Err() })
	outer.Go(inner.Wait)
	return outer.Wait()
}

// nope: that the context is at its end knows who ended it
func onlyContext(ctx context.Context, done chan bool) {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return either(ctx, done) })
	g.Go(func() error {
		<-ctx.Done()
		return ctx.Err()
	})
	g.Wait()
}

func either(ctx context.Context, done chan bool) error {
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-done:
		return nil
	}
}

// a named result may be anything
func named(ctx context.Context) {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return result(ctx) })
	g.Wait() // want `g.Wait drops the error of the tasks`
}

func result(ctx context.Context) (err error) {
	err = fetch(ctx, "a")
	return
}
