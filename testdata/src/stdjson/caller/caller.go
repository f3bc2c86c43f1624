package caller

import (
	"net/http"

	"stdjson/lib"
)

func get(w http.ResponseWriter, r *http.Request) {
	_ = lib.OK(w, r.Header) // want `call of lib.OK -> lib.Write encodes with encoding/json each time \(lib.go:11\), also on lines 15, 16 \[`
}

func post(w http.ResponseWriter, r *http.Request) {
	var v any
	_ = lib.Read(r.Body, &v)
	_ = lib.Write(w, v)
	var c any
	_ = lib.Copy(&c, v) // want `call of lib.Copy copies a value by a round trip through JSON each time \(lib.go:29\) \[`
	lib.Report(w, c)    // want `call of lib.Report indents JSON each time \(lib.go:24\) \[`
}
