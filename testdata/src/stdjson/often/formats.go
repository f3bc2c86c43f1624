package often

import (
	"encoding/json"
	"net/http"
)

// The format of a response is a condition of another kind.
func formats(w http.ResponseWriter, r *http.Request, list []order) {
	switch r.FormValue("format") {
	case "json":
		text, err := json.Marshal(list) // want `^hot path encodes with encoding/json \(Marshal\) \[`
		if err == nil {
			w.Write(text)
		}
	}
}
