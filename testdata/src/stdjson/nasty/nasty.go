package nasty

import (
	"encoding/json"
	"net/http"
)

// generic code
func write[T any](w http.ResponseWriter, r *http.Request, v T) {
	_ = json.NewEncoder(w).Encode(v) // want `^hot path encodes with encoding/json \(Encoder.Encode\), also on lines 19, 20, 28, 51, 64`
}

type tree struct{ Left, Right *tree }

type loop []loop

// types within themselves
func recursive(w http.ResponseWriter, r *http.Request, t *tree, l loop) {
	_ = json.NewEncoder(w).Encode(t)
	_ = json.NewEncoder(w).Encode(l)
}

func pair() (any, error) { return nil, nil }

// labels, goto, named results
func jumps(w http.ResponseWriter, r *http.Request) (text []byte, err error) {
again:
	text, err = json.Marshal(r.Header)
	if err != nil {
		goto again
	}
	return
}

// a variable that may hold something else
func either(w http.ResponseWriter, r *http.Request, v []string) {
	marshal := json.Marshal
	if text, _ := marshal(v); text == nil {
		marshal = other
	}
	_, _ = marshal(v)
}

func other(any) ([]byte, error) { return nil, nil }

type seq func(yield func([]string) bool)

// a range over a function
func over(w http.ResponseWriter, r *http.Request, all seq) {
	for v := range all {
		_ = json.NewEncoder(w).Encode(v)
	}
}

// shadowed names
func shadowed(w http.ResponseWriter, r *http.Request, v []string) {
	json := struct{ Marshal func(any) ([]byte, error) }{other}
	_, _ = json.Marshal(v)
}

// nil, blanks, functions called on the spot
func odd(w http.ResponseWriter, r *http.Request) {
	_, _ = json.Marshal(nil)
	_ = json.Unmarshal(nil, nil)
	var err error
	_, err = json.Marshal(func() any { return nil }())
	_ = err
	var f func(any) ([]byte, error)
	_, _ = f(1)
}
