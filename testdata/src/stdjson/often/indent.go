package often

import (
	"encoding/json"
	"net/http"
)

// Who calls it chooses how it is indented, and whether.
func indentedBy(w http.ResponseWriter, v any, indent string) {
	enc := json.NewEncoder(w)
	enc.SetIndent("", indent)
	_ = enc.Encode(v) // want `^hot path encodes with encoding/json \(Encoder.Encode\) \[request`
}

func indentedAs(w http.ResponseWriter, r *http.Request, list []order) {
	indentedBy(w, list, r.FormValue("indent"))
}
