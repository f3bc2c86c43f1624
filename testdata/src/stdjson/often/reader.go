package often

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
)

// Not all callers pass a file.
func decodeNames(in io.Reader) (m map[string]string, err error) {
	err = json.NewDecoder(in).Decode(&m) // want `^hot path decodes with encoding/json \(Decoder.Decode\), also on line 27 \[`
	return m, err
}

func posted(w http.ResponseWriter, r *http.Request) { _, _ = decodeNames(r.Body) }

func read(name string) {
	f, err := os.Open(name)
	if err == nil {
		_, _ = decodeNames(f)
	}
}

// Other packages may pass what they like.
func Parse(r *http.Request, in io.Reader) (list []map[string]string) {
	_ = json.NewDecoder(in).Decode(&list)
	return list
}

func load(r *http.Request, name string) {
	f, err := os.Open(name)
	if err == nil {
		_ = Parse(r, f)
	}
}
