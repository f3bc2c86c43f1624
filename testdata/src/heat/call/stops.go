package call

import (
	"errors"
	"net/http"
	"sync"
)

// Where heat stops: error paths, bodies that run once, cache misses, guards.

var (
	once  sync.Once
	debug bool
)

func guarded(w http.ResponseWriter, r *http.Request) {
	err := fetch()
	if err != nil {
		explain()
		return
	}
	once.Do(func() { prepare() })
	if debug {
		dump()
	}
	s := &store{}
	if _, ok := s.rows[r.URL.Path]; !ok {
		s.rows[r.URL.Path] = compute()
	}
	if r.Body == nil {
		die()
		panic("no body")
	}
	_ = errors.New(describe())
}

func fetch() error {
	probe() // want `^request: net/http handler call.guarded -> calls call.fetch$`
	return nil
}

func explain() {
	probe() // want `^setup: `
}

func prepare() {
	probe() // want `^setup: `
}

func dump() {
	probe() // want `^setup: `
}

func compute() int {
	probe() // want `^setup: `
	return 0
}

func die() {
	probe() // want `^setup: `
}

func describe() string {
	probe() // want `^setup: `
	return ""
}

// Called from both a cold and a hot place.

func handler2(w http.ResponseWriter, r *http.Request) {
	if err := fetch(); err != nil {
		both()
	}
	both()
}

func both() {
	probe() // want `^request: net/http handler call.handler2 -> calls call.both$`
}

// An exported function may have callers elsewhere.

func failing() error {
	if err := fetch(); err != nil {
		Report(err)
		return err
	}
	return nil
}

func Report(err error) {
	probe() // want `^unknown$`
}
