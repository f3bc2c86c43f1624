// Package errgroup measures what the rule of that name claims: each benchmark
// has the reported form as "before" and the suggested one as "after".
package errgroup

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"golang.org/x/sync/errgroup"
)

const limit = 64

// compute is a task that never waits: a goroutine ends before many others
// exist.
func compute(i int) int {
	for range 50 {
		i = i*31 + 7
	}
	return i
}

// await is a task that waits, as for a network, with a deep stack.
func await(i int) int {
	time.Sleep(20 * time.Millisecond)
	return compute(deep(i, 24))
}

//go:noinline
func deep(i, n int) int {
	var frame [128]byte
	frame[i&127] = byte(n)
	if n == 0 {
		return i
	}
	return deep(i, n-1) + int(frame[(i+1)&127])
}

//go:noinline
func unlimited(n int, task func(int) int) []int {
	out := make([]int, n)
	var wg sync.WaitGroup
	for i := range out {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = task(i)
		}()
	}
	wg.Wait()
	return out
}

//go:noinline
func limited(n int, task func(int) int) []int {
	out := make([]int, n)
	var g errgroup.Group
	g.SetLimit(limit)
	for i := range out {
		g.Go(func() error {
			out[i] = task(i)
			return nil
		})
	}
	_ = g.Wait()
	return out
}

// acquiredInside starts all goroutines, which then wait for their turn.
//
//go:noinline
func acquiredInside(n int, task func(int) int) []int {
	out := make([]int, n)
	places := make(chan struct{}, limit)
	var wg sync.WaitGroup
	for i := range out {
		wg.Add(1)
		go func() {
			defer wg.Done()
			places <- struct{}{}
			defer func() { <-places }()
			out[i] = task(i)
		}()
	}
	wg.Wait()
	return out
}

//go:noinline
func acquiredBefore(n int, task func(int) int) []int {
	out := make([]int, n)
	places := make(chan struct{}, limit)
	var wg sync.WaitGroup
	for i := range out {
		wg.Add(1)
		places <- struct{}{}
		go func() {
			defer wg.Done()
			defer func() { <-places }()
			out[i] = task(i)
		}()
	}
	wg.Wait()
	return out
}

var errFailed = errors.New("failed")

// fails is a task of which the first fails and the others take their time.
func fails(ctx context.Context, i int) error {
	if i == 0 {
		return errFailed
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(2 * time.Millisecond):
		return nil
	}
}

//go:noinline
func byHand(ctx context.Context, n int, task func(context.Context, int) error) error {
	var wg sync.WaitGroup
	errs := make(chan error, n)
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := task(ctx, i); err != nil {
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

//go:noinline
func byGroup(ctx context.Context, n int, task func(context.Context, int) error) error {
	g, ctx := errgroup.WithContext(ctx)
	for i := range n {
		g.Go(func() error { return task(ctx, i) })
	}
	return g.Wait()
}

func succeeds(_ context.Context, i int) error {
	if compute(i) == 0 {
		return errFailed
	}
	return nil
}

// TestSame checks that both forms of each pair give the same result.
func TestSame(t *testing.T) {
	want := unlimited(300, compute)
	for _, run := range []func(int, func(int) int) []int{limited, acquiredInside, acquiredBefore} {
		assert.Equal(t, want, run(300, compute))
	}
	assert.Equal(t, unlimited(100, await), limited(100, await))
	for _, task := range []func(context.Context, int) error{fails, succeeds} {
		assert.Equal(t, byHand(t.Context(), 10, task), byGroup(t.Context(), 10, task))
	}
}

// With a limit, 10,000 tasks that wait take 3 seconds: more would only take
// longer.
var (
	waiting   = []int{16, 1000, 10_000}
	computing = []int{16, 1000, 10_000, 100_000}
)

// fan-out over n elements, tasks that wait
func BenchmarkWaiting(b *testing.B) { pair(b, waiting, await, unlimited, limited) }

// fan-out over n elements, tasks that compute
func BenchmarkComputing(b *testing.B) { pair(b, computing, compute, unlimited, limited) }

// a semaphore acquired inside the goroutine, or before it
func BenchmarkSemaphore(b *testing.B) { pair(b, waiting, await, acquiredInside, acquiredBefore) }

// a group whose first task fails, the others take 2 ms
func BenchmarkFirstError(b *testing.B) {
	groups(b, fails)
}

// a group whose tasks all succeed
func BenchmarkNoError(b *testing.B) {
	groups(b, succeeds)
}

func pair(b *testing.B, sizes []int, task func(int) int, before, after func(int, func(int) int) []int) {
	for _, n := range sizes {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			b.Run("before", func(b *testing.B) { fanOut(b, n, task, before) })
			b.Run("after", func(b *testing.B) { fanOut(b, n, task, after) })
		})
	}
}

// fanOut measures a fan-out: its time, the goroutines and the stacks that exist
// when it has started its last task.
func fanOut(b *testing.B, n int, task func(int) int, run func(int, func(int) int) []int) {
	b.ReportAllocs()
	var goroutines, stacks uint64
	var m runtime.MemStats
	measured := func(i int) int {
		if i == n-1 {
			runtime.ReadMemStats(&m)
			goroutines = max(goroutines, uint64(runtime.NumGoroutine()))
			stacks = max(stacks, m.StackInuse)
		}
		return task(i)
	}
	for b.Loop() {
		run(n, measured)
	}
	b.ReportMetric(float64(goroutines), "goroutines")
	b.ReportMetric(float64(stacks)/1024, "stack-KB")
}

func groups(b *testing.B, task func(context.Context, int) error) {
	measure := func(run func(context.Context, int, func(context.Context, int) error) error) func(*testing.B) {
		return func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = run(b.Context(), 10, task)
			}
		}
	}
	b.Run("before", measure(byHand))
	b.Run("after", measure(byGroup))
}
