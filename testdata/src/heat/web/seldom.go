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

// Nor is one that changes something, where others read.
func createOrder(w http.ResponseWriter, r *http.Request) { both() }

func showOrder(w http.ResponseWriter, r *http.Request) { order() }

func order() { both() }

func both() {
	probe() // want `request: net/http handler web.showOrder -> calls web.order -> calls web.both`
}

// The name of the file says it, too: see users_admin.go.
func listUsers(w http.ResponseWriter, r *http.Request) { users() }

func users() { inFile() }

func inFile() {
	probe() // want `request: net/http handler web.listUsers -> calls web.users -> calls web.inFile`
}
