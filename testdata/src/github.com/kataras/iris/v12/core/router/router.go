// Package router is a stub of the framework, for fixtures.
package router

import "github.com/kataras/iris/v12/context"

type Route struct{}

type Party interface {
	Get(path string, handlers ...context.Handler) *Route
	PartyFunc(path string, fn func(p Party)) Party
}

type APIBuilder struct{}

func (*APIBuilder) Get(path string, handlers ...context.Handler) *Route { return nil }
func (*APIBuilder) PartyFunc(path string, fn func(p Party)) Party       { return nil }
