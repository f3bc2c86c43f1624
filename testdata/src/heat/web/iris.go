package web

import (
	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/mvc"
)

// Context is an alias of a pointer.
func irisShow(ctx iris.Context) {
	probe() // want `^request: iris handler web.irisShow$`
}

func irisRoutes(app *iris.Application) {
	probe() // want `^setup: builds a router$`
	app.Get("/", irisShow)
	app.PartyFunc("/users", func(p iris.Party) {
		probe() // want `^setup: builds a router$`
		mvc.New(p).Handle(new(userController))
	})
}

type userController struct{}

func (c *userController) GetBy(id int) string {
	probe() // want `^request: iris controller \(\*web.userController\).GetBy$`
	return ""
}

func (c *userController) Post() {
	probe() // want `^request: iris controller \(\*web.userController\).Post$`
}

// Not a method that serves: its first word is none of HTTP.
func (c *userController) BeforeActivation() {
	probe() // want `^unknown$`
}

func (c *userController) Allow() bool {
	probe() // want `^unknown$`
	return true
}

// Never handed to an mvc application.
type loneController struct{}

func (c *loneController) Get() string {
	probe() // want `^unknown$`
	return ""
}
