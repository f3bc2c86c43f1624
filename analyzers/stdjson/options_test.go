package stdjson_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"

	"github.com/zenithlint/zenithlint/analyzers/stdjson"
)

// service is a module that requires a codec; its source stands in for it.
const service = `
-- go.mod --
module example.com/service

go 1.26

require github.com/goccy/go-json v0.12.0

require example.com/indirect/json v1.0.0 // indirect

replace github.com/goccy/go-json => ./codec
replace example.com/indirect/json => ./indirect
-- codec/go.mod --
module github.com/goccy/go-json
-- indirect/go.mod --
module example.com/indirect/json
-- codec/json.go --
package json

import "encoding/json"

var (
	Marshal    = json.Marshal
	NewEncoder = json.NewEncoder
)
-- web/web.go --
package web

import (
	"encoding/json"
	"net/http"
)

func list(w http.ResponseWriter, r *http.Request) {
	enc := json.NewEncoder(w)
	_ = enc.Encode(r.Header)
}
-- named/named.go --
package named

import (
	std "encoding/json" // the codec
	"net/http"
)

func list(w http.ResponseWriter, r *http.Request) { _ = std.NewEncoder(w).Encode(r.Header) }
-- kept/errors.go --
package kept

import (
	"encoding/json"
	"net/http"
)

func list(w http.ResponseWriter, r *http.Request) {
	_, err := json.Marshal(r.Header)
	if _, ok := err.(*json.UnsupportedTypeError); ok {
		return
	}
	text, _ := json.Marshal(r.Header)
	w.Write(text)
}
-- kept/leaves.go --
package kept

import (
	"encoding/json"
	"net/http"
)

func leaves(w http.ResponseWriter, r *http.Request) {
	enc := json.NewEncoder(w)
	_ = enc.Encode(r.Header)
	configure(enc)
}

func configure(enc interface{ SetEscapeHTML(bool) }) {}
`

// TestSwitch checks that the import is changed on demand only, where go.mod has
// the codec and everything the file uses is in it.
func TestSwitch(t *testing.T) {
	pkgs := load(t)
	fixed := map[string]string{
		"web.go":   `json "github.com/goccy/go-json"`,
		"named.go": `"github.com/goccy/go-json"`,
	}
	assert.Equal(t, fixed, fixes(analyze(t, pkgs, stdjson.Options{Switch: true}, "")))
	assert.Equal(t, fixed, fixes(analyze(t, pkgs, stdjson.Options{Switch: true, Prefer: "github.com/goccy/go-json"}, "go1.27")))
	assert.Empty(t, fixes(analyze(t, pkgs, stdjson.Options{}, "")), "without -switch")
	assert.Empty(t, fixes(analyze(t, pkgs, stdjson.Options{Switch: true, Prefer: "github.com/bytedance/sonic"}, "")), "not required")
	assert.Empty(t, fixes(analyze(t, pkgs, stdjson.Options{Switch: true, Prefer: "example.com/indirect/json"}, "")), "not required directly")
	assert.Empty(t, fixes(analyze(t, pkgs, stdjson.Options{Switch: true, Prefer: "encoding/json/v2"}, "")), "not part of this Go version")
}

// TestVersion checks that modules of a Go version with the new engine behind
// encoding/json are left alone, unless a codec is preferred.
func TestVersion(t *testing.T) {
	pkgs := load(t)
	assert.Len(t, analyze(t, pkgs, stdjson.Options{}, ""), 4)
	assert.Len(t, analyze(t, pkgs, stdjson.Options{}, "go1.26"), 4)
	assert.Empty(t, analyze(t, pkgs, stdjson.Options{}, "go1.27"))
	assert.Len(t, analyze(t, pkgs, stdjson.Options{Prefer: "encoding/json/v2"}, "go1.27"), 4)
}

type diagnostic struct {
	analysis.Diagnostic
	file string
}

// load type-checks the service.
func load(t *testing.T) []*packages.Package {
	dir := t.TempDir()
	files, err := txtar.FS(txtar.Parse([]byte(service)))
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(dir, files))
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule,
		Dir:  dir,
		Env:  append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "GOPROXY=off"),
	}, "./web", "./named", "./kept")
	require.NoError(t, err)
	for _, pkg := range pkgs {
		require.Empty(t, pkg.Errors)
		pkg.Imports = nil
	}
	return pkgs
}

// analyze returns what the rule says about the packages, as if their files were
// of the given Go version.
func analyze(t *testing.T, pkgs []*packages.Package, opts stdjson.Options, version string) (list []diagnostic) {
	for _, pkg := range pkgs {
		for file := range pkg.TypesInfo.FileVersions {
			pkg.TypesInfo.FileVersions[file] = version
		}
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{stdjson.New(opts)}, pkgs, nil)
	require.NoError(t, err)
	for _, act := range graph.Roots {
		require.NoError(t, act.Err)
		for _, d := range act.Diagnostics {
			list = append(list, diagnostic{d, filepath.Base(act.Package.Fset.Position(d.Pos).Filename)})
		}
	}
	return list
}

// fixes returns the new text of each fix, by the name of the file.
func fixes(list []diagnostic) map[string]string {
	texts := make(map[string]string)
	for _, d := range list {
		for _, fix := range d.SuggestedFixes {
			texts[d.file] = string(fix.TextEdits[0].NewText)
		}
	}
	return texts
}
