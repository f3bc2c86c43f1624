package call

import "net/http"

// Annotations overrule all other evidence.

// declared is called where nobody sees it.
//
//zenith:hot
func declared(rows []string) {
	probe() // want `^hot: call.declared, declared hot$`
	hotHelper()
	if err := attempt(); err != nil {
		probe() // want `^hot: call.declared, declared hot$`
	}
	for range rows {
		probe() // want `^hot: call.declared, declared hot$`
	}
}

func attempt() error { return nil }

func hotHelper() {
	probe() // want `^hot: call.declared, declared hot -> calls call.hotHelper$`
}

type engine struct{}

//zenith:hot called by assembly
func (e *engine) step() {
	probe() // want `^hot: \(\*call.engine\).step, declared hot$`
}

// newEngine would be set-up by its name.
//
//zenith:hot
func newEngine() *engine {
	probe() // want `^hot: call.newEngine, declared hot$`
	return nil
}

// rare is a handler that hardly anybody calls.
//
//zenith:cold
func rare(w http.ResponseWriter, r *http.Request) {
	probe() // want `^cold: declared cold$`
	for range r.Header {
		probe() // want `^cold: declared cold$`
	}
	rareHelper()
}

func rareHelper() {
	probe() // want `^setup: only called from set-up code$`
}

//zenith:cold
func (e *engine) reset(r *http.Request) {
	probe() // want `^cold: declared cold$`
}

// Not an annotation: another word.
//
//zenith:hottest
func other(rows []string) {
	probe() // want `^unknown$`
}
