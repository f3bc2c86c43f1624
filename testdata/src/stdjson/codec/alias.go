package codec

import (
	j "encoding/json"
	"net/http"
)

func aliased(w http.ResponseWriter, r *http.Request, books []book) {
	_ = j.NewEncoder(w).Encode(books) // want `^hot path encodes with encoding/json \(Encoder.Encode\) \[`
}
