package web

import (
	"net/http"

	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/valyala/fasthttp"
)

func fiberShow(c *fiber.Ctx) error {
	probe() // want `^request: fiber handler web.fiberShow$`
	return nil
}

// Handler is an alias.
func fiberNew(config ...int) fiber.Handler {
	probe() // want `^setup: builds a handler$`
	return func(c *fiber.Ctx) error {
		probe() // want `^request: fiber handler func literal`
		return c.Next()
	}
}

var fiberStored fiber.Handler = func(c *fiber.Ctx) error {
	probe() // want `^request: fiber handler func literal`
	return nil
}

func fiberRoutes(app *fiber.App) {
	probe() // want `^setup: builds a router$`
	app.Get("/", fiberShow)
	app.Route("/v1", func(r fiber.Router) {
		probe() // want `^setup: builds a router$`
	})
}

// Fiber 3 takes handlers of many shapes as any.
func fiber3Routes(app *fiber3.App) {
	probe() // want `^setup: builds a router$`
	app.Get("/1", func(c fiber3.Ctx) error {
		probe() // want `^request: fiber handler func literal`
		return nil
	})
	app.Get("/2", func(c fiber3.Ctx) {
		probe() // want `^request: fiber handler func literal`
	})
	app.Get("/3", func(req fiber3.Req, res fiber3.Res) error {
		probe() // want `^request: fiber handler func literal`
		return nil
	})
	app.Get("/4", func(req fiber3.Req, res fiber3.Res) {
		probe() // want `^request: fiber handler func literal`
	})
	app.Get("/5", func(req fiber3.Req, res fiber3.Res, next func() error) error {
		probe() // want `^request: fiber handler func literal`
		return next()
	})
	app.Get("/6", func(req fiber3.Req, res fiber3.Res, next func(error)) {
		probe() // want `^request: fiber handler func literal`
		next(nil)
	})
	app.Get("/13", func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^request: net/http handler func literal`
	})
	app.Get("/16", func(ctx *fasthttp.RequestCtx) {
		probe() // want `^request: fasthttp handler func literal`
	})
	app.Get("/17", func(ctx *fasthttp.RequestCtx) error {
		probe() // want `^request: fasthttp handler func literal`
		return nil
	})
}

func fiber3Limit(next fiber3.Handler) fiber3.Handler {
	probe() // want `^setup: builds a handler$`
	return func(c fiber3.Ctx) error {
		probe() // want `^request: fiber handler func literal`
		return next(c)
	}
}

func fasthttpShow(ctx *fasthttp.RequestCtx) {
	probe() // want `^request: fasthttp handler web.fasthttpShow$`
}

func compress(h fasthttp.RequestHandler) fasthttp.RequestHandler {
	probe() // want `^setup: builds a handler$`
	return func(ctx *fasthttp.RequestCtx) {
		probe() // want `^request: fasthttp handler func literal`
		h(ctx)
	}
}
