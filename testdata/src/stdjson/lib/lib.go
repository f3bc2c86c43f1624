// Package lib has the JSON helpers of a service.
package lib

import (
	"encoding/json"
	"io"
	"net/http"
)

func Write(w io.Writer, v any) error { // want Write:`encodes with encoding/json`
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

func OK(w io.Writer, v any) error { return Write(w, map[string]any{"data": v}) } // want OK:`lib.Write: encodes with encoding/json`

func Read(r io.Reader, v any) error { return json.NewDecoder(r).Decode(v) } // want Read:`decodes with encoding/json`

func Report(w http.ResponseWriter, v any) { // want Report:`indents JSON`
	text, _ := json.MarshalIndent(v, "", "  ")
	w.Write(text)
}

func Copy(dst, src any) error { // want Copy:`copies a value by a round trip through JSON`
	text, err := json.Marshal(src)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, dst)
}

// nope: callers are told only what happens on every call
func Sometimes(w io.Writer, v any) error {
	if v != nil {
		return json.NewEncoder(w).Encode(v)
	}
	return nil
}
