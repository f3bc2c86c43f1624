package often

import (
	"encoding/json"
	"net/http"
)

// What grows in a loop, or elsewhere, has any number of values.
func inLoop(w http.ResponseWriter, r *http.Request) {
	res := &result{}
	for name := range r.Header {
		res.Rows = append(res.Rows, name)
	}
	_ = json.NewEncoder(w).Encode(res) // want `^hot path encodes with encoding/json \(Encoder.Encode\), also on lines 22, 30, 33`
}

func fromLoop(w http.ResponseWriter, r *http.Request) {
	rows := make([]string, 0)
	for name := range r.Header {
		rows = append(rows, name)
	}
	_ = json.NewEncoder(w).Encode(&result{Rows: rows})
}

func elsewhere(w http.ResponseWriter, r *http.Request) {
	res := &result{Rows: []string{"name"}}
	fill(res)
	rows := make([]string, 0)
	rows = append(rows, r.Header["Accept"]...)
	_ = json.NewEncoder(w).Encode(rows)
	self := []any{}
	self = append(self, self)
	_ = json.NewEncoder(w).Encode(res)
}

func fill(*result) {}
