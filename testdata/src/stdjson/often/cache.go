package often

import (
	"encoding/json"
	"net/http"
)

type cache struct{ texts map[string][]byte }

// What was found is no condition either.
func (c *cache) get(w http.ResponseWriter, r *http.Request) {
	text, ok := c.texts[r.URL.Path]
	if ok {
		var list []order
		_ = json.Unmarshal(text, &list) // want `^hot path decodes with encoding/json \(Unmarshal\) \[`
		write(w, list)
	}
}
