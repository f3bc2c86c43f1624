package often

import (
	"encoding/json"
	"net/http"
)

// An error is none.
func fetched(w http.ResponseWriter, r *http.Request, fetch func() ([]byte, error)) {
	if text, err := fetch(); err == nil {
		var list []order
		_ = json.Unmarshal(text, &list) // want `^hot path decodes with encoding/json \(Unmarshal\) \[`
		write(w, list)
	}
}
