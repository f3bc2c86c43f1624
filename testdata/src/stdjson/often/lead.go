package often

import (
	"encoding/json"
	"net/http"
)

// The first hot call of the file leads, not the codec that many callers have.
func header(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(r.Header) // want `^hot path encodes with encoding/json \(Encoder.Encode\), also on lines 18, 24`
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
	_ = json.NewEncoder(w).Encode(v)
}

type result struct{ Rows []string }
