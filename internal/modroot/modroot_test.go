package modroot

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFind(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, "work", "mod", "a", "b")
	require.NoError(t, os.MkdirAll(deep, 0o755))
	require.NoError(t, os.Mkdir(filepath.Join(deep, "go.mod"), 0o755)) // a directory of that name is none
	require.NoError(t, os.WriteFile(filepath.Join(dir, "work", "go.work"), nil, 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "work", "mod", "go.mod"), nil, 0o644))

	root, ok := Find(deep)
	assert.True(t, ok)
	assert.Equal(t, filepath.Join(dir, "work", "mod"), root)

	root, ok = Find(filepath.Join(dir, "work"))
	assert.True(t, ok)
	assert.Equal(t, filepath.Join(dir, "work"), root)
}
