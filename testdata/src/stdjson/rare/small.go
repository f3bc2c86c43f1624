package rare

import (
	"encoding/json"
	"log"
	"net/http"
	"net/rpc"
	"net/url"
	"os/exec"
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

// nope: it is only logged, whatever the logger calls that
func access(w http.ResponseWriter, r *http.Request) {
	text, _ := json.Marshal(r.Header)
	log.Print(string(text))
	writeLog(string(text))
}

func writeLog(text string) {}

type lazily func() string

func lazy(f func() string) lazily { return f }

// nope: it is logged where the level is on
func traceLazily(w http.ResponseWriter, r *http.Request, l logger) {
	l.Debugf("header: %s", lazy(func() string {
		text, _ := json.Marshal(r.Header)
		return string(text)
	}))
}

type joined struct{ User, Room string }

type left struct{ User string }

// nope: one of two events of a value or two
func tell[E joined | left](w http.ResponseWriter, r *http.Request, event E) {
	text, _ := json.Marshal(event)
	_, _ = w.Write(text)
}

// nope: an answer that is made elsewhere
func truncate(w http.ResponseWriter, r *http.Request) {
	answer, err := done(r)
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(answer)
}

func done(r *http.Request) (map[string]any, error) {
	if r.ContentLength > 0 {
		return nil, http.ErrBodyNotAllowed
	}
	answer := map[string]any{"success": true}
	return answer, nil
}

// nope: it goes into a file
func persist(w http.ResponseWriter, r *http.Request) {
	text, _ := json.Marshal(r.Header)
	writeSyncFile("header.json", text)
}

func writeSyncFile(name string, text []byte) {}

type caller struct{ client *rpc.Client }

// nope: it waits for the other side
func (c *caller) hook(r *http.Request) {
	text, _ := json.Marshal(r.Header)
	var answer []byte
	_ = c.client.Call("Hook", text, &answer)
}

type tasks struct{}

// nope: something is created, whatever starts that
func start(w http.ResponseWriter, r *http.Request) { tasks{}.Create(w, r.Header) }

func (tasks) Create(w http.ResponseWriter, header http.Header) {
	_ = json.NewEncoder(w).Encode(header)
}

// nope: the program that prints it takes longer
func probe(w http.ResponseWriter, r *http.Request) {
	text, err := exec.Command("probe", r.URL.Path).Output()
	if err != nil {
		return
	}
	var streams []map[string]string
	_ = json.Unmarshal(text, &streams)
	http.Error(w, streams[0]["codec"], http.StatusOK)
}

// nope: things are cancelled once in a while
func cancelAll(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(r.Header)
}
