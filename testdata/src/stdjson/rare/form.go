package rare

import (
	"encoding/json"
	"net/http"
)

type rating struct {
	Book, Reader, Text   string
	Stars, Page, Edition int
	Tags                 []string
	Public               bool
}

// A form of two values costs less than a microsecond, whatever the codec.
func rate(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Book  string
		Stars int
	}
	_ = json.NewDecoder(r.Body).Decode(&in)
	_ = in
}

// As does one object of seven.
func edition(w http.ResponseWriter, r *http.Request, e *struct {
	Book, Author, Publisher, Place string
	Year, Pages, Number            int
}) {
	_ = json.NewEncoder(w).Encode(e)
}

type ratings struct{ list []rating }

// What is told to something else on the way is one of many things that happen.
func (rs *ratings) show(w http.ResponseWriter, r *http.Request) {
	rs.tell("shown")
}

func (rs *ratings) tell(event string) {
	text, _ := json.Marshal(map[string]any{event: rs.list})
	publish(text)
}

// As is what is done for each of a list, in a function of its own.
func (rs *ratings) each(w http.ResponseWriter, r *http.Request) {
	for i := range rs.list {
		rs.one(&rs.list[i])
	}
}

func (rs *ratings) one(r *rating) {
	text, _ := json.Marshal(r)
	publish(text)
}

func publish(text []byte) {}

// What is indented is for people, or for a file.
func (rs *ratings) download(w http.ResponseWriter, r *http.Request) { publish(rs.manifest()) }

func (rs *ratings) manifest() []byte {
	text, _ := json.MarshalIndent(rs.list, "", "  ")
	return text
}
