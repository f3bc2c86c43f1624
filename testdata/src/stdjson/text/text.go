// Package text copies JSON to strings and back.
package text

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
)

func fprint(w http.ResponseWriter, r *http.Request, list []string) {
	text, err := json.Marshal(list) // want `^hot path encodes`
	if err != nil {
		return
	}
	fmt.Fprint(w, string(text)) // want `^the JSON in text is copied to a string only to get its bytes again \[`
}

func fprintf(w http.ResponseWriter, r *http.Request, list []string) {
	text, _ := json.Marshal(list)
	fmt.Fprintf(w, "%s", string(text)) // want `^the JSON in text is copied`
}

func writeString(w http.ResponseWriter, r *http.Request, list []string) {
	text, _ := json.Marshal(list)
	if _, err := io.WriteString(w, string(text)); err != nil { // want `^the JSON in text is copied`
		return
	}
}

func back(w http.ResponseWriter, r *http.Request, list []string) {
	text, _ := json.Marshal(list)
	w.Write([]byte(string(text))) // want `^the JSON in text is copied`
}

func request(w http.ResponseWriter, r *http.Request, list []string) {
	text, _ := json.Marshal(list)
	_, _ = http.NewRequest("POST", r.URL.Path, strings.NewReader(string(text))) // want `^the JSON in text is copied`
}

// through a variable: no fix
func variable(w http.ResponseWriter, r *http.Request, list []string) {
	text, _ := json.Marshal(list)
	s := string(text) // want `^the JSON in text is copied`
	io.WriteString(w, s)
}

// no fix: the bytes are used, too
func usedTwice(w http.ResponseWriter, r *http.Request, list []string) {
	text, _ := json.Marshal(list)
	fmt.Fprint(w, string(text)) // want `^the JSON in text is copied`
	text[0] = ' '
}

// no fix: a comment would be lost
func commented(w http.ResponseWriter, r *http.Request, list []string) {
	text, _ := json.Marshal(list)
	fmt.Fprint(w, string(text) /* the list */) // want `^the JSON in text is copied`
}

// no fix: a line end is added
func line(w http.ResponseWriter, r *http.Request, list []string) {
	text, _ := json.Marshal(list)
	fmt.Fprintln(w, string(text)) // want `^the JSON in text is copied`
}

// nope: a string is needed
func needed(w http.ResponseWriter, r *http.Request, list []string) string {
	text, _ := json.Marshal(list)
	w.Header().Set("X-List", string(text))
	s := string(text)
	io.WriteString(w, s)
	return strings.TrimSpace(s)
}

// nope: too small to matter
func short(w http.ResponseWriter, r *http.Request) {
	text, _ := json.Marshal(r.URL.Path)
	fmt.Fprint(w, string(text))
}
