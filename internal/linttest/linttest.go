// Package linttest is the fixture harness of the rules. Tests only.
package linttest

import (
	"path/filepath"
	"runtime"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// Run checks the analyzer on its fixtures, testdata/src/<name>/... of the
// repository.
func Run(t *testing.T, a *analysis.Analyzer) {
	t.Helper()
	_, file, _, _ := runtime.Caller(0)
	dir := filepath.Join(filepath.Dir(file), "..", "..", "testdata")
	analysistest.RunWithSuggestedFixes(t, dir, a, a.Name+"/...")
}
