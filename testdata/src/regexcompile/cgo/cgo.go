// Package cgo has a file that cgo rewrites before it is analysed.
package cgo

/*
static int twice(int n) { return 2 * n; }
*/
import "C"

import (
	"net/http"
	"regexp"
)

// no fix: its edits would be for the rewritten file
func handle(w http.ResponseWriter, r *http.Request) {
	if C.twice(2) == 4 {
		regexp.MustCompile(`cgo`).MatchString(r.Host) // want "is compiled again each time"
	}
}
