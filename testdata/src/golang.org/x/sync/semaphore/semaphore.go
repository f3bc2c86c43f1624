// Package semaphore is a stub, for fixtures.
package semaphore

import "context"

type Weighted struct{}

func NewWeighted(n int64) *Weighted { return new(Weighted) }

func (*Weighted) Acquire(ctx context.Context, n int64) error { return nil }
func (*Weighted) Release(n int64)                            {}
