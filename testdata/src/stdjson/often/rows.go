package often

import (
	"encoding/json"
	"net/http"
)

// Rows that a request reads, of two values,
func pairRows(w http.ResponseWriter, r *http.Request, texts [][]byte) {
	for _, text := range texts {
		var pair struct{ Name, Value string }
		_ = json.Unmarshal(text, &pair)
	}
}

// and of more.
func billRows(w http.ResponseWriter, r *http.Request, texts [][]byte) (all []order) {
	for _, text := range texts {
		var in order
		_ = json.Unmarshal(text, &in) // want `^hot path decodes with encoding/json \(Unmarshal\), also on line 12 \[`
		all = append(all, in)
	}
	return all
}
