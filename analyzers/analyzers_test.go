package analyzers_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/zenithlint/zenithlint/analyzers"
	"github.com/zenithlint/zenithlint/internal/doctext"
)

const (
	module = "github.com/zenithlint/zenithlint/"
	root   = ".." // of the repository
)

// TestAll checks that the list and the folders agree, so that a new folder
// cannot be forgotten.
func TestAll(t *testing.T) {
	var folders, names []string
	entries, err := os.ReadDir(".") // sorted: so the list must be, too
	require.NoError(t, err)
	for _, e := range entries {
		if e.IsDir() && e.Name() != "testdata" {
			folders = append(folders, e.Name())
		}
	}
	for _, a := range analyzers.All {
		names = append(names, a.Name)
	}
	assert.Equal(t, folders, names, "one analyzer per folder, sorted")
	assert.NoError(t, analysis.Validate(analyzers.All))
}

// TestParts checks that every rule has its fixtures, its benchmark, and a page
// with all parts in their order.
func TestParts(t *testing.T) {
	for _, a := range analyzers.All {
		assert.DirExists(t, filepath.Join(root, "testdata", "src", a.Name))
		assert.FileExists(t, filepath.Join(root, "bench", a.Name, "bench_test.go"))
		assert.Equal(t, module[:len(module)-1], strings.TrimPrefix(strings.SplitN(a.URL, "/tree/", 2)[0], "https://"))

		summary := doctext.Summary(a.Doc)
		assert.Less(t, len(summary), 90, "%s: summary", a.Name)
		assert.NotRegexp(t, `\.$|^[A-Z]`, summary, "%s: summary: lower case, no full stop", a.Name)
		at := 0
		for _, part := range doctext.Parts {
			i := strings.Index(a.Doc, "\n"+part+":")
			assert.Greater(t, i, at, "%s: part %q is missing or out of order", a.Name, part)
			at = i
		}
	}
}

// layers are the packages from the top down: each imports only those below it.
var layers = [][]string{
	{"cmd/", "e2e/"},
	{"internal/cli", "internal/vetface", "golangci"},
	{"internal/fix"},
	{"internal/engine"},
	{"internal/baseline", "internal/output"},
	{"analyzers"},
	{"analyzers/"},
	{"internal/linttest", "internal/demotest"},
	{"internal/rule"},
	{"internal/heat"},
	{"internal/config"},
	{"internal/directive"},
	{"internal/edit"},
	{"internal/crash", "internal/doctext", "internal/finding", "internal/gitrev", "internal/gover", "internal/modroot", "internal/query", "internal/suggest"},
	{"bench/"},
}

// TestLayers checks the directions of imports, and that no rule imports
// another.
func TestLayers(t *testing.T) {
	cfg := &packages.Config{Mode: packages.NeedName | packages.NeedImports, Dir: root}
	pkgs, err := packages.Load(cfg, "./...")
	require.NoError(t, err)
	require.Greater(t, len(pkgs), 10)
	mains := 0
	for _, p := range pkgs {
		if p.Name == "main" {
			mains++
		}
		from := layer(p.PkgPath)
		require.GreaterOrEqual(t, from, 0, "%s is in no layer", p.PkgPath)
		for _, path := range slices.Sorted(maps.Keys(p.Imports)) {
			if strings.HasPrefix(path, module) {
				assert.Greater(t, layer(path), from, "%s imports %s", p.PkgPath, path)
			}
		}
	}
	assert.Equal(t, 1, mains, "go install ./... must install zenithlint alone")
}

func layer(path string) int {
	path = strings.TrimPrefix(path, module)
	return slices.IndexFunc(layers, func(names []string) bool {
		return slices.ContainsFunc(names, func(name string) bool {
			return path == name || strings.HasSuffix(name, "/") && strings.HasPrefix(path, name)
		})
	})
}
