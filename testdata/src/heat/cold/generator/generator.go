// Package generator writes Go code: it runs when somebody builds.
package generator

import (
	"go/format"
	"net/http"
)

func probe() {}

func write(types []string) ([]byte, error) {
	var text []byte
	for _, t := range types {
		probe() // want `^setup: code generator$`
		text = append(text, t...)
	}
	return format.Source(text)
}

// a service that formats code is asked again and again
func serve(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: `
	text, err := format.Source([]byte(r.URL.Query().Get("text")))
	if err == nil {
		w.Write(text)
	}
}
