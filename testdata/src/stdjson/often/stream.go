package often

import (
	"encoding/json"
	"io"
	"net/http"
)

// In a loop the conditions on the way there do not count: many turns follow.
func watch(w http.ResponseWriter, r *http.Request, updates chan []order) {
	if r.FormValue("stream") != "" {
		follow(w, updates)
	}
}

func follow(w io.Writer, updates chan []order) {
	for list := range updates {
		if err := send(w, list); err != nil {
			return
		}
	}
}

func send(w io.Writer, list []order) error {
	text, err := json.Marshal(list) // want `^hot path encodes with encoding/json \(Marshal\) \[element: often.watch takes `
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}
