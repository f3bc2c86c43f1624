// Package shape has the ways of using encoding/json that cost more than they
// must.
package shape

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

type item struct {
	ID    int
	Names []string
}

type page struct {
	Total int
	Next  *string
	Items []item
	Raw   json.RawMessage
}

// keys of a map are constants
func keys(w http.ResponseWriter, r *http.Request) {
	var m map[string]any
	if err := json.NewDecoder(r.Body).Decode(&m); err != nil { // want `^JSON is decoded into a map\[string\]any of which only the keys "id" and "name" are read \[`
		return
	}
	name, ok := m["name"].(string)
	if m == nil || !ok {
		return
	}
	const id = "id"
	io.WriteString(w, name+m[id].(string))
}

func oneKey(w http.ResponseWriter, r *http.Request) {
	m := make(map[string]interface{})
	_ = json.Unmarshal([]byte(r.URL.Path), &m) // want `^JSON is decoded into a map\[string\]any of which only the key "a" is read \[`
	io.WriteString(w, m["a"].(string))
}

// the map stands in an interface
func asserted(w http.ResponseWriter, r *http.Request) {
	var v any
	_ = json.Unmarshal([]byte(r.URL.Path), &v) // want `^JSON is decoded into a any of which only the keys "a", "b", "c" and 2 more are read \[`
	m, ok := v.(map[string]any)
	if !ok {
		return
	}
	_, _, _, _ = m["a"], m["b"], m["c"], m["d"]
	_ = v.(map[string]any)["e"]
}

// nope: a key comes from elsewhere
func dynamicKey(w http.ResponseWriter, r *http.Request) {
	var m map[string]string
	_ = json.Unmarshal([]byte(r.URL.Path), &m) // want `^hot path decodes with encoding/json \(Unmarshal\), also on lines 63, `
	var n map[string]any
	_ = json.Unmarshal([]byte(r.URL.Path), &n)
	_ = n["a"]
	_ = n[r.URL.Path]
}

// nope: the map goes elsewhere, is walked, or changed
func wholeMap(w http.ResponseWriter, r *http.Request) {
	var m, n, o, p map[string]any
	_ = json.Unmarshal([]byte(r.URL.Path), &m)
	_ = m["a"]
	consume(m)
	_ = json.Unmarshal([]byte(r.URL.Path), &n)
	_ = n["a"]
	for range n {
	}
	_ = json.Unmarshal([]byte(r.URL.Path), &o)
	o["a"] = 1
	_ = o["a"]
	_ = json.Unmarshal([]byte(r.URL.Path), &p)
	switch x := p["a"].(type) {
	case string:
		_ = x
	}
}

func consume(any) {}

// a copy through JSON
func clone(w http.ResponseWriter, r *http.Request, in *page) {
	text, err := json.Marshal(in) // want `^page is copied by a round trip through JSON \[`
	if err != nil {
		return
	}
	var out page
	if err := json.Unmarshal(text, &out); err != nil {
		return
	}
	consume(out)
}

type row struct {
	ID    int
	Names []string
}

func convert(w http.ResponseWriter, r *http.Request, in item) {
	var text []byte
	text, _ = json.Marshal(in) // want `^item is converted to row by a round trip through JSON \[`
	out := new(row)
	_ = json.Unmarshal(text, out)
	consume(out)
}

// nope: the text is used otherwise
func kept(w http.ResponseWriter, r *http.Request, in item) {
	text, _ := json.Marshal(in)
	var out item
	_ = json.Unmarshal(text, &out)
	w.Write(text)
}

// nope: the fields are known at run time only
func intoMap(w http.ResponseWriter, r *http.Request, in item) {
	text, _ := json.Marshal(in)
	var out map[string]any
	_ = json.Unmarshal(text, &out)
	consume(out)
}

// indented for nobody
func indent(w http.ResponseWriter, r *http.Request, p page) {
	text, _ := json.MarshalIndent(p, "", "  ") // want `^JSON is indented on each call, also on line 137 \[`
	w.Write(text)
	enc := json.NewEncoder(w)
	enc.SetIndent("", "\t")
	_ = enc.Encode(p)
}

// nope: somebody asked for it, or it is not indented at all
func asked(w http.ResponseWriter, r *http.Request, p []int) {
	if r.FormValue("pretty") != "" {
		text, _ := json.MarshalIndent(p, "", "  ")
		w.Write(text)
	}
	enc := json.NewEncoder(w)
	if r.FormValue("pretty") != "" {
		enc.SetIndent("", "  ")
	}
	_ = enc.Encode(p)
	text, _ := json.MarshalIndent(p, "", "")
	w.Write(text)
}

// nope: people read what they download
func download(w http.ResponseWriter, r *http.Request, p []int) {
	w.Header().Set("Content-Disposition", "attachment")
	text, _ := json.MarshalIndent(p, "", "  ")
	w.Write(text)
}

// the same bytes each time
func constant(w http.ResponseWriter, r *http.Request) {
	text, _ := json.Marshal(map[string]any{ // want `^a value that never changes is marshalled on each call \[`
		"issuer": "https://example.org", "keys": issuer + "/keys", "token": nil, "scopes": []string{"a", "b"},
	})
	w.Write(text)
	_ = json.NewEncoder(w).Encode(discovery) // want `^a value that never changes is marshalled on each call \[`
	local := map[string]int{"a": 1, "b": 2, "c": 3, "d": 4}
	_ = json.NewEncoder(w).Encode(&local) // want `^a value that never changes is marshalled on each call \[`
}

const issuer = "https://example.org"

var discovery = &map[string]string{"a": "1", "b": "2", "c": "3", "d": "4"}

//go:embed shape.go
var embedded string

var (
	//go:embed shape.go
	grouped []byte
	table   = []byte(`{` + long + long + `}`)
	short   = "[1, 2, 3]"
	set     = long
	//go:embed shape.go
	Shown string
)

const long = `"x": "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"`

// the same text each time
func sameText(w http.ResponseWriter, r *http.Request) {
	var m map[string]string
	_ = json.Unmarshal([]byte(embedded), &m)                    // want `^the JSON in embedded, which never changes, is decoded on each call \[`
	_ = json.Unmarshal(grouped, &m)                             // want `^the JSON in grouped, which never changes, is decoded on each call \[`
	_ = json.NewDecoder(bytes.NewReader(table)).Decode(&m)      // want `^the JSON in table, which never changes, is decoded on each call \[`
	_ = json.NewDecoder(strings.NewReader(embedded)).Decode(&m) // want `^the JSON in embedded, which never changes, is decoded on each call \[`
	_ = json.Unmarshal([]byte(`[`+long+`]`), &m)                // want `^a constant JSON text is decoded on each call \[`
	consume(m)
}

// nope: it is short, or may be set
func otherText(w http.ResponseWriter, r *http.Request) {
	var v [3]int
	_ = json.Unmarshal([]byte(short), &v)
	_ = json.Unmarshal([]byte(`[1, 2]`), &v)
	_ = json.Unmarshal([]byte(set), &v)
	_ = json.Unmarshal([]byte(Shown), &v)
	set = r.URL.Path
	for _, embedded := range r.Header {
		_ = json.Unmarshal([]byte(embedded[0]), &v)
	}
	consume(v)
}

// nope: it changes, or may
func changing(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]any{"a": r.URL.Path, "b": 2, "c": 3, "d": 4})
	_ = json.NewEncoder(w).Encode(counters)
	counters["a"]++
	_ = json.NewEncoder(w).Encode(Exported)
	_ = json.NewEncoder(w).Encode(map[string]int{"a": 1})
}

var (
	counters = map[string]int{"a": 1, "b": 2, "c": 3, "d": 4}
	Exported = map[string]int{"a": 1, "b": 2, "c": 3, "d": 4}
)

// one field of many
func total(w http.ResponseWriter, r *http.Request, cache map[string][]byte) {
	var p page
	if err := json.Unmarshal(cache[r.URL.Path], &p); err != nil { // want `^page is decoded whole although only its field Total is read \[`
		return
	}
	if p.Total > 0 {
		consume(p.Total)
	}
}

// nope: the field is the bulk, more is read, or the value goes elsewhere
func fields(w http.ResponseWriter, r *http.Request, text []byte) {
	var p struct {
		Total int
		Items []item
	}
	_ = json.Unmarshal(text, &p)
	consume(p.Items)
	var q page
	_ = json.Unmarshal(text, &q)
	consume(q.Total)
	consume(q.Items)
	var s page
	_ = json.Unmarshal(text, &s)
	consume(s.Total)
	consume(s)
	// A body has what its sender thinks is read.
	var t page
	_ = json.NewDecoder(r.Body).Decode(&t)
	consume(t.Total)
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	var u page
	_ = dec.Decode(&u)
	consume(u.Total)
}

// a decoder for each value
func perElement(w http.ResponseWriter, r *http.Request, conn io.Reader) {
	for {
		var p page
		if err := json.NewDecoder(conn).Decode(&p); err != nil { // want `^a decoder of conn is made for each value, with a buffer of its own, and drops what it read ahead \[`
			return
		}
		consume(p)
	}
}

// nope: one reader each, or one decoder
func readers(w http.ResponseWriter, r *http.Request, conns []io.Reader, conn io.Reader) {
	for _, c := range conns {
		var p page
		_ = json.NewDecoder(c).Decode(&p)
		consume(p)
	}
	dec := json.NewDecoder(conn)
	for dec.More() {
		var p page
		_ = dec.Decode(&p)
		consume(p)
	}
}

// nope: people read it
func prettyPrint(w http.ResponseWriter, r *http.Request) {
	text, _ := json.MarshalIndent(r.Header, "", "  ")
	w.Write(text)
}

// nope: nothing else makes maps and slices of a value of any type
func generic(w http.ResponseWriter, r *http.Request, in any) {
	text, _ := json.Marshal(in)
	var out any
	_ = json.Unmarshal(text, &out)
	consume(out)
}

// a part of a message, decoded without its type and then once more
func part(w http.ResponseWriter, r *http.Request, data any) {
	text, _ := json.Marshal(data) // want `^a value of any type becomes page by a round trip through JSON \[`
	var out page
	_ = json.Unmarshal(text, &out)
	consume(out)
}

func partOf(w http.ResponseWriter, r *http.Request, data *any) {
	var out struct{ A, B, C, D string }
	text, _ := json.Marshal(data) // want `^a value of any type becomes a struct by a round trip through JSON \[`
	_ = json.Unmarshal(text, &out)
	consume(out)
}
