package passed

import (
	"encoding/json"
	"net/http"
)

// nope: all that its callers pass is short
func writeCount(w http.ResponseWriter, value any) {
	_ = json.NewEncoder(w).Encode(value)
}

func countOf(w http.ResponseWriter, r *http.Request) {
	writeCount(w, counted{Books: 1})
	writeCount(w, &counted{})
}

type counts struct{}

// nope: as a method
func (*counts) write(w http.ResponseWriter, value interface{}) {
	text, err := json.Marshal(value)
	if err != nil {
		return
	}
	_, _ = w.Write(text)
}

func (c *counts) show(w http.ResponseWriter, r *http.Request) { c.write(w, len(r.Header)) }

// nope: what is decoded, by way of another function
func read(r *http.Request, into any) error { return decode(r, into) }

func decode(r *http.Request, into any) error { return json.NewDecoder(r.Body).Decode(into) }

func counting(w http.ResponseWriter, r *http.Request) {
	var in counted
	_ = read(r, &in)
}
