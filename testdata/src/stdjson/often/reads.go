package often

import (
	"encoding/json"
	"net/http"
)

// Those who change something and those who read share a helper, too.
func createOrder(w http.ResponseWriter, r *http.Request) { first(w) }

func find(w http.ResponseWriter, r *http.Request) { rest(w) }

func rest(w http.ResponseWriter) { first(w) }

func first(w http.ResponseWriter) {
	_ = json.NewEncoder(w).Encode(make([]order, 3)) // want `^hot path encodes with encoding/json \(Encoder.Encode\) \[request: net/http handler often.find -> `
}
