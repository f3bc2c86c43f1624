package call

import "net/http"

// Calls of functions and methods, through several hops.

func handler(w http.ResponseWriter, r *http.Request) {
	one()
	(&store{}).load()
	defer deferred()
	go started()
	if r.Body != nil {
		conditional()
	}
	for range r.Header {
		perHeader()
	}
	instance[int](1)
	_ = (&list[string]{}).add("x")
}

func one() {
	probe() // want `^request: net/http handler call.handler -> calls call.one$`
	two()
}

func two() {
	probe() // want `^request: net/http handler call.handler -> calls call.one -> calls call.two$`
	for range 100 {
		three()
	}
}

func three() {
	probe() // want `^element: net/http handler call.handler -> calls call.one -> calls call.two -> in the loop -> calls call.three$`
}

func deferred() {
	probe() // want `^request: net/http handler call.handler -> calls call.deferred$`
}

func started() {
	probe() // want `^request: net/http handler call.handler -> calls call.started$`
}

func conditional() {
	probe() // want `^request: net/http handler call.handler -> calls call.conditional$`
}

func perHeader() {
	probe() // want `^element: net/http handler call.handler -> in the loop -> calls call.perHeader$`
}

type store struct{ rows map[string]int }

func (s *store) load() {
	probe() // want `^request: net/http handler call.handler -> calls \(\*call.store\).load$`
}

// Nobody calls it.
func unused() {
	probe() // want `^unknown$`
}

// Generic functions and methods of generic types.

func instance[T any](v T) {
	probe() // want `^request: net/http handler call.handler -> calls call.instance$`
	inner(v)
}

func inner[T any](v T) {
	probe() // want `^request: net/http handler call.handler -> calls call.instance -> calls call.inner$`
}

type list[T any] struct{ elems []T }

func (l *list[T]) add(v T) *list[T] {
	probe() // want `^request: net/http handler call.handler -> calls \(\*call.list\).add$`
	l.elems = append(l.elems, v)
	return l
}

// A loop without a request.

func batch(rows []string) {
	for range rows {
		row()
	}
}

func row() {
	probe() // want `^loop: call.batch -> in the loop -> calls call.row$`
	cell()
}

func cell() {
	probe() // want `^loop: call.batch -> in the loop -> calls call.row -> calls call.cell$`
}

// Recursion alone proves nothing; recursion from a request is on its path.

func depth(n int) {
	probe() // want `^unknown$`
	if n > 0 {
		depth(n - 1)
	}
}

func even(n int) {
	probe() // want `^unknown$`
	odd(n - 1)
}

func odd(n int) {
	probe() // want `^unknown$`
	even(n - 1)
}

func tree(r *http.Request) { left(3) }

func left(n int) {
	probe() // want `^request: call.tree takes \*http.Request -> calls call.left$`
	right(n)
}

func right(n int) {
	probe() // want `^request: call.tree takes \*http.Request -> calls call.left -> calls call.right$`
	left(n - 1)
}
