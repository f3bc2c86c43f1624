package config

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// write lays out an archive in a new directory.
func write(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	files, err := txtar.FS(txtar.Parse([]byte(archive)))
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(dir, files))
	return dir
}

// overwrite replaces a file and forgets what was read.
func overwrite(t *testing.T, file, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	found.Clear()
}

func TestFind(t *testing.T) {
	Register(testRules())
	t.Cleanup(func() { registered.Store(nil); found.Clear() })
	dir := write(t, `
-- .zenithlint.yml --
level: notice
-- m/go.mod --
module m
-- m/.zenithlint.yml --
rules: {errgroup: off}
-- m/a/a.go --
package a
-- m/a/b/.zenithlint.yml --
rules: {regexcompile: off}
-- m/a/b/c/c.go --
package c
-- plain/go.mod --
module plain
-- plain/a/a.go --
package a
-- loose/a.go --
package a
-- typo/go.mod --
module typo
-- typo/.zenithlint.yml --
rules: {errgrup: off}
-- typo/a/a.go --
package a
-- yaml/go.mod --
module yaml
-- yaml/.zenithlint.yaml --
-- isdir/go.mod --
module isdir
-- isdir/.zenithlint.yml/x --
`)
	find := func(sub string) *Config {
		t.Helper()
		c, err := Find(filepath.Join(dir, filepath.FromSlash(sub)))
		require.NoError(t, err)
		require.NotNil(t, c)
		return c
	}
	top := find("m")
	assert.Equal(t, filepath.Join(dir, "m", FileName), top.File())
	assert.False(t, top.Enabled("errgroup"))
	assert.Empty(t, top.Level("errgroup"), "the file above the module does not count")
	assert.Same(t, top, find("m/a"), "read once")
	assert.Same(t, top, find("m/missing"))
	nested := find("m/a/b/c")
	assert.False(t, nested.Enabled("regexcompile"))
	assert.True(t, nested.Enabled("errgroup"), "files are not merged")
	for _, sub := range []string{"plain", "plain/a", "loose"} {
		assert.Empty(t, find(sub).File(), sub)
		assert.True(t, find(sub).Enabled("errgroup"), sub)
	}

	fails := func(sub, file, want string) {
		t.Helper()
		_, err := Find(filepath.Join(dir, sub))
		var e *Error
		require.True(t, errors.As(err, &e), "%v", err)
		assert.EqualError(t, err, filepath.Join(dir, file)+want)
	}
	fails("typo/a", "typo/.zenithlint.yml", `:1:9: unknown rule "errgrup": did you mean errgroup?`)
	fails("typo", "typo/.zenithlint.yml", `:1:9: unknown rule "errgrup": did you mean errgroup?`)
	fails("yaml", "yaml/.zenithlint.yaml", ": name this file .zenithlint.yml")
	fails("isdir", "isdir/.zenithlint.yml", ": this is not a regular file")

	Register(nil)
	c, err := Find(filepath.Join(dir, "typo"))
	require.NoError(t, err, "the rules are another program's")
	assert.False(t, c.Enabled("errgrup"))
}

func TestUnreadable(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("symbolic links need a privilege")
	}
	dir := write(t, "-- go.mod --\nmodule m\n")
	require.NoError(t, os.Symlink(FileName, filepath.Join(dir, FileName))) // a loop, also for root
	_, err := Find(dir)
	assert.ErrorContains(t, err, filepath.Join(dir, FileName)+": too many levels of symbolic links")

	dir = write(t, "-- go.mod --\nmodule m\n-- shared.yml --\nlevel: notice\n")
	require.NoError(t, os.Symlink("shared.yml", filepath.Join(dir, FileName)))
	c, err := Find(dir)
	require.NoError(t, err)
	assert.Equal(t, "notice", c.Level("x"))
}

func TestFindTooLarge(t *testing.T) {
	dir := write(t, "-- go.mod --\nmodule m\n-- .zenithlint.yml --\n")
	require.NoError(t, os.Truncate(filepath.Join(dir, FileName), maxSize+1))
	_, err := Find(dir)
	assert.EqualError(t, err, filepath.Join(dir, FileName)+": file is larger than 1024 KiB")
}

func TestFindConcurrently(t *testing.T) {
	dir := write(t, "-- go.mod --\nmodule m\n-- .zenithlint.yml --\nlevel: notice\n-- a/b/c.go --\n")
	want, err := Find(dir)
	require.NoError(t, err)
	var wg sync.WaitGroup
	for _, sub := range []string{"", "a", "a/b", "a", "a/b", ""} {
		wg.Go(func() {
			c, err := Find(filepath.Join(dir, sub))
			assert.NoError(t, err)
			assert.Same(t, want, c)
		})
	}
	wg.Wait()
}

func TestFindRelative(t *testing.T) {
	dir := write(t, "-- go.mod --\nmodule m\n-- .zenithlint.yml --\nexclude: [a]\n-- a/b.go --\n")
	t.Chdir(dir)
	c, err := Find("a")
	require.NoError(t, err)
	assert.False(t, c.At("x", "a/b.go").On, "relative to the working directory")
	assert.True(t, c.At("x", "b.go").On)
}

func TestDigestOfFile(t *testing.T) {
	one, same, other := parse(t, "level: notice"), parse(t, "level: notice"), parse(t, "level: notice ")
	assert.NotEmpty(t, one.Digest())
	assert.Equal(t, one.Digest(), same.Digest())
	assert.NotEqual(t, one.Digest(), other.Digest())
	assert.NotEmpty(t, parse(t, "").Digest(), "an empty file is one")
}

func TestDigest(t *testing.T) {
	t.Setenv("GOWORK", "")
	dir := write(t, `
-- w/go.work --
go 1.26
use ./a
use ./b
use ./a/nested
use ../aside
-- w/a/go.mod --
module a
-- w/a/nested/go.mod --
module nested
-- w/a/sub/a.go --
package sub
-- w/b/go.mod --
module b
-- w/unused/go.mod --
module unused
-- aside/go.mod --
module aside
-- alone/go.mod --
module alone
-- alone/sub/a.go --
package sub
-- loose/a.go --
package loose
`)
	assert.ElementsMatch(t, []string{filepath.Join(dir, "aside"), filepath.Join(dir, "w", "a"), filepath.Join(dir, "w", "b")},
		roots(filepath.Join(dir, "w", "a", "sub")))
	changes := func(from, file string) bool {
		t.Helper()
		before := Digest(filepath.Join(dir, from))
		file = filepath.Join(dir, file)
		overwrite(t, file, "level: notice\n")
		after := Digest(filepath.Join(dir, from))
		require.NoError(t, os.Remove(file))
		assert.Equal(t, before, Digest(filepath.Join(dir, from)), "the same again")
		return before != after
	}
	for from, files := range map[string][]string{
		"w":       {"w/a/" + FileName, "w/a/sub/" + FileName, "w/b/" + FileName, "aside/" + FileName, "w/a/" + misspelled},
		"w/a/sub": {"w/a/" + FileName, "w/b/" + FileName, "aside/" + FileName, "w/a/nested/" + FileName},
		"alone":   {"alone/" + FileName, "alone/sub/" + FileName},
	} {
		for _, file := range files {
			assert.True(t, changes(from, file), "%s, seen from %s", file, from)
		}
	}
	assert.False(t, changes("w", "w/unused/"+FileName))
	assert.False(t, changes("alone", "alone/.git/"+FileName))
	assert.False(t, changes("loose", "loose/"+FileName), "not in a module")

	t.Setenv("GOWORK", "off")
	assert.False(t, changes("w/a", "w/b/"+FileName))
	assert.True(t, changes("w/a", "w/a/"+FileName))
	t.Setenv("GOWORK", filepath.Join(dir, "w", "go.work"))
	assert.True(t, changes("alone", "w/b/"+FileName))
}
