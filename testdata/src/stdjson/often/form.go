package often

import (
	"encoding/json"
	"net/http"
)

type rating struct {
	Book, Reader, Text   string
	Stars, Page, Edition int
	Tags                 []string
	Public               bool
}

func collect(w http.ResponseWriter, r *http.Request) {
	var in []rating
	_ = json.NewDecoder(r.Body).Decode(&in) // want `^hot path decodes with encoding/json \(Decoder.Decode\), also on lines 23, 28, 36 \[`
}

// The remedy is for all calls of the file: for other requests,
func rate(w http.ResponseWriter, r *http.Request) {
	var in *rating
	_ = json.NewDecoder(r.Body).Decode(&in)
}

// for answers
func rated(w http.ResponseWriter, r *http.Request, last *rating) {
	_ = json.NewEncoder(w).Encode(last)
}

type journal struct{ lines chan []byte }

// and for what is kept.
func (l *journal) note(w http.ResponseWriter, r *http.Request, m map[string]string) {
	m["path"] = r.URL.Path
	text, _ := json.Marshal(m)
	l.lines <- text
}
