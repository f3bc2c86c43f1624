package often

import (
	"encoding/json"
	"net/http"
)

// The loop stands in administration, but it is not the only caller.
func (s *server) order(w http.ResponseWriter, r *http.Request) { s.decodeOrder(r.URL.Path) }

func (s *server) decodeOrder(text string) (o order) {
	_ = json.Unmarshal([]byte(text), &o) // want `^hot path decodes with encoding/json \(Unmarshal\) \[request: net/http handler \(\*often.server\).order -> `
	return o
}
