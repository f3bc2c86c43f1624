package often

import (
	"encoding/json"
	"net/http"
)

// A codec of the module's own, behind an interface.
type codec interface {
	Marshal(v any) ([]byte, error)
	Unmarshal(text []byte, v any) error
}

type jsonCodec struct{}

func (jsonCodec) Marshal(v any) ([]byte, error) {
	return json.Marshal(v) // want "hot path encodes with encoding/json"
}

func (jsonCodec) Unmarshal(text []byte, v any) error { // want Unmarshal:`decodes with encoding/json`
	return json.Unmarshal(text, v)
}

var byName = map[string]codec{"json": jsonCodec{}}

func reply(w http.ResponseWriter, r *http.Request, v any) {
	text, err := byName[r.Header.Get("Accept")].Marshal(v)
	if err == nil {
		_, err = w.Write(text)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
