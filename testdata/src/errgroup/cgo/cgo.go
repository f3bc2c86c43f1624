// Package cgo has a file that cgo rewrites before it is analysed.
package cgo

/*
static int twice(int n) { return 2 * n; }
*/
import "C"

import (
	"context"
	"os"
	"sync"
)

func list(ctx context.Context) ([]string, error) { return nil, ctx.Err() }

// what it starts is found as in other files
func removeAll(ctx context.Context) {
	names, _ := list(ctx)
	for _, name := range names {
		go os.Remove(name) // want `a goroutine starts for each element of names`
	}
}

// nope: C code that computes
func twice(ctx context.Context) {
	names, _ := list(ctx)
	for range names {
		go func() {
			for i := range 8 {
				C.twice(C.int(i))
			}
		}()
	}
}

// no fix: its edits would be for the rewritten file
func both(ctx context.Context, a, b string) error {
	var wg sync.WaitGroup
	errs := make(chan error, 2)
	for _, name := range []string{a, b} {
		wg.Add(1)
		go func() { // want `WaitGroup wg with error channel errs is an errgroup built by hand`
			defer wg.Done()
			if err := remove(ctx, name); err != nil {
				errs <- err
			}
		}()
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func remove(ctx context.Context, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return os.Remove(name)
}
