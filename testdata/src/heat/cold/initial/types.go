package initial

import "net/http"

// Types for tests, by their names.

type fakeStore struct{}

func (*fakeStore) Serve(w http.ResponseWriter, r *http.Request) {
	probe() // want `^cold: test support$`
}

type ServiceMock struct{}

func (*ServiceMock) Serve(w http.ResponseWriter, r *http.Request) {
	probe() // want `^cold: test support$`
}

// Words that only look like it.

type latest struct{}

func (*latest) Serve(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler \(\*initial.latest\).Serve$`
}

type Fastest struct{}

func (*Fastest) Serve(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler \(\*initial.Fastest\).Serve$`
}
