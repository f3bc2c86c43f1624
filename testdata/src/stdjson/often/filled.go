package often

import (
	"encoding/json"
	"net/http"
)

// A map that is filled with a list is as large as that.
func filled(w http.ResponseWriter, r *http.Request, list []order) {
	answer := make(map[string]any)
	answer["path"] = r.URL.Path
	answer["orders"] = list
	_ = json.NewEncoder(w).Encode(answer) // want `^hot path encodes with encoding/json \(Encoder.Encode\), also on line 20 \[request`
}

// What is put into something that it holds is not known.
func nested(w http.ResponseWriter, r *http.Request, list []order) {
	answer := map[string]map[string]any{"orders": {}}
	answer["orders"]["all"] = list
	_ = json.NewEncoder(w).Encode(answer)
}
