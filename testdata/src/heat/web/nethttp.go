package web

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
)

type server struct {
	db map[string]string
}

func hello(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler web.hello$`
}

func (s *server) list(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler \(\*web.server\).list$`
	for range s.db {
		probe() // want `^element: net/http handler \(\*web.server\).list -> in the loop$`
	}
}

type box[T any] struct{ v T }

func (b *box[T]) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler \(\*web.box\).ServeHTTP$`
}

func genericHandler[T any](w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler web.genericHandler$`
}

// A handler that returns its error is adapted by a wrapper of the project.
func failing(w http.ResponseWriter, r *http.Request) error {
	probe() // want `^request: net/http handler web.failing$`
	return nil
}

// A function that takes the request works for it.
func user(r *http.Request) string {
	probe() // want `^request: web.user takes \*http.Request$`
	return r.URL.Path
}

type named func(w http.ResponseWriter, r *http.Request)

var stored = named(func(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler func literal`
})

func routes(mux *http.ServeMux, s *server) {
	probe() // want `^setup: builds a router$`
	mux.HandleFunc("/hello", hello)
	mux.HandleFunc("GET /list", s.list)
	mux.Handle("/lit", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^request: net/http handler func literal`
	}))
	for range s.db {
		probe() // want `^setup: builds a router$`
	}
}

// Middleware: the outer body runs once, the inner literal per request.
func logging(next http.Handler) http.Handler {
	probe() // want `^setup: builds a handler$`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^request: net/http handler func literal`
		next.ServeHTTP(w, r)
	})
}

func adapt(next http.HandlerFunc) http.HandlerFunc {
	probe() // want `^setup: builds a handler$`
	return func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^request: net/http handler func literal`
	}
}

func withOptions(level int) func(http.Handler) http.Handler {
	probe() // want `^setup: builds a handler$`
	return func(next http.Handler) http.Handler {
		probe() // want `^setup: builds a handler$`
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			probe() // want `^request: net/http handler func literal`
		})
	}
}

// One parameter too many: not a handler by its shape, but it takes the request.
func inner(w http.ResponseWriter, r *http.Request, id int) {
	probe() // want `^request: web.inner takes \*http.Request$`
}

// A context alone says nothing.
func byContext(ctx context.Context, id int) error {
	probe() // want `^unknown$`
	return nil
}

// Neither does a type that only looks like the one of net/http.
type Request struct{}

type ResponseWriter interface{}

func lookalike(w ResponseWriter, r *Request) {
	probe() // want `^unknown$`
}

// Once per connection.
var srv = http.Server{
	ConnContext: func(ctx context.Context, c net.Conn) context.Context {
		probe() // want `^unknown$`
		return ctx
	},
	ConnState: func(net.Conn, http.ConnState) {
		probe() // want `^unknown$`
	},
	TLSConfig: &tls.Config{
		GetConfigForClient: func(*tls.ClientHelloInfo) (*tls.Config, error) {
			probe() // want `^unknown$`
			return nil, nil
		},
	},
}

// A handler that builds a router works for the request all the same.
func perRequest(w http.ResponseWriter, r *http.Request, mux *http.ServeMux) http.Handler {
	probe() // want `^request: web.perRequest takes \*http.Request$`
	return mux
}
