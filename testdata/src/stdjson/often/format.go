package often

import (
	"encoding/json"
	"net/http"
	"strings"
)

// Whether a text is JSON is a question of its format, not of how often there is one.
func lines(w http.ResponseWriter, r *http.Request, pages [][]string) (all []map[string]any) {
	for _, texts := range pages {
		for _, text := range texts {
			var m map[string]any
			if i := strings.Index(text, " "); i != -1 {
				text = text[i+1:]
				if strings.HasPrefix(text, "{") {
					_ = json.Unmarshal([]byte(text), &m) // want `^hot path decodes with encoding/json \(Unmarshal\) \[element`
				}
			}
			all = append(all, m)
		}
	}
	return all
}
