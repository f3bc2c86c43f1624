package often

import (
	"encoding/json"
	"net/http"
)

// An object of eight values takes a microsecond less.
func scored(w http.ResponseWriter, r *http.Request, last *struct {
	Book, Author, Publisher, Place string
	Year, Pages, Number, Stars     int
}) {
	_ = json.NewEncoder(w).Encode(last) // want `^hot path encodes with encoding/json \(Encoder.Encode\), also on line 18 \[`
}

// As does one of fewer that has labels.
func labelled(w http.ResponseWriter, r *http.Request, last struct{ Labels map[string]string }) {
	_ = json.NewEncoder(w).Encode(last)
}
