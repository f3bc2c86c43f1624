// Package shared has a function for many callers. A chain shows one of them,
// whose name does not decide.
package shared

import (
	"encoding/json"
	"net/http"
)

func dumpState(w http.ResponseWriter, r *http.Request) {
	send(w, r.Header)
}

func send(w http.ResponseWriter, v any) {
	_ = json.NewEncoder(w).Encode(v) // want `^hot path encodes with encoding/json \(Encoder.Encode\) \[request: net/http handler shared.dumpState -> calls shared.send\]`
}

// nope: too far from the handler to be the codec of all
func dumpParts(w http.ResponseWriter, r *http.Request) { first(w, r.Header) }

func first(w http.ResponseWriter, v any) { second(w, v) }

func second(w http.ResponseWriter, v any) { third(w, v) }

func third(w http.ResponseWriter, v any) {
	text, _ := json.Marshal(v)
	w.Write(text)
}
