package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// read returns a file that an output was written to.
func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	return string(text)
}

func TestSeveralFormats(t *testing.T) {
	dir := t.TempDir()
	s := &session{result: dirty(), env: map[string]string{"FORCE_COLOR": "1"}}
	assert.Equal(t, 1, s.run("-C", dir, "-format", "sarif=out.sarif", "-format=concise", "-format=full="+filepath.Join(dir, "a=b.txt")))
	assert.Equal(t, 1, strings.Count(s.stdout.String(), "\n"))
	assert.Contains(t, s.stdout.String(), ":1:1: is slow (concatloop)\n")
	assert.Contains(t, read(t, filepath.Join(dir, "out.sarif")), `"ruleId": "concatloop"`, "files are relative to -C")
	assert.Contains(t, read(t, filepath.Join(dir, "out.sarif")), `"zenithlint/v1": "`)
	assert.NotContains(t, read(t, filepath.Join(dir, "a=b.txt")), "\x1b", "no paint in files")
	assert.Empty(t, s.stderr.String())

	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 2, "no temporary file is left")
}

// With files only, nothing is printed; -json prints beside them.
func TestFormatsInFiles(t *testing.T) {
	dir := t.TempDir()
	s := &session{result: clean()}
	assert.Equal(t, 0, s.run("-C", dir, "-format=gitlab=q.json"))
	assert.Empty(t, s.stdout.String())
	assert.Equal(t, "[]\n", read(t, filepath.Join(dir, "q.json")))

	s = &session{result: clean()}
	assert.Equal(t, 0, s.run("-C", dir, "-json", "-format=json=j.json", "-format=junit=j.xml"))
	assert.Equal(t, s.stdout.String(), read(t, filepath.Join(dir, "j.json")))
}

// An output that cannot be written does not keep the others from being.
func TestUnwritableOutput(t *testing.T) {
	dir := t.TempDir()
	s := &session{result: dirty()}
	assert.Equal(t, 2, s.run("-C", dir, "-format=sarif=no/such/dir", "-format=gitlab=q.json", "-format=junit=.", "-format=concise"))
	assert.Equal(t, "zenithlint: cannot write no/such/dir: no such file or directory\n"+
		"zenithlint: cannot write .: is a directory\n", s.stderr.String())
	assert.Contains(t, read(t, filepath.Join(dir, "q.json")), "concatloop")
	assert.Contains(t, s.stdout.String(), "concatloop")
}

// What is replaced keeps its mode, and links stay links.
func TestReplaceFile(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	require.NoError(t, os.WriteFile(file, []byte("a longer text"), 0o640))
	require.NoError(t, os.Chmod(file, 0o604))
	if err := os.Symlink("file", link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	require.NoError(t, replaceFile(link, []byte("short")))
	assert.Equal(t, "short", read(t, file))
	info, err := os.Lstat(file)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o604), info.Mode())
	target, err := os.Readlink(link)
	require.NoError(t, err)
	assert.Equal(t, "file", target)
	assert.NoError(t, replaceFile(os.DevNull, []byte("gone")))
	info, err = os.Stat(os.DevNull)
	require.NoError(t, err)
	assert.False(t, info.Mode().IsRegular())
}

func TestRepository(t *testing.T) {
	root := t.TempDir()
	sub := filepath.Join(root, "a", "b")
	require.NoError(t, os.MkdirAll(sub, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(root, ".git"), nil, 0o644), "a worktree has a file")
	assert.Equal(t, root, repository(sub))
	assert.Equal(t, root, repository(root))

	s := &session{result: dirty()}
	s.result.Findings[0].File = filepath.Join(sub, "x.go")
	s.run("-C", sub, "-format=github")
	assert.Contains(t, s.stdout.String(), "file=a/b/x.go,")
}
