package rare

import "testing"

func BenchmarkWhole(b *testing.B) {
	for b.Loop() {
		kept = whole("")
	}
}

var kept *summary

func BenchmarkHandful(b *testing.B) {
	for b.Loop() {
		handfuls(nil, nil)
	}
}
