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

type receipt struct {
	Customer, Street, City, Country string
	Lines                           []line
}

type line struct {
	Book  string
	Count int
}

// The lists of objects in it can be long.
func pay(w http.ResponseWriter, r *http.Request) {
	var in receipt
	_ = json.NewDecoder(r.Body).Decode(&in) // want `^hot path decodes with encoding/json \(Decoder.Decode\), also on line 34 \[`
}

// In a file that needs another codec anyway, the remedy is for all calls.
func rate(w http.ResponseWriter, r *http.Request) {
	var in *rating
	_ = json.NewDecoder(r.Body).Decode(&in)
}
