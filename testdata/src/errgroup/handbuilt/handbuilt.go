// Package handbuilt has wait groups with what keeps the first error.
package handbuilt

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

func fetch(ctx context.Context, name string) error { return nil }

// a channel of errors
func channel(ctx context.Context, a, b string) error {
	var wg sync.WaitGroup
	errs := make(chan error, 2)
	for _, name := range []string{a, b} {
		wg.Add(1)
		go func() { // want `WaitGroup wg with error channel errs is an errgroup built by hand: after the first error the other tasks go on`
			defer wg.Done()
			if err := fetch(ctx, name); err != nil {
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

// read once
func once(ctx context.Context, a, b string) error {
	var wg sync.WaitGroup
	errs := make(chan error, 2)
	wg.Go(func() { // want `WaitGroup wg with error channel errs is an errgroup built by hand`
		errs <- fetch(ctx, a)
	})
	wg.Go(func() { errs <- fetch(ctx, b) })
	wg.Wait()
	close(errs)
	if err := <-errs; err != nil {
		return err
	}
	return nil
}

// a variable under a lock
func locked(ctx context.Context, a, b string) error {
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		first error
	)
	for _, name := range []string{a, b} {
		wg.Go(func() { // want `WaitGroup wg with error variable first is an errgroup built by hand`
			if err := fetch(ctx, name); err != nil {
				mu.Lock()
				defer mu.Unlock()
				if first == nil {
					first = err
				}
			}
		})
	}
	wg.Wait()
	return first
}

// a variable set by a Once
func setOnce(ctx context.Context, a, b string) error {
	var wg sync.WaitGroup
	var set sync.Once
	var first error
	for _, name := range []string{a, b} {
		wg.Go(func() { // want `WaitGroup wg with error variable first`
			if err := fetch(ctx, name); err != nil {
				set.Do(func() { first = err })
			}
		})
	}
	wg.Wait()
	return first
}

// nope: all errors
func all(ctx context.Context, a, b string) error {
	var wg sync.WaitGroup
	errs := make(chan error, 2)
	for _, name := range []string{a, b} {
		wg.Go(func() { errs <- fetch(ctx, name) })
	}
	wg.Wait()
	close(errs)
	var joined error
	for err := range errs {
		joined = errors.Join(joined, err)
	}
	return joined
}

// nope: all errors, under a lock
func allLocked(ctx context.Context, a, b string) error {
	var wg sync.WaitGroup
	var mu sync.Mutex
	var joined error
	for _, name := range []string{a, b} {
		wg.Go(func() {
			err := fetch(ctx, name)
			mu.Lock()
			joined = errors.Join(joined, err)
			mu.Unlock()
		})
	}
	wg.Wait()
	return joined
}

// nope: each is printed
func printed(ctx context.Context, a, b string) {
	var wg sync.WaitGroup
	errs := make(chan error, 2)
	for _, name := range []string{a, b} {
		wg.Go(func() { errs <- fetch(ctx, name) })
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		fmt.Println(err)
	}
}

// nope: one error for each task
func each(ctx context.Context, names []string) []error {
	var wg sync.WaitGroup
	errs := make([]error, len(names))
	for i := range names {
		i := i
		if i > 8 {
			break
		}
		wg.Go(func() { errs[i] = fetch(ctx, names[i]) })
	}
	wg.Wait()
	return errs
}

// nope: others have the channel
func shared(ctx context.Context, a string, report func(chan error)) error {
	var wg sync.WaitGroup
	errs := make(chan error, 1)
	wg.Go(func() { errs <- fetch(ctx, a) })
	report(errs)
	wg.Wait()
	return <-errs
}

// nope: no context to cancel, so only a notice
func plain(a, b string, do func(string) error) error {
	var wg sync.WaitGroup
	errs := make(chan error, 2)
	for _, name := range []string{a, b} {
		wg.Go(func() { errs <- do(name) })
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

// nope: set-up
func init() {
	var wg sync.WaitGroup
	errs := make(chan error, 1)
	wg.Go(func() { errs <- fetch(context.Background(), "") })
	wg.Wait()
	close(errs)
	if err := <-errs; err != nil {
		panic(err)
	}
}

// nope: the loop looks at the first error itself, and stops
func looksAtError(ctx context.Context, next func() (string, bool)) error {
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		first error
		slots = make(chan struct{}, 8)
	)
	for {
		mu.Lock()
		err := first
		mu.Unlock()
		if err != nil {
			return err
		}
		name, ok := next()
		if !ok {
			break
		}
		slots <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := fetch(ctx, name); err != nil {
				mu.Lock()
				first = err
				mu.Unlock()
			}
			<-slots
		}()
	}
	wg.Wait()
	return first
}

// nope: others get what a task finds, whatever becomes of the next one, so that
// it is only a notice
func delivers(ctx context.Context, names []string, found chan string) error {
	var wg sync.WaitGroup
	errs := make(chan error, len(names))
	for _, name := range names {
		wg.Go(func() {
			if err := fetch(ctx, name); err != nil {
				errs <- err
				return
			}
			found <- name
		})
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

type shard struct{ name string }

// nope: one of a few shards that fails tells nothing of the others, so that it is
// a notice
func shards(ctx context.Context, shards map[string]*shard) error {
	var wg sync.WaitGroup
	errs := make(chan error, len(shards))
	for _, s := range shards {
		wg.Go(func() {
			if err := fetch(ctx, s.name); err != nil {
				errs <- err
			}
		})
	}
	wg.Wait()
	close(errs)
	return <-errs
}

// nope: the same a number of times
func again(ctx context.Context, n int) error {
	var wg sync.WaitGroup
	errs := make(chan error, n)
	for range n {
		wg.Go(func() {
			if err := fetch(ctx, "again"); err != nil {
				errs <- err
			}
		})
	}
	wg.Wait()
	select {
	case err := <-errs:
		return err
	default:
		return nil
	}
}
