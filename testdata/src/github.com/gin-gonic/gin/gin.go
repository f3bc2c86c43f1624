// Package gin is a stub of the framework, for fixtures.
package gin

import "net/http"

type Context struct{ Request *http.Request }

func (*Context) Param(key string) string             { return "" }
func (*Context) JSON(code int, obj any)              {}
func (*Context) String(code int, f string, a ...any) {}
func (*Context) Next()                               {}

type HandlerFunc func(*Context)

type IRoutes interface {
	Use(...HandlerFunc) IRoutes
	GET(string, ...HandlerFunc) IRoutes
	POST(string, ...HandlerFunc) IRoutes
}

type RouterGroup struct{}

func (*RouterGroup) Use(...HandlerFunc) IRoutes                              { return nil }
func (*RouterGroup) GET(string, ...HandlerFunc) IRoutes                      { return nil }
func (*RouterGroup) POST(string, ...HandlerFunc) IRoutes                     { return nil }
func (*RouterGroup) Handle(string, string, ...HandlerFunc) IRoutes           { return nil }
func (*RouterGroup) Group(path string, handlers ...HandlerFunc) *RouterGroup { return nil }

type Engine struct{ RouterGroup }

func New() *Engine     { return nil }
func Default() *Engine { return nil }

func (*Engine) Run(addr ...string) error { return nil }
