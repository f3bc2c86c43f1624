package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/demotest"
)

var linter, vettool string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "zenithlint-e2e")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(dir)
		linter, vettool = filepath.Join(dir, "golangci-lint"), filepath.Join(dir, "zenithlint")
		for _, program := range []struct{ out, dir, pkg string }{{linter, ".", "."}, {vettool, "../..", "./cmd/zenithlint"}} {
			cmd := exec.Command("go", "build", "-o", program.out, program.pkg)
			cmd.Dir, cmd.Stderr = program.dir, os.Stderr
			if err := cmd.Run(); err != nil {
				panic(err)
			}
		}
		return m.Run()
	}())
}

// demo copies the demo service and configures golangci-lint in it.
func demo(t *testing.T, settings string) string {
	t.Helper()
	return configured(t, `version: "2"
linters:
  default: none
  enable: [zenithlint]
  settings:
    custom:
      zenithlint:
        type: module
        description: performance red flags
        settings: `+settings+`
issues: {max-issues-per-linter: 0, max-same-issues: 0}
`)
}

func configured(t *testing.T, config string) string {
	t.Helper()
	dir := demotest.Copy(t)
	require.NoError(t, os.WriteFile(filepath.Join(dir, ".golangci.yml"), []byte(config), 0o644))
	return dir
}

// run runs a program in dir and returns what it printed and its exit status.
func run(t *testing.T, dir, name string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOLANGCI_LINT_CACHE="+t.TempDir(), "GOFLAGS=-mod=mod")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		require.NoError(t, err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

func lint(t *testing.T, dir string, args ...string) (string, int) {
	return run(t, dir, linter, append([]string{"run", "--output.text.path=stdout", "--output.text.print-issued-lines=false", "--output.text.colors=false"}, args...)...)
}

// TestFindings compares with what other faces find, with facts about other
// packages and without.
func TestFindings(t *testing.T) {
	for settings, want := range map[string][]string{
		"{cross-package: true}": demotest.AcrossPackages(),
		"{}":                    demotest.PackageAlone(),
	} {
		out, status := lint(t, demo(t, settings), "./...")
		assert.Equal(t, 1, status)
		assert.Equal(t, want, demotest.Named(out), "%s\n%s", settings, out)
	}
}

// TestSameFixes compares what the fixes of both leave behind.
func TestSameFixes(t *testing.T) {
	vetted, linted := demo(t, "{cross-package: true}"), demo(t, "{cross-package: true}")
	run(t, vetted, "go", "vet", "-vettool="+vettool, "-fix", "./...")
	lint(t, linted, "--fix", "./...")
	changed := 0
	require.NoError(t, fs.WalkDir(os.DirFS(vetted), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		want, err := os.ReadFile(filepath.Join(vetted, path))
		require.NoError(t, err)
		got, err := os.ReadFile(filepath.Join(linted, path))
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), path)
		if before, err := os.ReadFile(filepath.Join("../../testdata/demo", path)); err == nil && string(before) != string(got) {
			changed++
		}
		return nil
	}))
	assert.Positive(t, changed)
	out, status := run(t, linted, "go", "build", "./...")
	assert.Zero(t, status, out)
}

// TestDirectives: golangci-lint's own comments and ours silence a finding.
func TestDirectives(t *testing.T) {
	dir := demo(t, "{}")
	before, _ := lint(t, dir, "./...")
	require.GreaterOrEqual(t, len(demotest.Named(before)), 2, before)
	for i, directive := range []string{"//nolint:zenithlint // reason", "//zenith:ignore "} {
		place, rule, _ := strings.Cut(demotest.Named(before)[i], " ")
		file, line, _ := strings.Cut(place, ":")
		if strings.HasSuffix(directive, "ignore ") {
			directive += rule + " reason"
		}
		silence(t, filepath.Join(dir, file), line, directive)
	}
	after, _ := lint(t, dir, "./...")
	assert.Equal(t, demotest.Named(before)[2:], demotest.Named(after))
}

// silence appends a comment to a line.
func silence(t *testing.T, file, line, comment string) {
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	lines := strings.Split(string(src), "\n")
	for i := range lines {
		if line == strconv.Itoa(i+1) {
			lines[i] += " " + comment
		}
	}
	require.NoError(t, os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o644))
}

func TestBadSettings(t *testing.T) {
	out, status := lint(t, demo(t, "{enabel: [concatloop]}"), "./...")
	assert.Equal(t, 3, status)
	assert.Contains(t, out, `unknown key "enabel": did you mean enable?`)
}

// TestPage runs each .golangci.yml of the page as it stands.
func TestPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/golangci-lint.md")
	require.NoError(t, err)
	blocks := strings.Split(string(page), "```yaml\n# .golangci.yml\n")[1:]
	require.Len(t, blocks, 2)
	severities := func(block string) map[string]any {
		config, _, _ := strings.Cut(block, "```")
		out, status := lint(t, configured(t, config), "--output.json.path=stdout", "--output.text.path=stderr", "--show-stats=false", "./...")
		require.Equal(t, 1, status, out)
		_, out, _ = strings.Cut(out, "{\"Issues\"")
		out, _, _ = strings.Cut("{\"Issues\""+out, "\n")
		bySeverity := make(map[string]any)
		texts, values := demotest.Values(t, out, "Issues.*.Text"), demotest.Values(t, out, "Issues.*.Severity")
		for i, linter := range demotest.Values(t, out, "Issues.*.FromLinter") {
			if rule, _, _ := strings.Cut(texts[i].(string), ":"); linter == "zenithlint" {
				bySeverity[rule] = values[i]
			}
		}
		return bySeverity
	}
	assert.Equal(t, map[string]any{"concatloop": "", "errgroup": "", "regexcompile": "", "stdjson": ""}, severities(blocks[0]))
	assert.Equal(t, map[string]any{"concatloop": "error", "errgroup": "warning", "regexcompile": "error", "stdjson": "warning"}, severities(blocks[1]))
}
