package fix

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.go")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o640))
	require.NoError(t, os.Chmod(file, 0o750))
	link := filepath.Join(t.TempDir(), "link.go")
	if err := os.Symlink(file, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}

	require.NoError(t, Write(link, []byte("old"), []byte("new")))

	text, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "new", string(text))
	info, err := os.Stat(file)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o750), info.Mode().Perm())
	target, err := os.Readlink(link)
	require.NoError(t, err)
	assert.Equal(t, file, target, "the link stays a link")
	assertOnly(t, dir, "a.go")
}

func TestWriteRefuses(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.go")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o644))

	err := Write(file, []byte("other"), []byte("new"))
	assert.EqualError(t, err, "it changed in the meantime")
	err = Write(filepath.Join(dir, "gone.go"), nil, []byte("new"))
	assert.EqualError(t, err, "no such file or directory")

	text, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "old", string(text))
	assertOnly(t, dir, "a.go")
}

func TestWriteReadOnly(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everything")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "a.go")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o444))
	assert.EqualError(t, Write(file, []byte("old"), []byte("new")), "permission denied")

	require.NoError(t, os.Chmod(file, 0o644))
	require.NoError(t, os.Chmod(dir, 0o555))
	defer os.Chmod(dir, 0o755)
	assert.EqualError(t, Write(file, []byte("old"), []byte("new")), "cannot create a file in its directory: permission denied")
	assertOnly(t, dir, "a.go")
}

// assertOnly checks that no temporary file is left.
func assertOnly(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	assert.Equal(t, names, got)
}
