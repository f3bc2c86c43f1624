package web

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
	hertz "github.com/cloudwego/hertz/pkg/app/server"
)

func hertzPing(ctx context.Context, c *app.RequestContext) {
	probe() // want `^request: hertz handler web.hertzPing$`
}

func hertzAuth() app.HandlerFunc {
	probe() // want `^setup: builds a handler$`
	return func(ctx context.Context, c *app.RequestContext) {
		probe() // want `^request: hertz handler func literal`
	}
}

func hertzRoutes(h *hertz.Hertz) {
	probe() // want `^setup: builds a router$`
	h.GET("/ping", hertzPing)
}
