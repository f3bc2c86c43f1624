// Package route registers handlers of which the route tells whether requests come
// seldom.
package route

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"route/pages"
)

func probe() {}

func list(w http.ResponseWriter, r *http.Request)  { probe() } // want "often"
func users(w http.ResponseWriter, r *http.Request) { probe() } // want "seldom"
func both(w http.ResponseWriter, r *http.Request)  { probe() } // want "often"
func apart(w http.ResponseWriter, r *http.Request) { probe() } // want "seldom"
func show(w http.ResponseWriter, r *http.Request)  { probe() } // want "seldom"
func order(w http.ResponseWriter, r *http.Request) { probe() } // want "often"

// patterns of net/http, with and without methods
func std(adminMux *http.ServeMux) {
	http.HandleFunc("GET /books/{version}", list)
	http.HandleFunc("POST /api/admin/users", users)
	http.HandleFunc("/admin/both", both)
	http.HandleFunc("/both", both)
	adminMux.Handle("/apart", wrap(http.HandlerFunc(apart)))
	http.HandleFunc("/api/v1/status", show)
	http.HandleFunc("/orders/{id}/status", order)
	http.Handle("/debug/", &console{})
	http.Handle("/shop/", shop{})
	http.HandleFunc("/oauth/start", func(w http.ResponseWriter, r *http.Request) {
		probe() // want "seldom"
	})
}

func wrap(h http.Handler) http.Handler { return h }

type shop struct{}

func (shop) ServeHTTP(w http.ResponseWriter, r *http.Request) { probe() } // want "often"

// a handler by its type, and what only that calls
type console struct{}

func (c *console) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	probe() // want "seldom"
	c.choose(r).ServeHTTP(w, r)
	shared(r)
}

func (c *console) choose(r *http.Request) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		probe() // want "seldom"
		only(r)
	})
}

func only(r *http.Request)   { probe() } // want "seldom"
func shared(r *http.Request) { probe() } // want "often"

// what takes metrics or logs guards nothing
func withMetrics(next http.Handler) http.Handler        { return next }
func debugged(next http.HandlerFunc) http.HandlerFunc   { return next }
func chiCounted(w http.ResponseWriter, r *http.Request) { probe() } // want "often"

func adminOnly(next http.Handler) http.Handler { return next }
func logged(next http.Handler) http.Handler    { return next }

// groups, sub-routers and guards of chi, also through functions
func ofChi(r chi.Router, table map[string]int) {
	r.Get("/books", chiList)
	r.With(withMetrics).Get("/counted", debugged(chiCounted))
	r.Route("/admin", func(r chi.Router) {
		r.Get("/books", chiAdmin)
		r.Get("/made", made(table))
	})
	r.Group(func(r chi.Router) {
		r.Use(logged)
		r.Get("/shelves", chiShelves)
		r.With(adminOnly).Group(func(r chi.Router) {
			addUsers(r)
		})
	})
	r.Route("/logs", func(r chi.Router) {
		r.Use(adminOnly)
		r.Get("/", chiLogs)
	})
	r.Mount("/debug", profiles())
	r.Mount("/pages", pages.Routes())
}

func chiList(w http.ResponseWriter, r *http.Request)    { probe(); shared(r) } // want "often"
func chiAdmin(w http.ResponseWriter, r *http.Request)   { probe() }            // want "seldom"
func chiShelves(w http.ResponseWriter, r *http.Request) { probe() }            // want "often"
func chiLogs(w http.ResponseWriter, r *http.Request)    { probe() }            // want "seldom"

func made(table map[string]int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		probe() // want "seldom"
	}
}

func addUsers(r chi.Router) {
	r.Route("/user/{id}/library", func(r chi.Router) {
		r.Get("/", libraries)
	})
}

func libraries(w http.ResponseWriter, r *http.Request) { probe() } // want "seldom"

func profiles() http.Handler {
	r := chi.NewRouter()
	r.Get("/heap", heap)
	return r
}

func heap(w http.ResponseWriter, r *http.Request) { probe() } // want "seldom"

// sub-routers of gorilla/mux
func ofMux(router *mux.Router) {
	for _, v := range []string{"/v1", "/v2"} {
		router.Methods("CONNECT").Path(v + "/tunnel").HandlerFunc(tunnel)
		router.Methods("GET").Path(v+"/stats").HandlerFunc(compress(stats)).Queries("kind", "{kind}")
	}
	sub := router.PathPrefix("/management").Subrouter()
	sub.HandleFunc("/keys", keys)
	sub = router.PathPrefix("/music").Subrouter()
	sub.Handle("/keys", http.HandlerFunc(songs))
}

func compress(h http.HandlerFunc) http.HandlerFunc { return h }

func tunnel(w http.ResponseWriter, r *http.Request) { probe() } // want "often"
func stats(w http.ResponseWriter, r *http.Request)  { probe() } // want "seldom"
func keys(w http.ResponseWriter, r *http.Request)   { probe() } // want "seldom"
func songs(w http.ResponseWriter, r *http.Request)  { probe() } // want "often"

func requireAdmin() gin.HandlerFunc { return func(c *gin.Context) {} }

// groups of gin
func ofGin(e *gin.Engine) {
	e.GET("/books", ginBooks)
	staff := e.Group("/staff", requireAdmin())
	staff.GET("/all", ginStaff)
	e.Group("admin").GET("/all", ginAdmin)
	ops := e.Group("/ops")
	ops.Use(requireAdmin())
	ops.GET("/all", ginOps)
}

func ginBooks(c *gin.Context) { probe() } // want "often"
func ginStaff(c *gin.Context) { probe() } // want "seldom"
func ginAdmin(c *gin.Context) { probe() } // want "seldom"
func ginOps(c *gin.Context)   { probe() } // want "seldom"

type server struct {
	echo       *echo.Echo
	adminGroup *echo.Group
}

// groups of echo, in fields
func (s *server) routes() {
	s.adminGroup = s.echo.Group(fmt.Sprintf("%s/operators", "/v1"))
	s.adminGroup.GET("/books", s.admin)
	s.echo.GET("/books", s.books)
}

func (s *server) admin(c echo.Context) error { probe(); return nil } // want "seldom"
func (s *server) books(c echo.Context) error { probe(); return nil } // want "often"

type router struct{}

func (router) Router(path string, controller any, methods ...string) {}

type controller struct{ body []byte }

// methods that are registered by their names
func byName() {
	router{}.Router("/api/books", &controller{}, "GET:Books;POST:AddBook")
	router{}.Router("/api/admin/books", &controller{}, "*:All")
	router{}.Router("/api/none", &controller{}, "GET:None")
}

func (c *controller) Books()   { probe() } // want "request often"
func (c *controller) AddBook() { probe() } // want "request changing"
func (c *controller) All()     { probe() } // want "request seldom"
func (c *controller) Other()   { probe() } // want "unknown often"
