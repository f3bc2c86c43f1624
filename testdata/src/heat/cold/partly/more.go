package partly

import "net/http"

func show(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler partly.show$`
}
