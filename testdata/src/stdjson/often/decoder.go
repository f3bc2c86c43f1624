package often

import (
	"encoding/json"
	"net/http"
)

type command struct{ Params map[string]string }

type decoder interface {
	Decode(text []byte) (command, error)
}

type jsonDecoder struct{}

// A codec of one type.
func (jsonDecoder) Decode(text []byte) (cmd command, err error) {
	err = json.Unmarshal(text, &cmd) // want `^hot path decodes with encoding/json \(Unmarshal\) \[`
	return cmd, err
}

func run(w http.ResponseWriter, r *http.Request, d decoder) {
	cmd, err := d.Decode([]byte(r.URL.Path))
	if err == nil {
		reply(w, r, cmd.Params)
	}
}
