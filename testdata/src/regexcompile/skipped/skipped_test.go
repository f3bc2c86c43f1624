package skipped

import (
	"net/http"
	"regexp"
	"testing"
)

// nope: a test
func handleTest(w http.ResponseWriter, r *http.Request) {
	regexp.MustCompile(`in a test`).MatchString(r.Host)
}

func BenchmarkIt(b *testing.B) {
	for b.Loop() {
		regexp.MustCompile(`in a benchmark`).MatchString("")
	}
}
