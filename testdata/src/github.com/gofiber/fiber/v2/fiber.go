// Package fiber is a stub of the framework, for fixtures.
package fiber

type Ctx struct{}

func (*Ctx) Params(key string, def ...string) string { return "" }
func (*Ctx) Body() []byte                            { return nil }
func (*Ctx) SendString(body string) error            { return nil }
func (*Ctx) Next() error                             { return nil }

type Handler = func(*Ctx) error

type Router interface {
	Use(args ...any) Router
	Get(path string, handlers ...Handler) Router
	Group(prefix string, handlers ...Handler) Router
	Route(prefix string, fn func(router Router), name ...string) Router
}

type App struct{}

func New() *App { return nil }

func (*App) Use(args ...any) Router                                             { return nil }
func (*App) Get(path string, handlers ...Handler) Router                        { return nil }
func (*App) Group(prefix string, handlers ...Handler) Router                    { return nil }
func (*App) Route(prefix string, fn func(router Router), name ...string) Router { return nil }
