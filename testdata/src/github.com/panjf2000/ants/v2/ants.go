// Package ants is a stub of the pool, for fixtures.
package ants

type Pool struct{}

func NewPool(size int) (*Pool, error)  { return nil, nil }
func (*Pool) Submit(task func()) error { return nil }
func (*Pool) Release()                 {}
func Submit(task func()) error         { return nil }

type PoolWithFunc struct{}

func NewPoolWithFunc(size int, f func(any)) (*PoolWithFunc, error) { return nil, nil }
func (*PoolWithFunc) Invoke(arg any) error                         { return nil }
