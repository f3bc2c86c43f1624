package call

import "net/http"

// Function values: in variables, fields, maps, slices, parameters, results.

func valueHandler(w http.ResponseWriter, r *http.Request) {
	local := func() {
		probe() // want `^request: net/http handler call.valueHandler -> calls func literal`
	}
	local()

	var named func()
	named = viaLocal
	named()

	t := &table{render: viaField}
	t.render()
	t.set()
	t.later()

	byName["a"]()
	for _, f := range list3 {
		f()
	}

	maker()()
	m := (&store{}).viaMethodValue
	m()
	expr := (*store).viaMethodExpr
	expr(&store{})

	each(3, func(i int) {
		probe() // want `^element: net/http handler call.valueHandler -> in the loop -> calls func literal`
	})
	each(3, viaParam)
	apply(func() {
		probe() // want `^request: net/http handler call.valueHandler -> calls func literal`
	})
	forward(func() {
		probe() // want `^element: net/http handler call.valueHandler -> in the loop -> calls func literal`
	})
	go func() {
		probe() // want `^request: net/http handler call.valueHandler -> calls func literal`
	}()
	defer func() {
		probe() // want `^request: net/http handler call.valueHandler -> calls func literal`
	}()
	func() {
		probe() // want `^request: net/http handler call.valueHandler -> calls func literal`
	}()
}

func viaLocal() {
	probe() // want `^request: net/http handler call.valueHandler -> calls call.viaLocal$`
}

type table struct {
	render func()
	later  func()
	never  func()
}

func viaField() {
	probe() // want `^request: net/http handler call.valueHandler -> calls call.viaField$`
}

func (t *table) set() {
	t.later = func() {
		probe() // want `^request: net/http handler call.valueHandler -> calls func literal`
	}
	t.never = func() {
		probe() // want `^unknown$`
	}
}

var byName = map[string]func(){
	"a": viaMap,
	"b": func() {
		probe() // want `^request: net/http handler call.valueHandler -> calls func literal`
	},
}

func viaMap() {
	probe() // want `^request: net/http handler call.valueHandler -> calls call.viaMap$`
}

var list3 = []func(){viaSlice, viaSlice, viaSlice}

func viaSlice() {
	probe() // want `^request: net/http handler call.valueHandler -> calls call.viaSlice$`
}

func maker() func() {
	probe() // want `^request: net/http handler call.valueHandler -> calls call.maker$`
	return func() {
		probe() // want `^request: net/http handler call.valueHandler -> calls func literal`
	}
}

func (s *store) viaMethodValue() {
	probe() // want `^request: net/http handler call.valueHandler -> calls \(\*call.store\).viaMethodValue$`
}

func (s *store) viaMethodExpr() {
	probe() // want `^request: net/http handler call.valueHandler -> calls \(\*call.store\).viaMethodExpr$`
}

// Calls its parameter per element.
func each(n int, f func(i int)) {
	for i := range n {
		f(i)
	}
}

func viaParam(i int) {
	probe() // want `^element: net/http handler call.valueHandler -> in the loop -> calls call.viaParam$`
}

// Calls its parameter once.
func apply(f func()) { f() }

// Hands it on to one that loops.
func forward(f func()) {
	each(9, func(int) { f() })
	repeat(f)
}

func repeat(f func()) {
	for range 100 {
		f()
	}
}

// The same callee, used by set-up code: what one caller passes is not what
// another gets.
func newTable() *table {
	apply(func() {
		probe() // want `^setup: `
	})
	each(3, func(int) {
		probe() // want `^setup: `
	})
	return &table{}
}

// A function handed to code that is not analysed may be called by it.
func submit(w http.ResponseWriter, r *http.Request) {
	http.TimeoutHandler(nil, 0, "").ServeHTTP(w, r)
	pool(r, func() {
		probe() // want `^request: net/http handler call.submit -> calls func literal`
	})
}

func pool(r *http.Request, f func()) {
	queue <- f
}

var queue = make(chan func(), 10)

func workers() {
	for f := range queue {
		f()
	}
}
