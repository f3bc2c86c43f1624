package often

import (
	"encoding/json"
	"net/http"
)

// What all requests are read with, if only the address of the parameter is passed on.
func bind(r *http.Request, v any) {
	text, _ := readBody(r)
	_ = json.Unmarshal(text, &v) // want `^hot path decodes with encoding/json \(Unmarshal\) \[request`
}

func readBody(r *http.Request) ([]byte, error) { return nil, nil }
