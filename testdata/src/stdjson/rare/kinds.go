package rare

import (
	"encoding/json"
	"net/http"
	"strings"
)

type event struct {
	Kind string
	Raw  []byte
}

func hook(w http.ResponseWriter, r *http.Request, read func(*http.Request) event) {
	switch e := read(r); e.Kind {
	case "paid":
		paid(w, r, e)
	case "returned":
		returned(w, r, e)
	}
}

// nope: one of many kinds of event, although the helper takes the request
func paid(w http.ResponseWriter, r *http.Request, e event) {
	var items map[string][]string
	if json.Unmarshal(e.Raw, &items) != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}

// nope: another one
func returned(w http.ResponseWriter, r *http.Request, e event) {
	var items map[string][]string
	if json.Unmarshal(e.Raw, &items) != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}

func labels(w http.ResponseWriter, r *http.Request, texts []string) (all []map[string]any) {
	for _, text := range texts {
		all = append(all, labelsOf(text), notesOf(text))
	}
	return all
}

// nope: few have any
func labelsOf(text string) map[string]any {
	var m map[string]any
	if len(text) > 0 {
		_ = json.Unmarshal([]byte(text), &m)
	}
	return m
}

// nope: neither have these
func notesOf(text string) map[string]any {
	var m map[string]any
	if strings.TrimSpace(text) != "" {
		_ = json.Unmarshal([]byte(text), &m)
	}
	return m
}

// nope: no codec saves much for a value or two, however often
func tellAll(w http.ResponseWriter, r *http.Request, users []string) {
	for _, user := range users {
		text, _ := json.Marshal(left{user})
		_, _ = w.Write(text)
	}
}
