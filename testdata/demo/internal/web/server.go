// Package web serves the shop over HTTP.
package web

import (
	"log/slog"
	"net/http"

	"example.com/demo/internal/catalog"
	"example.com/demo/internal/shelf"
	"example.com/demo/internal/worker"
)

// Server answers the requests of the shop's customers and publishers.
type Server struct {
	Site       string // public address, for links
	Books      catalog.Service
	Shelves    *shelf.Rules
	Deliveries *worker.Worker
	Watchers   *worker.Watchers
	Log        *slog.Logger
}

// Handler returns the routes of the shop behind its middleware.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /books", s.listBooks)
	mux.HandleFunc("POST /books", s.addBook)
	mux.HandleFunc("GET /books/{slug}", s.getBook)
	mux.HandleFunc("GET /books/{slug}/history", s.bookHistory)
	mux.HandleFunc("POST /books/{slug}/watchers", s.watchBook)
	mux.HandleFunc("POST /deliveries", s.receive)
	mux.HandleFunc("GET /export/books.csv", s.exportCSV)
	mux.HandleFunc("GET /feed.xml", s.newsFeed)
	return chain(mux, requestID, s.logged, redirected)
}

// chain puts h behind the middleware, the first one outermost.
func chain(h http.Handler, middleware ...func(http.Handler) http.Handler) http.Handler {
	for i := len(middleware) - 1; i >= 0; i-- {
		h = middleware[i](h)
	}
	return h
}
