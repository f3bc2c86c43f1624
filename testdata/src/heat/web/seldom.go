package web

import "net/http"

// A request for administration is the shortest way to shared, but not the one
// that makes it hot.
func adminPage(w http.ResponseWriter, r *http.Request) { shared() }

func listOrders(w http.ResponseWriter, r *http.Request) { orders() }

func orders() { page() }

func page() { shared() }

func shared() {
	probe() // want `request: net/http handler web.listOrders -> calls web.orders -> calls web.page -> calls web.shared`
}

// Where nothing else leads to it, that is the evidence.
func dumpState(w http.ResponseWriter, r *http.Request) { state() }

func state() {
	probe() // want `request: net/http handler web.dumpState -> calls web.state`
}
