package web

import (
	"github.com/labstack/echo/v4"
	echo5 "github.com/labstack/echo/v5"
)

func echoShow(c echo.Context) error {
	probe() // want `^request: echo handler web.echoShow$`
	return nil
}

func echoAuth(next echo.HandlerFunc) echo.HandlerFunc {
	probe() // want `^setup: builds a handler$`
	return func(c echo.Context) error {
		probe() // want `^request: echo handler func literal`
		return next(c)
	}
}

func echoWith(skip bool) echo.MiddlewareFunc {
	probe() // want `^setup: builds a handler$`
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		probe() // want `^setup: builds a handler$`
		return func(c echo.Context) error {
			probe() // want `^request: echo handler func literal`
			return next(c)
		}
	}
}

func echoRoutes(e *echo.Echo, g *echo.Group) {
	probe() // want `^setup: builds a router$`
	e.GET("/", echoShow, echoAuth)
}

func echo5Show(c *echo5.Context) error {
	probe() // want `^request: echo handler web.echo5Show$`
	return nil
}

func echo5Auth(next echo5.HandlerFunc) echo5.HandlerFunc {
	probe() // want `^setup: builds a handler$`
	return func(c *echo5.Context) error {
		probe() // want `^request: echo handler func literal`
		return next(c)
	}
}

func echo5Routes(e *echo5.Echo) {
	probe() // want `^setup: builds a router$`
	e.GET("/", echo5Show)
}
