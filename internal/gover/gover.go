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
)

// Has reports whether file may use f. A file without a recorded version may
// not; an empty version is an unknown future one, and may.
func Has(pass *analysis.Pass, file *ast.File, f Feature) bool {
	v, ok := pass.TypesInfo.FileVersions[file]
	return ok && (v == "" || version.Compare(v, string(f)) >= 0)
}
