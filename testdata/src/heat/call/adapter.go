package call

import (
	"context"
	"net/http"
)

// Functions that handlers call on behalf of the project's own adapters.

type app struct{ rows []string }

func (a *app) routes(mux *http.ServeMux) {
	mux.HandleFunc("/list", wrap(a.list))
	mux.HandleFunc("/lit", wrap(func(ctx context.Context, id string) error {
		probe() // want `^request: net/http handler func literal in call.wrap -> calls func literal in `
		return nil
	}))
	mux.Handle("/show", appHandler(a.show))
	handle(mux, "/edit", a.edit)
	mux.Handle("/field", &endpoint{name: "field", serve: a.field})
	for _, route := range []struct {
		path  string
		serve func(context.Context) error
	}{
		{"/table", a.table},
	} {
		mux.HandleFunc(route.path, func(w http.ResponseWriter, r *http.Request) {
			route.serve(r.Context())
		})
	}
}

// The parameter is called by a literal that is an entry point itself.
func wrap(f func(ctx context.Context, id string) error) http.HandlerFunc {
	probe() // want `^setup: builds a handler$`
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(r.Context(), r.URL.Path); err != nil {
			http.Error(w, err.Error(), 500)
		}
	}
}

func (a *app) list(ctx context.Context, id string) error {
	probe() // want `^request: net/http handler func literal in call.wrap -> calls \(\*call.app\).list$`
	return nil
}

// A function type with a method that calls the function.
type appHandler func(ctx context.Context) error

func (f appHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f(r.Context())
}

func handle(mux *http.ServeMux, path string, h appHandler) { mux.Handle(path, h) }

func (a *app) show(ctx context.Context) error {
	probe() // want `^request: net/http handler call.appHandler.ServeHTTP -> calls \(\*call.app\).show$`
	return nil
}

func (a *app) edit(ctx context.Context) error {
	probe() // want `^request: net/http handler call.appHandler.ServeHTTP -> calls \(\*call.app\).edit$`
	return nil
}

// A struct with the function in a field.
type endpoint struct {
	name  string
	serve func(context.Context) error
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	e.serve(r.Context())
}

func (a *app) field(ctx context.Context) error {
	probe() // want `^request: net/http handler \(\*call.endpoint\).ServeHTTP -> calls \(\*call.app\).field$`
	return nil
}

// A table of anonymous structs.
func (a *app) table(ctx context.Context) error {
	probe() // want `^request: net/http handler func literal in .* -> calls \(\*call.app\).table$`
	return nil
}

// A literal that is sent to a worker runs on behalf of the sender.

func enqueue(w http.ResponseWriter, r *http.Request, queue chan<- func()) {
	queue <- func() {
		probe() // want `^request: call.enqueue takes \*http.Request -> calls func literal`
	}
}

func enqueueStart(queue chan<- func()) {
	queue <- func() {
		probe() // want `^unknown$`
	}
}
