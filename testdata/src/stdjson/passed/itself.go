package passed

import (
	"encoding/json"
	"net/http"
)

// It calls itself with what its caller passes.
func writeTwice(w http.ResponseWriter, value any, again bool) {
	if again {
		writeTwice(w, value, false)
	}
	_ = json.NewEncoder(w).Encode(value) // want `^hot path encodes with encoding/json \(Encoder.Encode\) \[`
}

func twice(w http.ResponseWriter, r *http.Request, list []counted) { writeTwice(w, list, true) }
