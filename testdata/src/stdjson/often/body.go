package often

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

// A body that comes through a function of the module: that the text is JSON at all
// is no condition of the request.
func decodeBody(r *http.Request, v any) error {
	text, err := requestBody(r)
	if err != nil {
		return err
	}
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") {
		return json.Unmarshal(text, v) // want "hot path decodes with encoding/json"
	}
	return nil
}

func requestBody(r *http.Request) ([]byte, error) { return io.ReadAll(r.Body) }
