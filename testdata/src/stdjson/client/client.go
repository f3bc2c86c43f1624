// Package client has HTTP clients that handlers call: the time goes into
// waiting for the other side.
package client

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
)

// request is built step by step.
type request struct {
	url  string
	body []byte
}

// nope: it prepares what do sends
func (q *request) withJSON(v any) *request {
	q.body, _ = json.Marshal(v)
	return q
}

func (q *request) do() *answer {
	resp, err := http.Post(q.url, "application/json", bytes.NewReader(q.body))
	return &answer{resp, err}
}

// answer wraps a response.
type answer struct {
	resp *http.Response
	err  error
}

func (a *answer) body() io.Reader { return a.resp.Body }

// nope: it reads what a client got
func forward(w http.ResponseWriter, r *http.Request) {
	a := (&request{url: r.URL.Path}).withJSON(r.Header).do()
	var v map[string][]string
	_ = json.NewDecoder(a.body()).Decode(&v)
	if len(v) > 0 {
		w.WriteHeader(http.StatusNoContent)
	}
}

// page is made step by step, too, but nothing of it is a client.
type page struct{ parts [][]byte }

func (p *page) add(v any) *page {
	text, _ := json.Marshal(v) // want `^hot path encodes with encoding/json \(Marshal\) \[`
	p.parts = append(p.parts, text)
	return p
}

func list(w http.ResponseWriter, r *http.Request) {
	for _, text := range new(page).add(r.Header).add(r.Form).parts {
		w.Write(text)
	}
}

// nope: what it makes goes to a client
func notify(w http.ResponseWriter, r *http.Request) {
	text, _ := json.Marshal(r.Header)
	for url := range r.Form {
		send(url, text)
	}
}

func send(url string, text []byte) {
	_, _ = http.Post(url, "application/json", bytes.NewReader(text))
}

// nope: only clients call it
func post(url string, v any) {
	_, _ = http.Post(url, "application/json", bytes.NewReader(encode(v)))
}

func encode(v any) []byte {
	text, _ := json.Marshal(v)
	return text
}

func relay(w http.ResponseWriter, r *http.Request) { post(r.URL.Path, r.Header) }

// nope: what calls a client waits for it, unless it answers a request itself
func load(r *http.Request) map[string]any {
	a := (&request{url: r.URL.Path}).do()
	var v map[string]any
	_ = json.NewDecoder(a.body()).Decode(&v)
	return v
}

// nope: it is the other side that decides when a message comes
func follow(address string) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	for in := json.NewDecoder(conn); ; {
		var v map[string]any
		if err := in.Decode(&v); err != nil {
			return err
		}
	}
}

func followed(w http.ResponseWriter, r *http.Request) { _ = follow(r.URL.Host) }
