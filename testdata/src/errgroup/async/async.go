// Package async starts functions, for package helper.
package async

import (
	"sync"

	"golang.org/x/sync/errgroup"
)

// Go starts f.
func Go(f func()) {
	go func() {
		defer func() { _ = recover() }()
		f()
	}()
}

// Spawn starts f when there is a place.
func Spawn(f func()) { // want Spawn:`keeps.*limits`
	places <- struct{}{}
	go func() {
		defer func() { <-places }()
		f()
	}()
}

var places = make(chan struct{}, 8)

// GoAll calls f and waits.
func GoAll(f func()) { // want GoAll:`keeps.*limits`
	var wg sync.WaitGroup
	wg.Go(f)
	wg.Wait()
}

// Wait waits for a place.
func Wait() { places <- struct{}{} } // want Wait:`limits`

// Send sends a mail in the background.
func Send(to string) { // want Send:`each call leaves a goroutine behind`
	go deliver(to)
}

func deliver(to string) error { return nil }

// FireAndForget starts f, and counts it if there is a group.
func FireAndForget(f func(), wg ...*sync.WaitGroup) {
	if len(wg) > 0 {
		wg[0].Add(1)
	}
	go func() {
		if len(wg) > 0 {
			defer wg[0].Done()
		}
		f()
	}()
}

// Google asks f: what its name starts with is no word.
func Google(f func()) { f() }

// Starter is a way to start functions.
type Starter interface{ Go(f func()) }

// Group is an errgroup that recovers.
type Group struct {
	*errgroup.Group
	started int
}

// NewGroup makes a group.
func NewGroup() *Group { return &Group{Group: new(errgroup.Group)} }

// NewSmall makes a group with a limit.
func NewSmall() *Group { // want NewSmall:`limits`
	g := NewGroup()
	g.SetLimit(4)
	return g
}

// Go starts f.
func (g *Group) Go(f func() error, names ...any) {
	g.Group.Go(func() error {
		defer func() { _ = recover() }()
		return f()
	})
	g.started++
}
