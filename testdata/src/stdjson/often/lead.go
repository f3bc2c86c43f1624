package often

import (
	"encoding/json"
	"net/http"
)

// The codec that many callers have leads, not the first call of the file.
func header(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(r.Header)
	respond(w, r.Form)
}

func respond(w http.ResponseWriter, v any) {
	_ = json.NewEncoder(w).Encode(v) // want `^hot path encodes with encoding/json \(Encoder.Encode\), also on line 10`
}

type result struct{ Rows []string }
