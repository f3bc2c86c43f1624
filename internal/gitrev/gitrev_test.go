package gitrev

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// repo makes a repository with two commits, in a directory that a symbolic link
// leads to, and returns the link.
func repo(t *testing.T) string {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CACHE_HOME", filepath.Join(home, "cache"))
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	real := t.TempDir()
	dir := filepath.Join(t.TempDir(), "link")
	require.NoError(t, os.Symlink(real, dir))
	run(t, dir, "init", "-q", "-b", "main")
	write(t, dir, "sub/a.txt", "one")
	write(t, dir, "sub/settings", "then")
	write(t, dir, "new\nline/ü.txt", "odd")
	commit(t, dir)
	write(t, dir, "sub/a.txt", "two")
	write(t, dir, "sub/settings", "now")
	write(t, dir, "other/settings", "too")
	commit(t, dir)
	return dir
}

func write(t *testing.T, dir, name, text string) {
	name = filepath.Join(dir, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
}

func commit(t *testing.T, dir string) {
	run(t, dir, "add", "-A")
	run(t, dir, "-c", "user.name=Gopher", "-c", "user.email=gopher@example.com", "commit", "-q", "-m", "change")
}

func run(t *testing.T, dir string, args ...string) string {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return string(out)
}

func text(t *testing.T, name string) string {
	src, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(src)
}

func TestCheckout(t *testing.T) {
	dir := repo(t)
	before := run(t, dir, "for-each-ref") + run(t, dir, "status", "--porcelain") + strings.Join(names(t, filepath.Join(dir, ".git")), "\n")
	tree, err := Checkout(t.Context(), filepath.Join(dir, "sub"), "HEAD~1")
	require.NoError(t, err)

	// Names lead there and back, through links too.
	there, ok := tree.Path(filepath.Join(dir, "sub", "a.txt"))
	require.True(t, ok)
	assert.Equal(t, "one", text(t, there))
	assert.Equal(t, "two", text(t, tree.Original(there)))
	assert.Equal(t, dir, tree.Root)
	real, err := filepath.EvalSymlinks(dir)
	require.NoError(t, err)
	same, ok := tree.Path(filepath.Join(real, "sub", "a.txt"))
	assert.True(t, ok)
	assert.Equal(t, there, same)
	_, ok = tree.Path(filepath.Dir(tree.Root))
	assert.False(t, ok)
	assert.Equal(t, "odd", text(t, filepath.Join(tree.Dir, "new\nline", "ü.txt")))

	// Settings are those of now, where the revision has the directory.
	write(t, dir, "settings", "untracked")
	require.NoError(t, tree.Adopt("settings"))
	assert.Equal(t, "now", text(t, filepath.Join(tree.Dir, "sub", "settings")))
	assert.Equal(t, "untracked", text(t, filepath.Join(tree.Dir, "settings")))
	assert.NoDirExists(t, filepath.Join(tree.Dir, "other"))
	require.NoError(t, os.Remove(filepath.Join(dir, "settings")))
	require.NoError(t, os.Remove(filepath.Join(dir, "sub", "settings")))
	require.NoError(t, tree.Adopt("settings"))
	assert.NoFileExists(t, filepath.Join(tree.Dir, "sub", "settings"))
	write(t, dir, "sub/settings", "now")

	tree.Close()
	tree.Close()
	assert.NoDirExists(t, tree.Dir)
	assert.Equal(t, before, run(t, dir, "for-each-ref")+run(t, dir, "status", "--porcelain")+strings.Join(names(t, filepath.Join(dir, ".git")), "\n"))
}

// names returns the files below dir.
func names(t *testing.T, dir string) (list []string) {
	require.NoError(t, filepath.WalkDir(dir, func(name string, _ os.DirEntry, err error) error {
		list = append(list, name)
		return err
	}))
	return list
}

// The directory is the same each time, so that the go command finds what it
// compiled, and what a killed process left there does no harm.
func TestCheckoutAgain(t *testing.T) {
	dir := repo(t)
	first, err := Checkout(t.Context(), dir, "HEAD")
	require.NoError(t, err)
	first.Close()
	write(t, first.Dir, "left/over.txt", "x")
	second, err := Checkout(t.Context(), dir, "main")
	require.NoError(t, err)
	defer second.Close()
	assert.Equal(t, first.Dir, second.Dir)
	assert.NoDirExists(t, filepath.Join(second.Dir, "left"))
}

// A second process waits for the first one.
func TestCheckoutTwice(t *testing.T) {
	dir := repo(t)
	first, err := Checkout(t.Context(), dir, "HEAD")
	require.NoError(t, err)
	done := make(chan string)
	go func() {
		second, err := Checkout(context.Background(), dir, "HEAD~1")
		if assert.NoError(t, err) {
			src, _ := os.ReadFile(filepath.Join(second.Dir, "sub", "a.txt"))
			second.Close()
			done <- string(src)
		}
		close(done)
	}()
	assert.Equal(t, "two", text(t, filepath.Join(first.Dir, "sub", "a.txt")))
	first.Close()
	assert.Equal(t, "one", <-done)
}

func TestCheckoutFails(t *testing.T) {
	dir := repo(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Checkout(ctx, dir, "HEAD")
	assert.ErrorContains(t, err, "interrupted")

	_, err = Checkout(t.Context(), filepath.Join(dir, ".git"), "HEAD")
	assert.Error(t, err)

	// What is missing in the repository.
	for _, object := range strings.Fields(run(t, dir, "rev-parse", "HEAD:sub/a.txt")) {
		require.NoError(t, os.Remove(filepath.Join(dir, ".git", "objects", object[:2], object[2:])))
	}
	_, err = Checkout(t.Context(), dir, "HEAD")
	assert.ErrorContains(t, err, "cannot check out HEAD: unable to read sha1 file")
	left, err := filepath.Glob(filepath.Join(os.Getenv("XDG_CACHE_HOME"), "zenithlint", "revisions", "*[^k]"))
	require.NoError(t, err)
	assert.Empty(t, left)

	t.Setenv("PATH", "")
	_, err = Checkout(t.Context(), dir, "HEAD")
	assert.EqualError(t, err, "the git command is not installed, or not in PATH")
}
