// Package often has what looks like administration, and is not.
package often

import (
	"encoding/json"
	"net/http"
)

type config struct {
	limit int
	store store
}

type store struct{}

func (store) Save(order) error { return nil }

type order struct{ Items []string }

type server struct{ config config }

// What is behind a field of the configuration is no configuration.
func (s *server) place(w http.ResponseWriter, r *http.Request) {
	var in order
	_ = json.NewDecoder(r.Body).Decode(&in) // want "hot path decodes with encoding/json"
	_ = s.config.store.Save(in)
}

// Administration and users share a helper: the users make it hot.
func adminOrders(w http.ResponseWriter, r *http.Request) { write(w, nil) }

func orders(w http.ResponseWriter, r *http.Request) { list(w) }

func list(w http.ResponseWriter) { write(w, make([]order, 10)) }

func write(w http.ResponseWriter, list []order) {
	_ = json.NewEncoder(w).Encode(list)
}
