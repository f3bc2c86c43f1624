// Package stdjson measures what the rule of that name claims about the use of
// encoding/json: each benchmark has the reported form as "before" and the
// suggested one as "after". The codecs are compared in the module codecs.
package stdjson

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Every variant is a function that cannot be inlined and takes its input as an
// argument: b.Loop keeps the values of its body alive, which must not change
// what is measured, and the compiler must not know the input.

type keys struct {
	isbn, title string
	price       int64
}

//go:noinline
func mapBefore(text []byte) keys {
	var m map[string]any
	if err := json.Unmarshal(text, &m); err != nil {
		return keys{}
	}
	isbn, _ := m["isbn"].(string)
	title, _ := m["title"].(string)
	price, _ := m["price"].(float64)
	return keys{isbn, title, int64(price)}
}

//go:noinline
func mapAfter(text []byte) keys {
	var b struct {
		ISBN  string
		Title string
		Price int64
	}
	if err := json.Unmarshal(text, &b); err != nil {
		return keys{}
	}
	return keys{b.ISBN, b.Title, b.Price}
}

// three keys of a map of which only these are read, against a struct
func BenchmarkMap(b *testing.B) {
	b.Run("keys=3", func(b *testing.B) {
		pair(b, mapBefore, mapAfter, []byte(`{"isbn":"978-3-16-148410-0","title":"The Go Way","price":2490}`))
	})
	b.Run("keys=11", func(b *testing.B) { pair(b, mapBefore, mapAfter, oneBookText) })
}

//go:noinline
func cloneBefore(in *book) *book {
	text, err := json.Marshal(in)
	if err != nil {
		return nil
	}
	out := new(book)
	if err := json.Unmarshal(text, out); err != nil {
		return nil
	}
	return out
}

//go:noinline
func cloneAfter(in *book) *book {
	out := *in
	out.Tags = slices.Clone(in.Tags)
	out.Formats = maps.Clone(in.Formats)
	return &out
}

// a copy through JSON, against one by assignment
func BenchmarkClone(b *testing.B) { pair(b, cloneBefore, cloneAfter, &oneBook) }

//go:noinline
func streamBefore(list []book) int {
	var w bytes.Buffer
	for i := range list {
		if err := json.NewEncoder(&w).Encode(&list[i]); err != nil {
			return 0
		}
	}
	return w.Len()
}

//go:noinline
func streamAfter(list []book) int {
	var w bytes.Buffer
	enc := json.NewEncoder(&w)
	for i := range list {
		if err := enc.Encode(&list[i]); err != nil {
			return 0
		}
	}
	return w.Len()
}

type event struct {
	ID   int    `json:"id"`
	Kind string `json:"kind"`
}

//go:noinline
func eventsBefore(list []event) int {
	var w bytes.Buffer
	for i := range list {
		if err := json.NewEncoder(&w).Encode(&list[i]); err != nil {
			return 0
		}
	}
	return w.Len()
}

//go:noinline
func eventsAfter(list []event) int {
	var w bytes.Buffer
	enc := json.NewEncoder(&w)
	for i := range list {
		if err := enc.Encode(&list[i]); err != nil {
			return 0
		}
	}
	return w.Len()
}

// an encoder for each of 100 elements, against one
func BenchmarkEncoderPerElement(b *testing.B) {
	b.Run("books", func(b *testing.B) { pair(b, streamBefore, streamAfter, books100.Books) })
	b.Run("events", func(b *testing.B) { pair(b, eventsBefore, eventsAfter, make([]event, 100)) })
}

// messages is a connection that delivers one message with each Read.
type messages struct {
	text []byte
	left int
}

func (m *messages) Read(p []byte) (int, error) {
	if m.left == 0 {
		return 0, io.EOF
	}
	m.left--
	return copy(p, m.text), nil
}

//go:noinline
func decoderBefore(text []byte) (n int) {
	r := &messages{text, 100}
	for {
		var e event
		if err := json.NewDecoder(r).Decode(&e); err != nil {
			return n
		}
		n += e.ID
	}
}

//go:noinline
func decoderAfter(text []byte) (n int) {
	r := &messages{text, 100}
	dec := json.NewDecoder(r)
	for {
		var e event
		if err := dec.Decode(&e); err != nil {
			return n
		}
		n += e.ID
	}
}

// a decoder for each of 100 messages, against one
func BenchmarkDecoderPerElement(b *testing.B) {
	pair(b, decoderBefore, decoderAfter, []byte(`{"id":4711,"kind":"sold"}`))
}

//go:noinline
func indentBefore(v *page) int { text, _ := json.MarshalIndent(v, "", "  "); return len(text) }

//go:noinline
func indentAfter(v *page) int { text, _ := json.Marshal(v); return len(text) }

//go:noinline
func setIndentBefore(v *page) error {
	enc := json.NewEncoder(io.Discard)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

//go:noinline
func setIndentAfter(v *page) error { return json.NewEncoder(io.Discard).Encode(v) }

// indented output, against compact
func BenchmarkIndent(b *testing.B) {
	b.Run("books=2", func(b *testing.B) { pair(b, indentBefore, indentAfter, &twoBooks) })
	b.Run("books=100", func(b *testing.B) { pair(b, indentBefore, indentAfter, &books100) })
}

// the same with an encoder
func BenchmarkSetIndent(b *testing.B) {
	b.Run("books=2", func(b *testing.B) { pair(b, setIndentBefore, setIndentAfter, &twoBooks) })
	b.Run("books=100", func(b *testing.B) { pair(b, setIndentBefore, setIndentAfter, &books100) })
}

//go:noinline
func constant1Before(w io.Writer) error {
	text, err := json.Marshal(map[string]string{"status": "ok"})
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

var constant1 = encode(map[string]string{"status": "ok"})

//go:noinline
func constant1After(w io.Writer) error { _, err := w.Write(constant1); return err }

//go:noinline
func constant3Before(w io.Writer) error {
	text, err := json.Marshal(map[string]any{"status": "ok", "version": 3, "service": "books"})
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

var constant3 = encode(map[string]any{"status": "ok", "version": 3, "service": "books"})

//go:noinline
func constant3After(w io.Writer) error { _, err := w.Write(constant3); return err }

//go:noinline
func constant6Before(w io.Writer) error {
	text, err := json.Marshal(map[string]any{
		"issuer": "https://example.org", "keys": "https://example.org/keys", "token": "https://example.org/token",
		"scopes": []string{"openid", "email", "profile"},
	})
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

var constant6 = encode(map[string]any{
	"issuer": "https://example.org", "keys": "https://example.org/keys", "token": "https://example.org/token",
	"scopes": []string{"openid", "email", "profile"},
})

//go:noinline
func constant6After(w io.Writer) error { _, err := w.Write(constant6); return err }

// a value of constants marshalled on each call, against bytes made once
func BenchmarkConstant(b *testing.B) {
	b.Run("values=1", func(b *testing.B) { pair(b, constant1Before, constant1After, io.Discard) })
	b.Run("values=3", func(b *testing.B) { pair(b, constant3Before, constant3After, io.Discard) })
	b.Run("values=6", func(b *testing.B) { pair(b, constant6Before, constant6After, io.Discard) })
}

//go:noinline
func fixedBefore(text []byte) string {
	var b book
	if err := json.Unmarshal(text, &b); err != nil {
		return ""
	}
	return b.Title
}

var fixed = sync.OnceValue(func() (b book) {
	if err := json.Unmarshal(oneBookText, &b); err != nil {
		panic(err)
	}
	return b
})

//go:noinline
func fixedAfter([]byte) string { return fixed().Title }

// a text that never changes decoded on each call, against once
func BenchmarkFixed(b *testing.B) { pair(b, fixedBefore, fixedAfter, oneBookText) }

//go:noinline
func marshalBefore(v *page) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = io.Discard.Write(text)
	return err
}

//go:noinline
func marshalAfter(v *page) error { return json.NewEncoder(io.Discard).Encode(v) }

// marshalled bytes that are only written, against an encoder on the writer
func BenchmarkMarshalWrite(b *testing.B) {
	b.Run("books=2", func(b *testing.B) { pair(b, marshalBefore, marshalAfter, &twoBooks) })
	b.Run("books=100", func(b *testing.B) { pair(b, marshalBefore, marshalAfter, &books100) })
}

//go:noinline
func stringBefore(text []byte) io.Reader { return strings.NewReader(string(text)) }

//go:noinline
func stringAfter(text []byte) io.Reader { return bytes.NewReader(text) }

// a string made of marshalled bytes only to read it, against the bytes
func BenchmarkString(b *testing.B) {
	b.Run("books=2", func(b *testing.B) { pair(b, stringBefore, stringAfter, twoBooksText) })
	b.Run("books=100", func(b *testing.B) { pair(b, stringBefore, stringAfter, books100Text) })
}

//go:noinline
func fieldBefore(text []byte) int {
	var p page
	if err := json.Unmarshal(text, &p); err != nil {
		return 0
	}
	return p.Total
}

//go:noinline
func fieldAfter(text []byte) int {
	var p struct {
		Total int `json:"total"`
	}
	if err := json.Unmarshal(text, &p); err != nil {
		return 0
	}
	return p.Total
}

//go:noinline
func bookFieldBefore(text []byte) int {
	var p book
	if err := json.Unmarshal(text, &p); err != nil {
		return 0
	}
	return int(p.Price)
}

//go:noinline
func bookFieldAfter(text []byte) int {
	var p struct {
		Price int64 `json:"price"`
	}
	if err := json.Unmarshal(text, &p); err != nil {
		return 0
	}
	return int(p.Price)
}

// a whole value decoded for one field, against a struct of that field
func BenchmarkOneField(b *testing.B) {
	b.Run("fields=11", func(b *testing.B) { pair(b, bookFieldBefore, bookFieldAfter, oneBookText) })
	b.Run("books=2", func(b *testing.B) { pair(b, fieldBefore, fieldAfter, twoBooksText) })
	b.Run("books=100", func(b *testing.B) { pair(b, fieldBefore, fieldAfter, books100Text) })
}

// pair runs before and after on the same input, as sub-benchmarks.
func pair[In, Out any](b *testing.B, before, after func(In) Out, in In) {
	run := func(variant func(In) Out) func(*testing.B) {
		return func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				variant(in)
			}
		}
	}
	b.Run("before", run(before))
	b.Run("after", run(after))
}

func TestSameResult(t *testing.T) {
	assert.Equal(t, mapBefore(oneBookText), mapAfter(oneBookText))
	assert.Equal(t, "978-3-16-148410-0", mapAfter(oneBookText).isbn)
	assert.Equal(t, cloneBefore(&oneBook), cloneAfter(&oneBook))
	assert.Equal(t, streamBefore(books100.Books), streamAfter(books100.Books))
	assert.Equal(t, eventsBefore(make([]event, 3)), eventsAfter(make([]event, 3)))
	assert.Equal(t, 4700, decoderBefore([]byte(`{"id":47,"kind":"sold"}`)))
	assert.Equal(t, 4700, decoderAfter([]byte(`{"id":47,"kind":"sold"}`)))
	assert.Equal(t, fieldBefore(books100Text), fieldAfter(books100Text))
	assert.Equal(t, bookFieldBefore(oneBookText), bookFieldAfter(oneBookText))
	assert.Equal(t, read(t, stringBefore(books100Text)), read(t, stringAfter(books100Text)))
	assert.Greater(t, indentBefore(&twoBooks), indentAfter(&twoBooks))
	assert.NoError(t, setIndentBefore(&twoBooks))
	assert.NoError(t, setIndentAfter(&twoBooks))
	assert.NoError(t, marshalBefore(&twoBooks))
	assert.NoError(t, marshalAfter(&twoBooks))
	for _, variants := range [][2]func(io.Writer) error{
		{constant1Before, constant1After}, {constant3Before, constant3After}, {constant6Before, constant6After},
	} {
		var before, after bytes.Buffer
		assert.NoError(t, variants[0](&before))
		assert.NoError(t, variants[1](&after))
		assert.Equal(t, before.String(), after.String())
	}
}

func read(t *testing.T, r io.Reader) string {
	text, err := io.ReadAll(r)
	assert.NoError(t, err)
	return string(text)
}
