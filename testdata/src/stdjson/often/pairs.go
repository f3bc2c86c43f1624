package often

import (
	"encoding/json"
	"net/http"
)

// To decode even a value or two takes a microsecond, for each of many lists.
func pairs(w http.ResponseWriter, r *http.Request, lists [][][]byte) {
	for _, texts := range lists {
		for _, text := range texts {
			var pair struct{ Name, Value string }
			_ = json.Unmarshal(text, &pair) // want `^hot path decodes with encoding/json \(Unmarshal\) \[element`
		}
	}
}
