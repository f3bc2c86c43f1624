// Package partly is a service, one file of which has hooks for tests, too.
package partly

import "net/http"

func probe() {}

func list(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler partly.list$`
}
