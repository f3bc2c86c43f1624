// Package async starts functions, for package helper.
package async

import "sync"

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

func deliver(to string) {}
