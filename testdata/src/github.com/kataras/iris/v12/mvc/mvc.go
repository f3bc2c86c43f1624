// Package mvc is a stub of the framework, for fixtures.
package mvc

import "github.com/kataras/iris/v12/core/router"

type Application struct{}

type Option interface{ apply() }

func New(party router.Party) *Application { return nil }

func (*Application) Handle(controller any, options ...Option) *Application { return nil }
