package rare

import (
	"encoding/json"
	"net/http"
)

type connection struct {
	Address string
	Bytes   int64
}

// nope: what the file is named after is asked for every now and then
func connections(w http.ResponseWriter, r *http.Request, list []connection) {
	text, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return
	}
	_, _ = w.Write(text)
	_ = json.NewEncoder(w).Encode(list)
}
