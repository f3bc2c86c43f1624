package route

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
)

func shelf(w http.ResponseWriter, r *http.Request)    { probe() }           // want "often"
func put(w http.ResponseWriter, r *http.Request)      { probe(); store(r) } // want "changing"
func gone(w http.ResponseWriter, r *http.Request)     { probe(); store(r) } // want "changing"
func fresh(w http.ResponseWriter, r *http.Request)    { probe() }           // want "changing"
func ask(w http.ResponseWriter, r *http.Request)      { probe() }           // want "often"
func either(w http.ResponseWriter, r *http.Request)   { probe() }           // want "often"
func anything(w http.ResponseWriter, r *http.Request) { probe() }           // want "often"

// what only they call
func store(r *http.Request) { probe() } // want "changing"

// methods in the patterns of net/http
func stdMethods() {
	http.HandleFunc("GET /shelves", shelf)
	http.HandleFunc("PUT /shelves/{id}", put)
	http.HandleFunc("DELETE /shelves/{id}", gone)
	http.HandleFunc("POST /shelves", fresh)
	http.HandleFunc("POST /offers", ask) // nothing tells that it changes any
	http.HandleFunc("PUT /either", either)
	http.HandleFunc("GET /either", either)
	http.HandleFunc("/anything", anything)
}

// POST goes with what GET reads at the same place of the same router
func chiMethods(r chi.Router) {
	r.Get("/", chiAll)
	r.Post("/", chiNew)
	r.Route("/{id}", func(r chi.Router) {
		r.With(logged).Put("/", chiPut)
		r.Post("/", chiLoan) // of another router
	})
	r.Get("/graphql", chiPlay)
	r.Post("/graphql", chiQuery) // a page for people, and what it sends
}

func chiAll(w http.ResponseWriter, r *http.Request)   { probe() } // want "often"
func chiNew(w http.ResponseWriter, r *http.Request)   { probe() } // want "changing"
func chiPut(w http.ResponseWriter, r *http.Request)   { probe() } // want "changing"
func chiLoan(w http.ResponseWriter, r *http.Request)  { probe() } // want "often"
func chiPlay(w http.ResponseWriter, r *http.Request)  { probe() } // want "often"
func chiQuery(w http.ResponseWriter, r *http.Request) { probe() } // want "often"

// the methods come after the handler, or before
func muxMethods(r *mux.Router) {
	r.HandleFunc("/shelves", muxAll).Methods("GET")
	r.HandleFunc("/shelves", muxNew).Name("new").Methods(http.MethodPost)
	r.HandleFunc("/loans", muxLoan).Methods("GET", "POST")
	r.Methods("PATCH").Subrouter().HandleFunc("/shelves/{id}", muxPatch)
}

func muxAll(w http.ResponseWriter, r *http.Request)   { probe() } // want "often"
func muxNew(w http.ResponseWriter, r *http.Request)   { probe() } // want "changing"
func muxLoan(w http.ResponseWriter, r *http.Request)  { probe() } // want "often"
func muxPatch(w http.ResponseWriter, r *http.Request) { probe() } // want "changing"

// frameworks with handlers of their own
func ginMethods(e *gin.Engine, x *echo.Echo) {
	g := e.Group("/shelves")
	g.GET("", ginAll)
	g.POST("", ginNew)
	g.Handle("PUT", "/:id", ginPut)
	x.Add("DELETE", "/shelves/:id", func(c echo.Context) error {
		probe() // want "changing"
		return nil
	})
}

func ginAll(c *gin.Context) { probe() } // want "often"
func ginNew(c *gin.Context) { probe() } // want "changing"
func ginPut(c *gin.Context) { probe() } // want "changing"
