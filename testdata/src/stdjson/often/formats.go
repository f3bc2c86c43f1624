package often

import (
	"encoding/json"
	"net/http"
)

// The format of a response is a condition of another kind.
func formats(w http.ResponseWriter, r *http.Request, list []order) {
	var text []byte
	var err error
	switch r.FormValue("format") {
	case "json":
		text, err = json.Marshal(list) // want `^hot path encodes with encoding/json \(Marshal\) \[`
	default:
		text = []byte(r.URL.Path)
	}
	if err == nil {
		w.Write(text)
	}
}
