package text

import (
	"encoding/json"
	"net/http"
	readers "strings" // kept: a name of its own and a comment
)

func forwardNamed(w http.ResponseWriter, r *http.Request) {
	text, _ := json.Marshal(r.Header)
	_, _ = http.NewRequest("POST", r.URL.Path, readers.NewReader(string(text))) // want `^the JSON in text is copied`
}
