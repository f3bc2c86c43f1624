package rare

import (
	"encoding/json"
	"net/http"
)

type router struct{}

func (router) Router(path string, controller any, methods ...string) {}

type controller struct {
	body []byte
	w    http.ResponseWriter
}

func register() { router{}.Router("/api/books", &controller{}, "GET:List") }

// nope: methods that are registered by their names mostly serve administrators
func (c *controller) List() {
	var names []string
	_ = json.Unmarshal(c.body, &names)
	var m map[string]any
	_ = json.Unmarshal(c.body, &m)
	println(m["name"].(string), names[0])
}
