// Package helpers imports testing outside test files: it helps tests.
package helpers

import (
	"net/http"
	"testing"
)

func probe() {}

func Server(t testing.TB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^cold: test support$`
	}
}

func Wait(t testing.TB) {
	probe() // want `^cold: test support$`
	for {
		probe() // want `^cold: test support$`
	}
}
