package errgroup

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/fix"
	"github.com/zenithlint/zenithlint/internal/linttest"
	"github.com/zenithlint/zenithlint/internal/rule"
)

func Test(t *testing.T) { linttest.Run(t, Analyzer) }

// TestLevels checks what is a warning and what a notice, what another package
// has to do with it, and the option.
func TestLevels(t *testing.T) {
	dir := module(t, "testdata/levels.txtar")
	levels := func(a *analysis.Analyzer) map[string]string {
		got := make(map[string]string)
		for _, f := range findings(t, dir, a) {
			got[f.Function] = f.Level
			assert.Equal(t, f.Function == "Tree", strings.Contains(f.Remedy, "TryGo"), f.Remedy)
		}
		return got
	}
	want := map[string]string{
		"Send":                "warning",
		"All":                 "warning",
		"removeAll":           "warning",
		"Outlives":            "warning",
		"Plain":               "notice",
		"Dependency":          "notice",
		"(*counter).Computes": "notice",
		"Places":              "notice",
		"Queued":              "notice",
		"Throttled":           "notice",
		"Tree":                "warning",
		"Signals":             "warning",
		"Each":                "warning",
		"Tidies":              "notice",
		"OfOne":               "notice",
		"Page":                "notice",
		"Chosen":              "warning",
		"Pages":               "warning",
		"Groups":              "notice",
		"Scarce":              "notice",
		"Shuffled":            "notice",
		"Keyed":               "notice",
		"Brief":               "notice",
		"Long":                "warning",
		"Iterates":            "notice",
		"removeEach":          "notice",
		"(*running).Gated":    "notice",
		"(*running).Chooses":  "warning",
		"Renamed":             "notice",
		"Revokes":             "warning",
		"(*client).Announce":  "notice",
		"(*cleaner).State":    "notice",
	}
	assert.Equal(t, want, levels(Analyzer))
	want["Constant"] = "warning"
	assert.Equal(t, want, levels(New(Options{MaxConst: 100})))
}

// TestFix checks the rewrite of hand-built groups: what it makes of the
// canonical shapes, that the result compiles and is rewritten no further, and
// that it leaves the others alone.
func TestFix(t *testing.T) {
	dir := module(t, "testdata/fix.txtar")
	file := filepath.Join(dir, "p.go")
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	left := func() []finding.Finding { // fails if it does not compile
		overlay := map[string][]byte{file: src} // as -fix does over its rounds
		return slices.DeleteFunc(findingsWith(t, dir, Analyzer, overlay), func(f finding.Finding) bool { return f.Fix == nil })
	}
	for range 12 { // the last fix of a file drops the import of sync
		if offered := left(); assert.NotEmpty(t, offered) && assert.Equal(t, file, offered[0].File) {
			got, skipped := fix.Apply(src, []*finding.Fix{offered[0].Fix})
			assert.Empty(t, skipped)
			src = got
		}
	}
	want, err := os.ReadFile(filepath.Join(dir, "fixed.golden"))
	require.NoError(t, err)
	assert.Equal(t, string(want), string(src))
	require.Empty(t, left())
}

// TestFixNeedsRequirement checks that no fix adds a requirement to the module.
func TestFixNeedsRequirement(t *testing.T) {
	for _, require := range []string{"", "require golang.org/x/sync v0.1.0 // indirect"} {
		dir := module(t, "testdata/fix.txtar")
		mod := "module example.com/p\n\ngo 1.24\n\nreplace golang.org/x/sync => ./sync\n\n" + require + "\n"
		assert.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod), 0o644))
		for _, f := range findings(t, dir, Analyzer) {
			assert.Nil(t, f.Fix)
		}
	}
}

// TestFixOlder checks that parameters stay where the turns of a loop share their
// variables, and that files that refer to other ones are left alone.
func TestFixOlder(t *testing.T) {
	fixed := func(edit func(mod, src string) (string, string)) (names []string) {
		dir := module(t, "testdata/fix.txtar")
		mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		require.NoError(t, err)
		src, err := os.ReadFile(filepath.Join(dir, "p.go"))
		require.NoError(t, err)
		newMod, newSrc := edit(string(mod), string(src))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte(newMod), 0o644))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "p.go"), []byte(newSrc), 0o644))
		for _, f := range findings(t, dir, Analyzer) {
			if f.Fix != nil {
				names = append(names, f.Function)
			}
		}
		return names
	}
	older := func(mod, src string) (string, string) {
		src = strings.ReplaceAll(src, "for range 3", "for i := 0; i < 3; i++")
		return strings.Replace(mod, "go 1.24", "go 1.21", 1), src
	}
	assert.Equal(t, []string{"Canonical", "Go", "Nested", "Received", "Tested", "Ends", "Pointer", "New"}, fixed(older))
	olderFile := func(mod, src string) (string, string) {
		_, src = older(mod, src)
		return mod, "//go:build go1.21\n\n" + src
	}
	assert.Equal(t, []string{"Canonical", "Go", "Nested", "Received", "Tested", "Ends", "Pointer", "New"}, fixed(olderFile))
	mapped := func(mod, src string) (string, string) { return mod, "//line other.y:1\n" + src }
	assert.Empty(t, fixed(mapped))
}

// module writes an archive to a new directory.
func module(t *testing.T, archive string) string {
	ar, err := txtar.ParseFile(archive)
	require.NoError(t, err)
	files, err := txtar.FS(ar)
	require.NoError(t, err)
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, files))
	return dir
}

// findings returns what the rule finds in a module.
func findings(t *testing.T, dir string, a *analysis.Analyzer) []finding.Finding {
	return findingsWith(t, dir, a, nil)
}

// findingsWith does so with other contents of files.
func findingsWith(t *testing.T, dir string, a *analysis.Analyzer, overlay map[string][]byte) []finding.Finding {
	res, err := engine.Run(t.Context(), engine.Options{Dir: dir, Analyzers: []*analysis.Analyzer{a}, Level: rule.Notice, Overlay: overlay})
	require.NoError(t, err)
	require.Empty(t, res.Errors)
	require.NotEmpty(t, res.Findings)
	return res.Findings
}
