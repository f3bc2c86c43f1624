// Package crash tells where a panic comes from, so that a mistake of ours on one
// package is reported and does not end the run.
package crash

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// Site returns the file and line that panicked, as "file.go:12". It is for
// deferred functions that recover.
func Site() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	panicking := false
	for {
		f, more := frames.Next()
		if panicking && !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
		panicking = panicking || f.Function == "runtime.gopanic"
		if !more {
			return "unknown place"
		}
	}
}
