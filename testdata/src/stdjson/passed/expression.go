package passed

import (
	"encoding/json"
	"net/http"
)

type writer struct{}

// It is called with its receiver as an argument.
func (writer) write(value any, w http.ResponseWriter) {
	_ = json.NewEncoder(w).Encode(value) // want `^hot path encodes with encoding/json \(Encoder.Encode\) \[`
}

func byExpression(w http.ResponseWriter, r *http.Request, list []counted) {
	writer.write(writer{}, list, w)
}
