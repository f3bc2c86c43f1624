// Package errchan has groups of tasks that only a channel of errors holds together.
package errchan

import (
	"context"
	"sync"
	"time"
)

// no wait group: the second error has nobody to receive it
func counted(ctx context.Context, a, b string) error {
	errs := make(chan error)
	go func() { // want `the function returns with the first error from errs: tasks that send later ones wait for ever`
		errs <- fetch(ctx, a)
	}()
	go func() { errs <- fetch(ctx, b) }()
	for range 2 {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// started in a loop, received in a select
func selected(ctx context.Context, names []string) error {
	done, errs := make(chan bool), make(chan error)
	for _, name := range names {
		go func() { // want `tasks that send later ones wait for ever`
			if err := fetch(ctx, name); err != nil {
				errs <- err
				return
			}
			done <- true
		}()
	}
	for range names {
		select {
		case <-done:
		case err := <-errs:
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// ranged over
func ranged(ctx context.Context, names []string) error {
	errs := make(chan error)
	for _, name := range names {
		go func() { // want `tasks that send later ones wait for ever`
			if err := fetch(ctx, name); err != nil {
				errs <- err
			}
		}()
	}
	go func() {
		time.Sleep(time.Minute)
		close(errs)
	}()
	for err := range errs {
		return err
	}
	return nil
}

// nope: a place for each
func buffered(ctx context.Context, names []string) error {
	errs := make(chan error, len(names))
	for _, name := range names {
		go func() { errs <- fetch(ctx, name) }()
	}
	for range names {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// nope: one task has nobody to wait for
func single(ctx context.Context, a string) error {
	errs := make(chan error)
	go func() { errs <- fetch(ctx, a) }()
	for range 1 {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// nope: all are received
func all(ctx context.Context, names []string) (last error) {
	errs := make(chan error)
	for _, name := range names {
		go func() { errs <- fetch(ctx, name) }()
	}
	for range names {
		if err := <-errs; err != nil {
			last = err
		}
	}
	return last
}

// nope: tasks give up when the function has returned
func givesUp(ctx context.Context, names []string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	errs := make(chan error)
	for _, name := range names {
		go func() {
			select {
			case errs <- fetch(ctx, name):
			case <-ctx.Done():
			}
		}()
	}
	for range names {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// nope: the rest is drained
func drained(ctx context.Context, names []string) error {
	errs := make(chan error)
	for _, name := range names {
		go func() { errs <- fetch(ctx, name) }()
	}
	defer func() {
		go func() {
			for range errs {
			}
		}()
	}()
	for range names {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// nope: supervises what runs as long as the program
func supervises(ctx context.Context, a, b string) error {
	errs := make(chan error)
	go func() { errs <- fetch(ctx, a) }()
	go func() { errs <- fetch(ctx, b) }()
	for {
		select {
		case err := <-errs:
			return err
		case <-time.After(time.Second):
		}
	}
}

func fetch(ctx context.Context, name string) error { return nil }

// nope: the first error stops the other tasks
func stopped(ctx context.Context, a, b string) error {
	var wg sync.WaitGroup
	errs := make(chan error, 2)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for _, name := range []string{a, b} {
		wg.Go(func() {
			if err := fetch(ctx, name); err != nil {
				cancel()
				errs <- err
			}
		})
	}
	wg.Wait()
	close(errs)
	return <-errs
}
