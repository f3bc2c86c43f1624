package web

import "net/http"

// A struct that holds both the request and the response is the request context
// of a framework that nobody lists.

type Base struct {
	Resp http.ResponseWriter
	Req  *http.Request
}

type Context struct {
	*Base
	User string
}

func dashboard(ctx *Context) {
	probe() // want `^request: handler web.dashboard$`
}

func adminOnly(next func(*Context)) func(*Context) {
	probe() // want `^setup: builds a handler$`
	return func(ctx *Context) {
		probe() // want `^request: handler func literal`
		next(ctx)
	}
}

// One of the two is not enough: a client holds a request too.

type call struct {
	Req   *http.Request
	Tries int
}

func send(c *call) {
	probe() // want `^unknown$`
}
