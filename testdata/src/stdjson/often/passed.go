package often

import (
	"encoding/json"
	"net/http"
)

type counted struct{ Books int }

// One of its callers passes a list.
func writeValue(w http.ResponseWriter, value any) {
	_ = json.NewEncoder(w).Encode(value) // want `^hot path encodes with encoding/json \(Encoder.Encode\), also on lines 24, 33, 41, 51 \[`
}

func count(w http.ResponseWriter, r *http.Request) { writeValue(w, counted{}) }

func all(w http.ResponseWriter, r *http.Request, list []counted) {
	writeValue(w, counted{len(list)})
	writeValue(w, list)
}

// Who calls it through a variable passes anything.
func writeOther(w http.ResponseWriter, value any) {
	_ = json.NewEncoder(w).Encode(value)
}

var anyWriter = writeOther

func other(w http.ResponseWriter, r *http.Request) { anyWriter(w, r.Header); writeOther(w, 1) }

// WriteAny has callers in other packages.
func WriteAny(w http.ResponseWriter, value any) {
	_ = json.NewEncoder(w).Encode(value)
}

func one(w http.ResponseWriter, r *http.Request) { WriteAny(w, 1) }

// What it gets is not what it writes.
func writeMore(w http.ResponseWriter, value any, list []counted) {
	value = list
	_ = json.NewEncoder(w).Encode(value)
}

func more(w http.ResponseWriter, r *http.Request, list []counted) { writeMore(w, 1, list) }

// It calls itself with what its caller passes.
func writeTwice(w http.ResponseWriter, value any, again bool) {
	if again {
		writeTwice(w, value, false)
	}
	_ = json.NewEncoder(w).Encode(value)
}

func twice(w http.ResponseWriter, r *http.Request, list []counted) { writeTwice(w, list, true) }
