// Package helper has loops that start goroutines through functions.
package helper

import (
	"context"
	"errgroup/async"
)

func list(ctx context.Context) ([]string, error) { return nil, nil }

func deliver(name string) {}

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
