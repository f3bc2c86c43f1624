// Package rare has JSON that few of the requests need.
package rare

import (
	"encoding/json"
	"io"
	"net/http"
)

// nope: few requests fail
func writeError(w http.ResponseWriter, r *http.Request, v any) {
	_ = json.NewEncoder(w).Encode(v)
}

type problem struct {
	Title  string
	Fields []string
}

type refusal struct{ Reasons []string }

func (refusal) Error() string { return "" }

func answer(w http.ResponseWriter, r *http.Request, p problem, no refusal) {
	if r.ContentLength > 100 {
		_ = json.NewEncoder(w).Encode(p)
		return
	}
	_ = json.NewEncoder(w).Encode(no)
}

// nope: people log in, sign up and are managed once in a while
func enter(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Name     string
		Password string
	}
	_ = json.NewDecoder(r.Body).Decode(&in)
	http.Error(w, in.Name, http.StatusOK)
}

func finishOAuth2(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(r.Header)
}

// nope: a notice at most, and only where the own name says so, since a chain
// shows one of many callers
func dumpAny(w http.ResponseWriter, r *http.Request, v any) {
	_ = json.NewEncoder(w).Encode(v)
}

type settings struct{ Routes map[string]route }

type route struct {
	Path    string
	Methods []string
}

type modifier struct{}

func (modifier) Apply() {}

type panel struct {
	config         settings
	configModifier modifier
	routes         map[string]route
}

// nope: it changes the configuration
func (p *panel) addRoute(w http.ResponseWriter, r *http.Request) {
	var in route
	_ = json.NewDecoder(r.Body).Decode(&in)
	p.config.Routes[in.Path] = in
	p.configModifier.Apply()
}

// nope: it shows the configuration, or a part of it
func (p *panel) listRoutes(w http.ResponseWriter, r *http.Request) {
	var list []route
	for _, route := range p.config.Routes {
		list = append(list, route)
	}
	_ = json.NewEncoder(w).Encode(list[:10])
}

type shown struct {
	route
	Tags []string
}

func (p *panel) showRoute(w http.ResponseWriter, r *http.Request) {
	found := p.config.Routes[r.URL.Path]
	answer := shown{found, nil}
	_ = json.NewEncoder(w).Encode(answer)
}

// nope: people import once in a while
func importAll(w http.ResponseWriter, r *http.Request) {
	var in map[string]any
	_ = json.NewDecoder(r.Body).Decode(&in)
	println(in["name"].(string))
}

// nope: nor is a password deeper in it anything that many requests bring
func editUser(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Which []string
		User  *struct{ Name, Password string }
	}
	_ = json.NewDecoder(r.Body).Decode(&in)
	http.Error(w, in.User.Name, http.StatusOK)
}

type overview struct{ Routes, Names []string }

func (p *panel) overview(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(overviewOf(p))
	answer := overview{Routes: keys(p.config.Routes), Names: names(p.config)}
	_ = json.NewEncoder(w).Encode(answer)
}

func overviewOf(*panel) string { return "" }

func keys(map[string]route) []string { return nil }

func names(settings) []string { return nil }

// nope: a field or two take no codec a microsecond
func rename(w http.ResponseWriter, r *http.Request) {
	var in struct {
		ID   int
		Name string
	}
	_ = json.NewDecoder(r.Body).Decode(&in)
	http.Error(w, in.Name, in.ID)
}

type part struct {
	Extra []string
	Text  string
}

// nope: few requests bring the part
func (p *panel) extras(w http.ResponseWriter, r *http.Request, in []*part) {
	for _, part := range in {
		if len(part.Extra) > 0 {
			text, _ := json.Marshal(part.Extra)
			part.Text = string(text)
		}
	}
	if text := r.FormValue("extra"); text != "" {
		var more []string
		_ = json.Unmarshal([]byte(text), &more)
		io.WriteString(w, more[0])
	}
	io.WriteString(w, text(in))
}

// nope: a text of those values that nothing else knows
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	default:
		text, _ := json.Marshal(v)
		return string(text)
	}
}

// nope: of the requests to a service most read, and what changes something has
// a body of its own
func (p *panel) createRoute(w http.ResponseWriter, r *http.Request) {
	var in struct{ Tags []route }
	_ = json.NewDecoder(r.Body).Decode(&in)
	io.WriteString(w, in.Tags[0].Path)
}

// nope: a map of which a password is read
func credentials(w http.ResponseWriter, r *http.Request) {
	m := make(map[string]string)
	_ = json.NewDecoder(r.Body).Decode(&m)
	io.WriteString(w, m["user"]+m["password"])
}

type pair struct{ Key, Value string }

// nope: a few values are encoded in a tenth of a microsecond
func few(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(pair{"key", r.URL.Path})
}

// nope: a condition decides whether it is called
func lookUp(w http.ResponseWriter, r *http.Request) {
	if filter := r.FormValue("filter"); filter != "" {
		io.WriteString(w, parseFilter(filter)[0])
	}
}

func parseFilter(text string) (words []string) {
	_ = json.Unmarshal([]byte(text), &words)
	return words
}

// nope: configuration by the name of what is encoded, or of the text
func index(w http.ResponseWriter, r *http.Request) {
	appConfig := make(map[string]any)
	for name := range r.Header {
		appConfig[name] = name
	}
	text, _ := json.Marshal(appConfig)
	w.Write(text)
	confText, _ := json.Marshal(r.Header)
	w.Write(confText)
}

// nope: a token is short
func nextPageToken(w http.ResponseWriter, r *http.Request, place any) {
	_ = json.NewEncoder(w).Encode(place)
}
