// Package errgroup is a stub, for fixtures.
package errgroup

type Group struct{}

func (*Group) Go(f func() error)         {}
func (*Group) TryGo(f func() error) bool { return false }
func (*Group) Wait() error               { return nil }
