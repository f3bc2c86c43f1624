package web

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func chiRoutes(s *server) http.Handler {
	probe() // want `^setup: builds a handler$`
	r := chi.NewRouter()
	r.Use(logging)
	r.Use(func(next http.Handler) http.Handler {
		probe() // want `^setup: builds a handler$`
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			probe() // want `^request: net/http handler func literal`
		})
	})
	r.Route("/users", func(r chi.Router) {
		probe() // want `^setup: builds a router$`
		r.Get("/{id}", s.list)
		r.Post("/", func(w http.ResponseWriter, r *http.Request) {
			probe() // want `^request: net/http handler func literal`
		})
	})
	r.Group(func(r chi.Router) {
		probe() // want `^setup: builds a router$`
	})
	return r
}

func (s *server) mount(r chi.Router) {
	probe() // want `^setup: builds a router$`
}
