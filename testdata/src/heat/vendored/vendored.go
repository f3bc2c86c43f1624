// Package vendored imports frameworks from a vendor folder.
package vendored

import "github.com/gin-gonic/gin"

func probe() {}

func list(c *gin.Context) {
	probe() // want `^request: gin handler vendored.list$`
}

func auth() gin.HandlerFunc {
	probe() // want `^setup: builds a handler$`
	return func(c *gin.Context) {
		probe() // want `^request: gin handler func literal`
	}
}
