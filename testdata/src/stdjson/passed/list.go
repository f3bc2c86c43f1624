// Package passed has codecs whose values their callers tell.
package passed

import (
	"encoding/json"
	"net/http"
)

type counted struct{ Books int }

// One of its callers passes a list.
func writeValue(w http.ResponseWriter, value any) {
	_ = json.NewEncoder(w).Encode(value) // want `^hot path encodes with encoding/json \(Encoder.Encode\) \[`
}

func count(w http.ResponseWriter, r *http.Request) { writeValue(w, counted{}) }

func all(w http.ResponseWriter, r *http.Request, list []counted) {
	writeValue(w, counted{len(list)})
	writeValue(w, list)
}
