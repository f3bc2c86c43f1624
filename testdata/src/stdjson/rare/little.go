package rare

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

type receipt struct {
	Customer, Street, City, Country string
	Lines                           []receiptLine
}

type receiptLine struct {
	Book  string
	Count int
}

// nope: neither request nor response, and once for each
func queue(w http.ResponseWriter, r *http.Request, jobs chan<- []byte) {
	text, _ := json.Marshal(map[string]any{"path": r.URL.Path, "header": r.Header})
	jobs <- text
}

// nope: the next requests do without
func cached(w http.ResponseWriter, r *http.Request, list []receipt) {
	text, _ := json.Marshal(list)
	cachePut(r.URL.Path, string(text))
	_, _ = w.Write(text)
}

var pageCache sync.Map

func cachePut(key, text string) {}

// nope: whatever the cache
func stored(w http.ResponseWriter, r *http.Request, list []receipt) {
	text, _ := json.Marshal(list)
	pageCache.Store(r.URL.Path, text)
	_, _ = w.Write(text)
}

// nope: to check who signed it takes longer
func decodeClaims(w http.ResponseWriter, r *http.Request) {
	text, err := base64.RawURLEncoding.DecodeString(r.Header.Get("Claims"))
	if err != nil {
		return
	}
	var list []receipt
	_ = json.Unmarshal(text, &list)
}

type notes map[string]string

// nope: what is kept with a value, whatever its type
func (n notes) with(key string, value any) {
	text, _ := json.Marshal(value)
	note := text
	n[key] = string(note)
}

func annotate(w http.ResponseWriter, r *http.Request, n notes) { n.with(r.URL.Path, r.Header) }

// nope: the settings of a few things
func profiles(w http.ResponseWriter, r *http.Request, rows interface{ Next(*string) bool }) {
	var settings string
	for rows.Next(&settings) {
		var settingsMap map[string]string
		_ = json.Unmarshal([]byte(settings), &settingsMap)
	}
}

type label struct {
	ID           string
	Tags, People []string
}

// nope: its other fields are short, and it is decoded once
func labelOf(w http.ResponseWriter, r *http.Request, text []byte) {
	var l label
	_ = json.Unmarshal(text, &l)
	_, _ = w.Write([]byte(l.ID))
}

// nope: a short text is copied once
func labelled(w http.ResponseWriter, r *http.Request, l label) {
	text, _ := json.Marshal(l)
	http.ServeContent(w, r, "", pageTime, strings.NewReader(string(text)))
}

// nope: a request has few parameters
func parameters(r *http.Request) ([]byte, error) {
	first := make(map[string]string)
	for name, values := range url.Values(r.Form) {
		first[name] = values[0]
	}
	return json.Marshal(first)
}

var pageTime time.Time
