// Package again has texts that are decoded more than once, which is a notice.
package again

import (
	"encoding/json"
	"io"
	"net/http"
)

type event struct {
	Kind  string
	Names []string
}

// A webhook reads what it needs bit by bit.
func hook(w http.ResponseWriter, r *http.Request) {
	payload, _ := io.ReadAll(r.Body)
	var kind struct{ Kind string }
	if r.Header.Get("X-Kind") == "" {
		if err := json.Unmarshal(payload, &kind); err != nil {
			return
		}
	}
	var all event
	if err := json.Unmarshal(payload, &all); err != nil { // want `^payload is decoded again, after line 20 \[request: ` `^hot path decodes with encoding/json \(Unmarshal\), also on lines 20, 35, `
		return
	}
	io.WriteString(w, kind.Kind+all.Names[0])
}

// nope: the first tells which the second is
func twoSteps(w http.ResponseWriter, r *http.Request) {
	payload, _ := io.ReadAll(r.Body)
	var kind struct{ Kind string }
	_ = json.Unmarshal(payload, &kind)
	switch kind.Kind {
	case "event":
		var all event
		_ = json.Unmarshal(payload, &all)
		io.WriteString(w, all.Names[0])
	}
}

// nope: one or the other
func either(w http.ResponseWriter, r *http.Request) {
	payload, _ := io.ReadAll(r.Body)
	var list []event
	if err := json.Unmarshal(payload, &list); err == nil {
		io.WriteString(w, list[0].Kind)
		return
	}
	var one event
	if err := json.Unmarshal(payload, &one); err != nil {
		var name string
		_ = json.Unmarshal(payload, &name)
	}
	io.WriteString(w, one.Kind)
}

func byKind(w http.ResponseWriter, r *http.Request) {
	payload, _ := io.ReadAll(r.Body)
	if r.Header.Get("X-Kind") == "" {
		var name string
		_ = json.Unmarshal(payload, &name)
		return
	}
	var one event
	_ = json.Unmarshal(payload, &one)
	payload, _ = io.ReadAll(r.Body) // another text
	_ = json.Unmarshal(payload, &one)
	io.WriteString(w, one.Kind)
}
