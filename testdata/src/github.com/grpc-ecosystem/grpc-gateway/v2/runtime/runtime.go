// Package runtime is a stub of the gateway, for fixtures.
package runtime

import "net/http"

type HandlerFunc func(w http.ResponseWriter, r *http.Request, pathParams map[string]string)

type ServeMux struct{}

func (*ServeMux) HandlePath(meth, pathPattern string, h HandlerFunc) error { return nil }
