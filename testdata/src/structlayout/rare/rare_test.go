package rare

import "testing"

func BenchmarkWhole(b *testing.B) {
	for b.Loop() {
		kept = whole("")
	}
}

var kept *summary
