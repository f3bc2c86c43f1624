// Package rare has JSON that few of the requests need.
package rare

import (
	"encoding/json"
	"net/http"
)

// nope: few requests fail
func writeError(w http.ResponseWriter, r *http.Request, v any) {
	_ = json.NewEncoder(w).Encode(v)
}

type problem struct {
	Title  string
	Fields []string
}

type refusal struct{ Reasons []string }

func (refusal) Error() string { return "" }

func answer(w http.ResponseWriter, r *http.Request, p problem, no refusal) {
	if r.ContentLength > 100 {
		_ = json.NewEncoder(w).Encode(p)
		return
	}
	_ = json.NewEncoder(w).Encode(no)
}

// nope: people log in, sign up and are managed once in a while
func enter(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Name     string
		Password string
	}
	_ = json.NewDecoder(r.Body).Decode(&in)
	http.Error(w, in.Name, http.StatusOK)
}

func finishOAuth2(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(r.Header)
}

// nope: a notice at most, and only where the own name says so, since a chain
// shows one of many callers
func dumpAny(w http.ResponseWriter, r *http.Request, v any) {
	_ = json.NewEncoder(w).Encode(v)
}
