// Package mockstore is a package of mocks, by its name.
package mockstore

import "net/http"

func probe() {}

func handler(w http.ResponseWriter, r *http.Request) {
	probe() // want `^cold: test support$`
}

// The handlers of a fake server serve tests as well.
func fakeServer() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^cold: test support$`
	})
}
