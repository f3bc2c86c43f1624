package often

import (
	"encoding/json"
	"net/http"
)

// What answers holds the response.
type answer struct{ w http.ResponseWriter }

func (a *answer) send(v any) error {
	text, err := json.Marshal(v) // want `^hot path encodes with encoding/json \(Marshal\), also on line 32 \[`
	if err != nil {
		return err
	}
	return a.write(text)
}

func (a *answer) write(text []byte) error {
	_, err := a.w.Write(text)
	return err
}

func headers(w http.ResponseWriter, r *http.Request) { shared(w, r.Header) }

func shared(w http.ResponseWriter, v any) { through(&answer{w}, v) }

func through(a *answer, v any) { _ = a.send(v) }

// A codec close to the handler, whatever becomes of its text.
func encoded(v any) []byte {
	text, _ := json.Marshal(v)
	return text
}

func page(w http.ResponseWriter, r *http.Request) { writeText(w, encoded(r.Header)) }

func writeText(w http.ResponseWriter, text []byte) { _, _ = w.Write(text) }
