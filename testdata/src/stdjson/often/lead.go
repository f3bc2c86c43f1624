package often

import (
	"encoding/json"
	"net/http"
)

// The codec that many callers have leads, not the first call of the file.
func header(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(r.Header)
	respond(w, r.Form)
	show(w, r.Form, r.FormValue("pretty") != "")
}

// nope: people ask for that now and then
func show(w http.ResponseWriter, v any, pretty bool) {
	if pretty {
		text, _ := json.MarshalIndent(v, "", "  ")
		w.Write(text)
	}
}

func respond(w http.ResponseWriter, v any) {
	_ = json.NewEncoder(w).Encode(v) // want `^hot path encodes with encoding/json \(Encoder.Encode\), also on lines 10, 18`
}

type result struct{ Rows []string }
