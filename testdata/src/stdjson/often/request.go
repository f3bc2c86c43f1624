package often

import (
	"encoding/json"
	"net/http"
)

// A request of three values takes a microsecond less.
func score(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Book, Reader string
		Stars        int
	}
	_ = json.NewDecoder(r.Body).Decode(&in) // want `^hot path decodes with encoding/json \(Decoder.Decode\) \[`
	_ = in
}
