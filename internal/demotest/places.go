// Package demotest is for tests that meet zenithlint as its users do. It says
// what each face finds in testdata/demo, and runs programs on copies of it.
package demotest

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What the faces find, as "file:line rule". This is the one list that the test
// of every face compares with; testdata/demo/README.md gives the reasons.
var (
	everywhere = []string{
		"internal/feed/feed.go:16 concatloop",
		"internal/httpjson/httpjson.go:15 stdjson",
		"internal/web/books.go:42 stdjson",
		"internal/web/export.go:23 concatloop",
		"internal/web/export.go:48 concatloop",
		"internal/web/middleware.go:20 regexcompile",
		"internal/worker/watchers.go:58 errgroup",
		"internal/worker/worker.go:90 regexcompile",
	}
	// The place of the cost, where callers in other packages make it hot.
	wholeModule = []string{
		"internal/catalog/catalog.go:86 structlayout", // loops in two packages: no fact tells of loops
		"internal/isbn/isbn.go:14 regexcompile",
		"internal/slug/slug.go:13 regexcompile", // through an interface between packages: no fact tells
	}
	// One package at a time, where facts about other packages tell of it, the
	// same is found at the call or use.
	acrossPackages = []string{
		"internal/worker/worker.go:71 regexcompile",
	}
)

// WholeModule is what the faces find that see all packages at once: the command
// line, in every format, and what runs it.
func WholeModule() []string { return join(everywhere, wholeModule) }

// AcrossPackages is what the faces find that see one package at a time, with
// facts about those that it imports: go vet, nogo, golangci-lint with
// cross-package.
func AcrossPackages() []string { return join(everywhere, acrossPackages) }

// PackageAlone is what is found without such facts: golangci-lint by default.
func PackageAlone() []string { return join(everywhere, nil) }

func join(a, b []string) []string { return slices.Sorted(slices.Values(slices.Concat(a, b))) }

var (
	named     = regexp.MustCompile(`(?m)^(?:\./)?([\w/.]+\.go:\d+):\d+: (\w+): `)
	bracketed = regexp.MustCompile(`(?m)^([\w/.]+\.go:\d+):\d+: .* \((\w+)\)$`)
)

// Named returns the places in what go vet and golangci-lint print.
func Named(out string) []string { return places(named, out) }

// Concise returns the places in what -format=concise prints.
func Concise(out string) []string { return places(bracketed, out) }

func places(line *regexp.Regexp, out string) (list []string) {
	for _, m := range line.FindAllStringSubmatch(out, -1) {
		list = append(list, m[1]+" "+m[2])
	}
	slices.Sort(list)
	return list
}

// Values returns what stands at a path of keys in JSON, with * for every
// element of an array.
func Values(t testing.TB, text, path string) (list []any) {
	t.Helper()
	var doc any
	require.NoError(t, json.Unmarshal([]byte(text), &doc), text)
	list = []any{doc}
	for key := range strings.SplitSeq(path, ".") {
		var next []any
		for _, v := range list {
			switch v := v.(type) {
			case []any:
				require.Equal(t, "*", key, path)
				next = append(next, v...)
			case map[string]any:
				require.Contains(t, v, key, path)
				next = append(next, v[key])
			}
		}
		list = next
	}
	return list
}
