// Package server is a stub of the framework, for fixtures.
package server

import "github.com/cloudwego/hertz/pkg/app"

type Hertz struct{}

func Default() *Hertz { return nil }

func (*Hertz) GET(path string, handlers ...app.HandlerFunc) {}
func (*Hertz) Use(middleware ...app.HandlerFunc)            {}
