package often

import (
	"encoding/json"
	"net/http"
)

// What answers errors is passed to all handlers.
func HandlerWithErrors(find func(*http.Request) ([]order, error), onError func(http.ResponseWriter, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		list, err := find(r)
		if err != nil {
			onError(w, err)
			return
		}
		render(w, list)
	}
}

func render(w http.ResponseWriter, list []order) {
	text, _ := json.Marshal(list) // want `^hot path encodes with encoding/json \(Marshal\) \[`
	_, _ = w.Write(text)
}
