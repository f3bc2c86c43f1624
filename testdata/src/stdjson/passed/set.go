package passed

import (
	"encoding/json"
	"net/http"
)

// What it gets is not what it writes.
func writeMore(w http.ResponseWriter, value any, list []counted) {
	value = list
	_ = json.NewEncoder(w).Encode(value) // want `^hot path encodes with encoding/json \(Encoder.Encode\) \[`
}

func more(w http.ResponseWriter, r *http.Request, list []counted) { writeMore(w, 1, list) }
