package often

import (
	"encoding/json"
	"net/http"
)

type guarded struct{ names map[string][]string }

// A text that goes back to the handler, behind what guards it.
func (g *guarded) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "" {
		return
	}
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		g.list(w, r, 1)
	case http.MethodPut:
		g.names = map[string][]string{r.URL.Path: r.Header["Name"]}
	}
}

func (g *guarded) list(w http.ResponseWriter, r *http.Request, page int) {
	if r.Method == http.MethodGet {
		_, _ = w.Write([]byte(g.text()))
	}
}

func (g *guarded) text() string {
	text, err := json.Marshal(g.names) // want `^hot path encodes with encoding/json \(Marshal\) \[request: net/http handler \(\*often.guarded\).ServeHTTP -> calls \(\*often.guarded\).list -> calls`
	if err != nil {
		return ""
	}
	return string(text)
}
