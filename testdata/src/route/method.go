package route

import "net/http"

// Handlers that tell methods apart themselves.

func switched(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet:
		probe() // want "request often"
		fromBoth()
	case http.MethodPost:
		probe() // want "request changing"
		fromBoth()
		inPost()
	case "PUT", "DELETE":
		probe() // want "request changing"
	default:
		probe() // want "request often"
	}
}

func cases(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method == "POST":
		inPost()
		fromBoth()
		probe() // want "request changing"
	case r.Method == "GET":
		probe() // want "request often"
		fromBoth()
	}
}

func compared(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPatch {
		probe() // want "request changing"
		return
	}
	if r.Method != http.MethodGet {
		probe() // want "request often"
		return
	}
	probe() // want "request often"
}

// postOnly answers nothing else: that says no more than that it needs a body.
func postOnly(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		probe() // want "request often"
	}
}

// getOrPost is for GET with a body as well as for POST.
func getOrPost(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "GET", "POST":
		probe() // want "request often"
	case "HEAD":
	}
}

// inLiteral tells them apart in the literal that is the handler.
func inLiteral() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Method == "GET" {
			probe() // want "request often"
		} else if r.Method == "POST" {
			probe() // want "request changing"
		}
	}
}

// fromBoth is reached through GET, too, whatever comes first.
func fromBoth() {
	probe() // want "request often"
}

func inPost() {
	probe() // want "request changing"
	deeper()
}

func deeper() {
	probe() // want "request changing"
}

// several asks for one of some.
func several(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		probe() // want "request often"
	} else if r.Method == "POST" || r.Method == "PUT" {
		probe() // want "request changing"
	}
	if r.Method == "PUT" || r.ContentLength > 0 {
		probe() // want "request often"
	}
}

// job has a method, too, but not that of a request.
type job struct{ Method string }

func other(w http.ResponseWriter, r *http.Request, j job) {
	if j.Method == "PUT" {
		probe() // want "request often"
	}
}
