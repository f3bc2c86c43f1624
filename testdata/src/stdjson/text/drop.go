package text

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
)

// Package bytes is there already.
func forwardBoth(w http.ResponseWriter, r *http.Request) {
	text, _ := json.Marshal(r.Header)
	_, _ = http.NewRequest("POST", r.URL.Path, strings.NewReader(string(text))) // want `^the JSON in text is copied`
	_, _ = http.NewRequest("POST", r.URL.Path, bytes.NewReader(nil))
}
