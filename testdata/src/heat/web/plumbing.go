package web

import "net/http"

// Handlers for operators: called every few seconds, not per user.

func healthz(w http.ResponseWriter, r *http.Request) {
	probe() // want `^unknown$`
}

func (s *server) debugVars(w http.ResponseWriter, r *http.Request) {
	probe() // want `^unknown$`
}

func (s *server) metrics(w http.ResponseWriter, r *http.Request) {
	probe() // want `^unknown$`
}

func plumbing(mux *http.ServeMux) {
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^setup: `
	})
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^setup: `
	})
	mux.Handle("/debug/state", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^setup: `
	}))
	// A path that only contains such a word as part of another is served to users.
	mux.HandleFunc("/metricsystem", func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^request: net/http handler func literal`
	})
}
