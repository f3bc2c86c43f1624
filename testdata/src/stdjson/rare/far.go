package rare

import (
	"encoding/json"
	"net/http"
)

type share struct {
	Name   string
	Labels map[string]string
}

type keeper interface{ keep(p share) error }

type disk struct{ dir string }

// nope: what keeps it takes the time
func (d disk) keep(p share) error {
	text, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return d.create(p.Name, text)
}

func (d disk) create(name string, text []byte) error { return nil }

// nope: one of many things that a request leads to
func (d disk) mark(p share) error {
	text, err := json.Marshal(p.Labels)
	if err != nil {
		return err
	}
	return d.create(p.Name, text)
}

func (d disk) remark(p share) error { return d.mark(p) }

func upload(w http.ResponseWriter, r *http.Request, k keeper, d disk) {
	for name, labels := range r.Header {
		labels := map[string]string{name: labels[0]}
		if k.keep(share{name, labels}) != nil || d.remark(share{name, labels}) != nil {
			return
		}
	}
}

type jsonLogger struct{}

// nope: it belongs to a logger
func (jsonLogger) line(v any) string {
	text, _ := json.Marshal(v)
	return string(text)
}

func written(w http.ResponseWriter, r *http.Request, l jsonLogger) {
	_ = l.line(r.Header)
}
