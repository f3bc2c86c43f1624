package codec

import (
	. "encoding/json"
	"net/http"
)

func dotted(w http.ResponseWriter, r *http.Request) {
	var v any
	err := Unmarshal([]byte(r.URL.Path), &v) // want `^hot path decodes with encoding/json \(Unmarshal\), also on line 16 \[`
	if err != nil {
		return
	}
	func() {
		defer func() {
			text, _ := Marshal(v)
			w.Write(text)
		}()
	}()
}
