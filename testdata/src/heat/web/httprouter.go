package web

import (
	"net/http"

	"github.com/julienschmidt/httprouter"
)

func show(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	probe() // want `^request: httprouter handler web.show$`
}

func httprouterAuth(h httprouter.Handle) httprouter.Handle {
	probe() // want `^setup: builds a handler$`
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		probe() // want `^request: httprouter handler func literal`
		h(w, r, ps)
	}
}

func httprouterRoutes(r *httprouter.Router) {
	probe() // want `^setup: builds a router$`
	r.GET("/:id", show)
}
