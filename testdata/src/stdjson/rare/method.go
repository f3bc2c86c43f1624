package rare

import (
	"encoding/json"
	"net/http"
)

// Readers are mostly read: what is done for a method that changes them is rare.
func readers(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodPost:
		var in rating
		_ = json.NewDecoder(r.Body).Decode(&in) // nope: the same handler answers GET
		_ = in
	case http.MethodGet:
		http.NotFound(w, r)
	}
}

func reader(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPut {
		storeReader(w, r)
	}
}

func storeReader(w http.ResponseWriter, r *http.Request) {
	var in rating
	_ = json.NewDecoder(r.Body).Decode(&in) // nope: of a PUT
	_ = in
}
