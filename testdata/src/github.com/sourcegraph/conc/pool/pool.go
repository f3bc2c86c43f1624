// Package pool is a stub of the pool, for fixtures.
package pool

type Pool struct{}

func New() *Pool { return nil }

func (p *Pool) WithMaxGoroutines(n int) *Pool { return p }
func (*Pool) Go(f func())                     {}
func (*Pool) Wait()                           {}
