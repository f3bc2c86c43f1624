package often

import (
	"encoding/json"
	"net/http"
)

// A text that is its own source.
func unwrap(w http.ResponseWriter, r *http.Request, text json.RawMessage) {
	raw := text
	for range 3 {
		var m [][]byte
		_ = json.Unmarshal(raw, &m) // want `^hot path decodes with encoding/json \(Unmarshal\) \[request`
		raw = m[0]
	}
}
