package partly

import (
	"net/http"
	"testing"
)

func start(tb testing.TB) {
	for {
		probe() // want `^cold: test support$`
	}
}

func hook(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler partly.hook$`
	if testing.Testing() {
		return
	}
}
