package web

import "net/http"

// event is the request context of a framework that no table lists.
type event struct {
	exchange
	user string
}

type exchange struct {
	Request  *http.Request
	Response http.ResponseWriter
}

// recorded holds a request only.
type recorded struct{ Request *http.Request }

func list(e *event) error {
	probe() // want `^request: handler web.list$`
	return nil
}

// nope: nothing says that it is the context of a handler
func replay(r *recorded) error {
	probe() // want `^unknown$`
	return nil
}
