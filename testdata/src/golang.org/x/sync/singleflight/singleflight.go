// Package singleflight is a stub, for fixtures.
package singleflight

type Group struct{}

func (*Group) Do(key string, fn func() (any, error)) (any, error, bool) { return nil, nil, false }
