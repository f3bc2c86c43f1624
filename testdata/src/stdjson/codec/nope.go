package codec

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
)

// nope: a handful of values save well below a microsecond
func small(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]string{"status": "ok", "path": r.URL.Path})
	_ = json.NewEncoder(w).Encode(struct {
		Status string `json:"status"`
		Secret []byte `json:"-"`
	}{Status: r.URL.Path})
	answer := map[string]any{"a": 1}
	answer["b"] = r.ProtoMajor
	_ = json.NewEncoder(w).Encode(answer)
	var in struct{ Name string }
	_ = json.NewDecoder(r.Body).Decode(&in)
}

// nope: the time goes into waiting for the other server
func client(w http.ResponseWriter, r *http.Request) {
	body, err := json.Marshal(r.Header)
	if err != nil {
		return
	}
	resp, err := http.Post("http://example.org", "application/json", bytes.NewReader(body))
	if err != nil {
		return
	}
	defer resp.Body.Close()
	var answer map[string]any
	_ = json.NewDecoder(io.LimitReader(resp.Body, 1<<20)).Decode(&answer)
	text, _ := io.ReadAll(resp.Body)
	_ = json.Unmarshal(text, &answer)
	for k := range answer {
		io.WriteString(w, k)
	}
	var buf bytes.Buffer
	_ = json.NewEncoder(&buf).Encode(answer)
	_, _ = http.NewRequest("POST", "http://example.org", &buf)
}

// nope: the cost is that of the file
func files(w http.ResponseWriter, r *http.Request) {
	text, err := os.ReadFile("state.json")
	if err != nil {
		return
	}
	var state map[string][]string
	_ = json.Unmarshal(text, &state)
	file, err := os.Create("state.json")
	if err != nil {
		return
	}
	_ = json.NewEncoder(file).Encode(state)
	out, _ := json.Marshal(state)
	_ = os.WriteFile("state.json", out, 0o600)
}

type appConfig struct{ Shelves map[string]string }

// nope: configuration, if also by a request
func putConfig(w http.ResponseWriter, r *http.Request) {
	var v any
	_ = json.NewDecoder(r.Body).Decode(&v)
	_ = json.NewEncoder(w).Encode(v)
}

func reload(w http.ResponseWriter, r *http.Request) {
	var c appConfig
	_ = json.NewDecoder(r.Body).Decode(&c)
}

type shelf struct{ books []book }

// nope: what a codec calls goes with that codec
func (s *shelf) MarshalJSON() ([]byte, error) { return json.Marshal(s.books) }

func (s *shelf) UnmarshalJSON(text []byte) error { return json.Unmarshal(text, &s.books) }

// nope: a notice at most, since codecs differ in these types
func quirks(w http.ResponseWriter, r *http.Request, list []json.RawMessage, s []*shelf, n map[string]json.Number) {
	_ = json.NewEncoder(w).Encode(list)
	_ = json.NewEncoder(w).Encode(s)
	_ = json.NewEncoder(w).Encode(n)
	_ = json.NewEncoder(w).Encode(struct {
		List []struct{ Raw json.RawMessage }
	}{})
}

// nope: an error path
func failing(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		_ = json.NewEncoder(w).Encode(r.Form)
		return
	}
}

// nope: nothing shows that it is called often
func cold(v any) []byte { // want cold:`encodes with encoding/json`
	text, _ := json.Marshal(v)
	return text
}

// nope: once
var start = func() []byte { text, _ := json.Marshal(os.Environ()); return text }()

// nope: rarely asked for; a notice
func handleAdminUsers(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(r.Header)
}

// Replaceable is set by the files of other builds.
var Replaceable = json.Marshal

// nope: the module chooses its codec there
func chosen(w http.ResponseWriter, r *http.Request) {
	text, _ := Replaceable(r.Header)
	w.Write(text)
}
