package codec

import (
	"encoding/json"
	"net/http"
)

type book struct {
	Title string
	Tags  []string
}

type store struct{ books []book }

// one finding for the file, at the first call
func (s *store) list(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(s.books) // want `^hot path encodes with encoding/json \(Encoder.Encode\), also on lines 22, 27, 34, 47, 55 and 3 more \[request: `
}

func (s *store) lend(w http.ResponseWriter, r *http.Request) {
	var b book
	if err := json.NewDecoder(r.Body).Decode(&b); err != nil {
		http.Error(w, "bad book", http.StatusBadRequest)
		return
	}
	s.books = append(s.books, b)
	text, err := json.Marshal(b)
	if err != nil {
		return
	}
	w.Write(text)

	decode := json.NewDecoder(r.Body).Decode
	_ = decode(&b)
}

// through a function of the package
func (s *store) get(w http.ResponseWriter, r *http.Request) {
	for _, b := range s.books {
		if b.Title == r.URL.Path {
			writeJSON(w, b)
		}
	}
}

func writeJSON(w http.ResponseWriter, v any) {
	text, err := json.Marshal(v)
	if err != nil {
		return
	}
	w.Write(text)
}

func methodExpression(w http.ResponseWriter, r *http.Request) {
	_ = (*json.Encoder).Encode(json.NewEncoder(w), []int{r.ProtoMajor, r.ProtoMinor, 0, 0, 0, 0, 0, 0, 0, 0}[:r.ProtoMajor])
}

// a variable of the package that holds nothing else
var unmarshal = json.Unmarshal

func variable(w http.ResponseWriter, r *http.Request) {
	var v any
	_ = unmarshal([]byte(r.URL.RawQuery), &v)
	http.Error(w, v.(string), http.StatusOK)
}

type encoder struct{ *json.Encoder }

func embedded(w http.ResponseWriter, r *http.Request, books []book) {
	_ = encoder{json.NewEncoder(w)}.Encode(books)
}

// small payloads, but many of them
func elements(w http.ResponseWriter, r *http.Request, queue chan struct{ A int }) {
	for e := range queue {
		text, _ := json.Marshal(e)
		w.Write(text)
	}
}
