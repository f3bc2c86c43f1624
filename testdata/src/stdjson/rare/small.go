package rare

import (
	"encoding/json"
	"net/http"
	"net/url"
)

type verdict struct{ Rejected []string }

// nope: an answer of a value or two, although its type could hold many
func verdictOf(w http.ResponseWriter, r *http.Request, key string) {
	rejected := make([]string, 0)
	if key != "" {
		rejected = append(rejected, key)
	}
	answer := &verdict{Rejected: rejected}
	_ = json.NewEncoder(w).Encode(answer)
	other := verdict{Rejected: []string{key}}
	_ = json.NewEncoder(w).Encode(other)
	late := &verdict{}
	late.Rejected = nil
	_ = json.NewEncoder(w).Encode(late)
}

// nope: a parameter that few requests have
func policyOf(form url.Values) error {
	text := form.Get("policy")
	if len(text) == 0 {
		return nil
	}
	var rules map[string][]string
	if err := json.Unmarshal([]byte(text), &rules); err != nil {
		return err
	}
	return use(rules)
}

func use(map[string][]string) error { return nil }

func assume(w http.ResponseWriter, r *http.Request) {
	_ = policyOf(r.Form)
	_ = payloads(r.Form)
}

func payloads(data map[string][]string) (all []map[string]string) {
	values := data["@jsonPayload"]
	for _, text := range values {
		var m map[string]string
		_ = json.Unmarshal([]byte(text), &m)
		all = append(all, m)
	}
	return all
}

type logger struct{}

func (logger) Debugf(format string, args ...any) {}

// nope: it is only logged
func trace(w http.ResponseWriter, r *http.Request, l logger) {
	text, _ := json.Marshal(r.Header)
	l.Debugf("header: %s", string(text))
}
