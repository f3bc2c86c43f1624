package web

import (
	"net/http"

	"github.com/gorilla/mux"
)

func gorillaRoutes(r *mux.Router) {
	probe() // want `^setup: builds a router$`
	r.HandleFunc("/{id}", func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^request: net/http handler func literal`
	})
	r.Use(mux.MiddlewareFunc(func(next http.Handler) http.Handler {
		probe() // want `^setup: builds a handler$`
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			probe() // want `^request: net/http handler func literal`
		})
	}))
}

func gorillaMiddleware(max int) mux.MiddlewareFunc {
	probe() // want `^setup: builds a handler$`
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			probe() // want `^request: net/http handler func literal`
		})
	}
}
