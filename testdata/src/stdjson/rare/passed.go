package rare

import (
	"encoding/json"
	"net/http"
)

type cleared struct{ Removed int }

// nope: all that its callers pass is short
func writeCount(w http.ResponseWriter, value any) {
	_ = json.NewEncoder(w).Encode(value)
}

func countOf(w http.ResponseWriter, r *http.Request) {
	writeCount(w, cleared{Removed: 1})
	writeCount(w, &cleared{})
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
