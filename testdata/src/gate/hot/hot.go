// Package hot has a handler.
package hot

import (
	"net/http"
	"strings"

	"gate/lib"
)

func handle(w http.ResponseWriter, r *http.Request) {
	_ = strings.Title("a")      // want `calls strings.Title \[request: net/http handler hot.handle\]`
	_ = lib.Costly("a")         // want `call of lib.Costly calls strings.Title each time \(lib.go:7\)`
	_ = lib.Two("a")            // want `call of lib.Two -> lib.One -> lib.Outer -> lib.Costly calls strings.Title each time \(lib.go:7\)`
	_ = lib.Three("a")          // nope: too far away
	_ = lib.Maybe("a", r.Close) // nope: conditional
	_ = lib.T{}.Name("a")       // want `call of lib.T.Name calls strings.Title each time`
	_ = lib.Silenced("a")       // nope: silenced where it stands
	_ = strings.Title("a")      //zenith:ignore gate reason
	_ = strings.Title("a")      // want `calls strings.Title`
	_ = strings.Title("a")      //nolint:zenithlint
	_ = strings.Title("a")      //nolint:errcheck,gate // reason
	_ = strings.Title("a")      //nolint
	_ = strings.Title("a")      //lint:ignore gate,other reason
	_ = strings.Title("a")      //zenith:ignore other reason // want `calls strings.Title`
	_ = strings.Title("a")      //nolint:errcheck // want `calls strings.Title`
	//zenith:ignore gate the comment stands alone
	_ = strings.Title("a")
	_ = strings.Title("a") // want `calls strings.Title`
}

// The whole declaration.
//
//zenith:ignore gate all of it
func declared(w http.ResponseWriter, r *http.Request) {
	_ = strings.Title("a")
	_ = strings.Title("a")
}

// nope: nothing shows that it is hot; at level notice it is shown
func unknown() string { return strings.Title("a") } // want unknown:`calls strings.Title`
