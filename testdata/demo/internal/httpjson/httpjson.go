// Package httpjson reads and writes JSON bodies.
package httpjson

import (
	"encoding/json"
	"net/http"
)

const maxBody = 1 << 20

// Read decodes the body of r into v.
func Read(w http.ResponseWriter, r *http.Request, v any) error {
	dec := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
	dec.DisallowUnknownFields()
	return dec.Decode(v)
}

// Write sends v with the given status.
func Write(w http.ResponseWriter, status int, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, err = w.Write(append(body, '\n'))
	return err
}

// Error sends a message with the given status.
func Error(w http.ResponseWriter, status int, message string) {
	_ = Write(w, status, map[string]string{"error": message})
}
