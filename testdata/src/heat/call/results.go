package call

import (
	"net/http"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Functions among several results, and functions started side by side.

func resultHandler(w http.ResponseWriter, r *http.Request) {
	f, err := makeBoth()
	if err != nil {
		return
	}
	f()
	var g func()
	_, g = makeSecond()
	g()

	var group errgroup.Group
	var wg sync.WaitGroup
	for range r.Header {
		group.Go(func() error {
			probe() // want `^element: net/http handler call.resultHandler -> in the loop -> calls func literal`
			return nil
		})
		wg.Go(func() {
			probe() // want `^element: net/http handler call.resultHandler -> in the loop -> calls func literal`
		})
	}
	group.Go(parallel)

	var rp repo
	find := rp.Find // a method value of an interface
	find(1)
	run(passed[int])
	e := &embedding{}
	e.promotedLoad()
}

func parallel() error {
	probe() // want `^request: net/http handler call.resultHandler -> calls call.parallel$`
	return nil
}

func makeBoth() (func(), error) {
	return func() {
		probe() // want `^request: net/http handler call.resultHandler -> calls func literal in call.makeBoth$`
	}, nil
}

func makeSecond() (n int, f func()) {
	return 1, viaSecond
}

func viaSecond() {
	probe() // want `^request: net/http handler call.resultHandler -> calls call.viaSecond$`
}

func passed[T any](v T) {
	probe() // want `^request: net/http handler call.resultHandler -> calls call.passed$`
}

func run(f func(int)) { f(1) }

type embedded struct{}

func (*embedded) promotedLoad() {
	probe() // want `^request: net/http handler call.resultHandler -> calls \(\*call.embedded\).promotedLoad$`
}

type embedding struct{ embedded }
