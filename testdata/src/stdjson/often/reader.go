package often

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
)

// Not all callers pass a file.
func parsed(in io.Reader) (m map[string]string, err error) {
	err = json.NewDecoder(in).Decode(&m) // want `^hot path decodes with encoding/json \(Decoder.Decode\) \[`
	return m, err
}

func posted(w http.ResponseWriter, r *http.Request) { _, _ = parsed(r.Body) }

func read(name string) {
	f, err := os.Open(name)
	if err == nil {
		_, _ = parsed(f)
	}
}
