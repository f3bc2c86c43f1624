// Package gover tells which Go features a file may use.
package gover

import (
	"go/ast"
	"go/version"

	"golang.org/x/tools/go/analysis"
)

// Feature is the Go version that introduced a feature of the language or the
// standard library.
type Feature string

// Features that rules ask for, each with the release that brought it.
const (
	StringsBuilder Feature = "go1.10" // strings.Builder
	LoopVar        Feature = "go1.22" // loop variables of each turn
	JSONv2         Feature = "go1.27" // encoding/json/v2, and encoding/json on top of it
)

// Has reports whether file may use f. A file without a recorded version may
// not; an empty version is an unknown future one, and may.
func Has(pass *analysis.Pass, file *ast.File, f Feature) bool {
	v, ok := pass.TypesInfo.FileVersions[file]
	return ok && (v == "" || version.Compare(v, string(f)) >= 0)
}

// Known reports whether file is known to have f, for rules about code that f
// makes needless: unlike [Has] it takes no unknown version for a new one.
func Known(pass *analysis.Pass, file *ast.File, f Feature) bool {
	return pass.TypesInfo.FileVersions[file] != "" && Has(pass, file, f)
}
