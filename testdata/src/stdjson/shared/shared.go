// Package shared has functions for many callers. A chain shows one of them, if
// there is one, of those that are called often.
package shared

import (
	"encoding/json"
	"net/http"
)

func dumpState(w http.ResponseWriter, r *http.Request) {
	send(w, r.Header)
}

func send(w http.ResponseWriter, v any) {
	_ = json.NewEncoder(w).Encode(v) // want `^hot path encodes with encoding/json \(Encoder.Encode\), also on line 31 \[request: net/http handler shared.list -> calls shared.page -> calls shared.send\]`
}

func list(w http.ResponseWriter, r *http.Request) { page(w, r.Header) }

func page(w http.ResponseWriter, v any) { send(w, v) }

// Nothing else calls this, which would be a notice alone: but another codec for the
// file is one for it, too.
func dumpParts(w http.ResponseWriter, r *http.Request) { first(w, r.Header) }

func first(w http.ResponseWriter, v any) { second(w, v) }

func second(w http.ResponseWriter, v any) { third(w, v) }

func third(w http.ResponseWriter, v any) {
	text, _ := json.Marshal(v)
	w.Write(text)
}
