package analyzers_test

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

var newRule = flag.String("new-rule", "", "write the files of a new rule with this `name` into the repository")

// TestScaffold writes the files of a new rule. Without -new-rule it writes them
// into a copy of the repository and tests them there, so that they never rot.
func TestScaffold(t *testing.T) {
	if *newRule != "" {
		scaffold(t, root, *newRule)
		t.Logf("written; now add %s.Analyzer to analyzers/analyzers.go", *newRule)
		return
	}
	if testing.Short() {
		t.Skip("compiles a copy of the repository")
	}
	dir := t.TempDir()
	for _, part := range []string{"internal", "go.mod", "go.sum"} {
		copyTree(t, filepath.Join(root, part), filepath.Join(dir, part))
	}
	scaffold(t, dir, "scaffolded")
	for _, args := range [][]string{
		{"vet", "./analyzers/...", "./bench/..."},
		{"test", "./analyzers/...", "./bench/..."},
	} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "go %s:\n%s", strings.Join(args, " "), out)
	}
}

// scaffold writes the files of the rule name below dir; none may exist.
func scaffold(t *testing.T, dir, name string) {
	archive, err := txtar.ParseFile("testdata/scaffold.txtar")
	require.NoError(t, err)
	for _, f := range archive.Files {
		file := filepath.Join(dir, strings.ReplaceAll(f.Name, "NAME", name))
		require.NoFileExists(t, file)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(strings.ReplaceAll(string(f.Data), "NAME", name)), 0o644))
	}
}

// copyTree copies a file or directory.
func copyTree(t *testing.T, from, to string) {
	info, err := os.Stat(from)
	require.NoError(t, err)
	if info.IsDir() {
		require.NoError(t, os.CopyFS(to, os.DirFS(from)))
		return
	}
	data, err := os.ReadFile(from)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(to, data, 0o644))
}
