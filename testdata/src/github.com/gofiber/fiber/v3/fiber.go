// Package fiber is a stub of the framework, for fixtures.
package fiber

type Req interface{ IP() string }

type Res interface{ SendString(body string) error }

type Ctx interface {
	Req() Req
	Res() Res
	Next() error
	SendString(body string) error
}

type Handler = func(Ctx) error

type Router interface {
	Use(args ...any) Router
	Get(path string, handler any, handlers ...any) Router
	Group(prefix string, handlers ...any) Router
}

type App struct{}

func New() *App { return nil }

func (*App) Use(args ...any) Router                               { return nil }
func (*App) Get(path string, handler any, handlers ...any) Router { return nil }
func (*App) Group(prefix string, handlers ...any) Router          { return nil }
