package initial

import (
	"net/http"
	"testing"
)

func TestProbe(t *testing.T) {
	probe() // want `^cold: test$`
	for range 100 {
		probe() // want `^cold: test$`
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^cold: test$`
	})
}

func TestMain(m *testing.M) {
	probe() // want `^cold: test$`
}

func ExampleExported() {
	probe() // want `^cold: test$`
}

func FuzzProbe(f *testing.F) {
	f.Fuzz(func(t *testing.T, s string) {
		probe() // want `^cold: test$`
	})
}

// Nothing is reported in a benchmark either: it is evidence for what it calls.
func BenchmarkProbe(b *testing.B) {
	for b.Loop() {
		probe() // want `^cold: test$`
	}
}

func helper(w http.ResponseWriter, r *http.Request) {
	probe() // want `^cold: test$`
}
