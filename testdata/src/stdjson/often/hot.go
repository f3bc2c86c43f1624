package often

import (
	"encoding/json"
	"net/http"
)

// Who says that a form is hot knows better.
//
//zenith:hot
func vote(w http.ResponseWriter, r *http.Request) {
	var in rating
	_ = json.NewDecoder(r.Body).Decode(&in) // want `^hot path decodes with encoding/json \(Decoder.Decode\) \[`
}
