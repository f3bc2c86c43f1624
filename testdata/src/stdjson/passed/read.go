package passed

import (
	"encoding/json"
	"net/http"
)

// What is decoded has a list.
func readAny(r *http.Request, into any) error {
	return json.NewDecoder(r.Body).Decode(&into) // want `^hot path decodes with encoding/json \(Decoder.Decode\) \[`
}

func ordering(w http.ResponseWriter, r *http.Request) {
	var in struct{ Titles []string }
	_ = readAny(r, &in)
}
