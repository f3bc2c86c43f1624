package often

import (
	"encoding/json"
	"net/http"
)

// What is done for POST alone may be what the service is for.
func ingest(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		var in rating
		_ = json.NewDecoder(r.Body).Decode(&in) // want `^hot path decodes with encoding/json \(Decoder.Decode\), also on lines 28, 29 \[`
		_ = in
	}
}

// What answers GET, too, is no change, whatever stands first.
func shelf(w http.ResponseWriter, r *http.Request, list []rating) {
	switch r.Method {
	case http.MethodPut:
		answerList(w, list)
	case http.MethodGet:
		answerList(w, list)
	}
}

func answerList(w http.ResponseWriter, list []rating) {
	_ = json.NewEncoder(w).Encode(list)
	_ = json.NewEncoder(w).Encode(list[0])
}
