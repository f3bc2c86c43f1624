package passed

import (
	"encoding/json"
	"net/http"
)

// WriteAny has callers in other packages.
func WriteAny(w http.ResponseWriter, value any) {
	_ = json.NewEncoder(w).Encode(value) // want `^hot path encodes with encoding/json \(Encoder.Encode\) \[`
}

func one(w http.ResponseWriter, r *http.Request) { WriteAny(w, 1) }
