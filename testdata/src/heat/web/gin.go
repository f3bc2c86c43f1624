package web

import "github.com/gin-gonic/gin"

func ginList(c *gin.Context) {
	probe() // want `^request: gin handler web.ginList$`
}

// Any function that takes the context of a request works for it.
func bind[T any](c *gin.Context, v *T) error {
	probe() // want `^request: gin handler web.bind$`
	return nil
}

func ginAuth(secret string) gin.HandlerFunc {
	probe() // want `^setup: builds a handler$`
	return func(c *gin.Context) {
		probe() // want `^request: gin handler func literal`
		c.Next()
	}
}

func ginTimeout() func(c *gin.Context) {
	probe() // want `^setup: builds a handler$`
	return func(c *gin.Context) {
		probe() // want `^request: gin handler func literal`
	}
}

func ginRoutes(r *gin.Engine) {
	probe() // want `^setup: builds a router$`
	api := r.Group("/api", ginAuth("x"))
	api.GET("/list", ginList)
	api.GET("/lit", func(c *gin.Context) {
		probe() // want `^request: gin handler func literal`
	})
	api.GET("/healthz", func(c *gin.Context) {
		probe() // want `^setup: `
	})
}

func ginGroup(g *gin.RouterGroup) {
	probe() // want `^setup: builds a router$`
}

func ginRouter(r gin.IRoutes) {
	probe() // want `^setup: builds a router$`
}

// The value, not the pointer that a request comes with.
func byValue(c gin.Context) {
	probe() // want `^unknown$`
}
