// Package helper has loops that start goroutines through functions.
package helper

import (
	"context"
	"errgroup/async"
)

func list(ctx context.Context) ([]string, error) { return nil, nil }

func deliver(name string) error { return nil }

// a function of the package that starts another
func safeGo(f func()) {
	go func() {
		defer func() { _ = recover() }()
		f()
	}()
}

func wrapper(ctx context.Context) {
	names, _ := list(ctx)
	for _, name := range names {
		safeGo(func() { deliver(name) }) // want `a goroutine starts for each element of names`
	}
}

// of another package
func wrapperElsewhere(ctx context.Context) {
	names, _ := list(ctx)
	for _, name := range names {
		async.Go(func() { deliver(name) }) // want `a goroutine starts for each element of names`
	}
	for _, name := range names {
		async.Spawn(func() { deliver(name) }) // nope: waits for a place
	}
	for _, name := range names {
		async.GoAll(func() { deliver(name) }) // nope: waits for the end
	}
	for _, name := range names {
		async.Wait()
		async.Go(func() { deliver(name) }) // nope: waits for a place
	}
}

// a function that leaves a goroutine behind
func deliverLater(name string) {
	go deliver(name) // want `each call of deliverLater leaves a goroutine behind, and a loop calls it without limit`
}

// one function, one finding
func deliverBoth(name string) {
	go deliver(name) // want `each call of deliverBoth leaves a goroutine behind, and a loop calls it without limit, also on line \d+`
	go deliver(name + "2")
}

func callsBoth(ctx context.Context) {
	names, _ := list(ctx)
	for _, name := range names {
		deliverBoth(name)
	}
}

func callsLater(ctx context.Context) {
	names, _ := list(ctx)
	for _, name := range names {
		deliverLater(name)
	}
}

// nope: it waits for its end
func await(name string) {
	done := make(chan struct{})
	go func() { deliver(name); close(done) }()
	<-done
}

func callsAwait(ctx context.Context) {
	names, _ := list(ctx)
	for _, name := range names {
		await(name)
	}
}

func elsewhere(ctx context.Context) {
	names, _ := list(ctx)
	for _, name := range names {
		async.Send(name) // want `async.Send, called for each element of names: each call leaves a goroutine behind, and nothing limits how many`
	}
}

// the task stands in a variable
func variable(ctx context.Context) {
	names, _ := list(ctx)
	for _, name := range names {
		task := func() { deliver(name) }
		async.Go(task) // want `a goroutine starts for each element of names`
	}
	for _, name := range names {
		f := func() {
			places <- struct{}{}
			defer func() { <-places }()
			deliver(name)
		}
		async.Go(f) // want `a goroutine starts for each element of names before it waits for its turn`
	}
}

var places = make(chan struct{}, 8)

// what starts takes more than the task
func optional(ctx context.Context) {
	names, _ := list(ctx)
	for _, name := range names {
		async.FireAndForget(func() { deliver(name) }) // want `a goroutine starts for each element of names`
	}
	for _, name := range names {
		async.Google(func() { deliver(name) }) // nope: it calls the function
	}
}

// nope: of an interface nothing is known
func dynamic(ctx context.Context, s async.Starter) {
	names, _ := list(ctx)
	for _, name := range names {
		s.Go(func() { deliver(name) })
	}
}

// a type that embeds an errgroup
func embedded(ctx context.Context) {
	names, _ := list(ctx)
	g := async.NewGroup()
	for _, name := range names {
		g.Go(func() error { deliver(name); return nil }, name) // want `errgroup without SetLimit runs a goroutine for each element of names at once`
	}
	_ = g.Wait()
}

// nope: it has a limit
func embeddedLimited(ctx context.Context) {
	names, _ := list(ctx)
	g := async.NewGroup()
	g.SetLimit(8)
	for _, name := range names {
		g.Go(func() error { deliver(name); return nil })
	}
	small := async.NewSmall()
	for _, name := range names {
		task := func() error { deliver(name); return nil }
		small.Go(task)
	}
	g.Wait()
	small.Wait() // nope: its tasks return nothing but nil
}
