// Package gitrev puts the files of a revision of a git repository into a
// temporary work tree.
//
// The work tree has an index of its own and is not registered in the repository,
// as git worktree would: nothing of the repository changes, no hook runs, and
// what a killed process leaves behind is only a directory in the user's cache.
package gitrev

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// Tree is a temporary work tree.
type Tree struct {
	Root string // of the repository, as seen from the directory given
	Dir  string // what stands for Root

	git   git    // in Root
	index string // file
	close func()
}

// Checkout makes a tree of what rev names in the repository that dir is in: a
// branch, tag, commit or the like, or "main..." for the commit at which the
// current branch left main. It must be closed. An error is one line.
func Checkout(ctx context.Context, dir, rev string) (*Tree, error) {
	g := git{ctx: ctx, dir: dir}
	root, err := g.root()
	if err != nil {
		return nil, err
	}
	g.dir = root
	commit, err := g.resolve(rev)
	if err != nil {
		return nil, err
	}
	place, release, err := reserve(root + "\x00" + dir)
	if err != nil {
		return nil, fmt.Errorf("cannot make a directory for %s: %w", rev, err)
	}
	t := &Tree{Root: asSeen(root, dir), Dir: filepath.Join(place, "tree"), git: g, index: filepath.Join(place, "index"), close: sync.OnceFunc(release)}
	if err := t.fill(commit); err != nil {
		t.Close()
		return nil, fmt.Errorf("cannot check out %s: %w", rev, err)
	}
	return t, nil
}

// asSeen returns the name of the directory root, which git gives without symbolic
// links, that fits to dir in it: the go command names files as the user does.
func asSeen(root, dir string) string {
	if up, err := filepath.Rel(resolved(dir), root); err == nil {
		if seen := filepath.Join(dir, up); resolved(seen) == root {
			return seen
		}
	}
	return root
}

// Close removes the tree. It may be called again.
func (t *Tree) Close() { t.close() }

// reserve returns an empty directory and what removes it. It is the same for
// equal names unless another process has it, since the go command's cache knows
// packages by their directory.
func reserve(name string) (dir string, release func(), err error) {
	if cache, err := os.UserCacheDir(); err == nil {
		sum := sha256.Sum256([]byte(name))
		dir = filepath.Join(cache, "zenithlint", "revisions", hex.EncodeToString(sum[:8]))
		if unlock, err := lock(dir); err == nil {
			return dir, func() { os.RemoveAll(dir); unlock() }, nil
		}
	}
	if dir, err = os.MkdirTemp("", "zenithlint-"); err != nil {
		return "", nil, err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real // as the go command names the files
	}
	return dir, func() { os.RemoveAll(dir) }, nil
}

// lock makes dir and sees to it that no other process has it. It waits for one
// that does.
func lock(dir string) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return nil, err
	}
	if unlock, err = lockedfile.MutexAt(dir + ".lock").Lock(); err != nil {
		return nil, err
	}
	// A process that was killed may have left something there.
	if err = os.RemoveAll(dir); err == nil {
		err = os.Mkdir(dir, 0o700)
	}
	if err != nil {
		unlock()
		return nil, err
	}
	return unlock, nil
}

// fill writes the files of the commit.
func (t *Tree) fill(commit string) error {
	if err := os.Mkdir(t.Dir, 0o700); err != nil {
		return err
	}
	_, err := t.git.with("GIT_INDEX_FILE="+t.index).run(
		"-c", "core.sparseCheckout=false", "-c", "core.splitIndex=false", "-c", "core.fsmonitor=false",
		"-c", "core.hooksPath="+os.DevNull, "-c", "submodule.recurse=false",
		"--work-tree="+t.Dir, "read-tree", "--reset", "-u", commit)
	return err
}

// Path returns the place in the tree of a file or directory of the repository.
// ok is false if it stands elsewhere.
func (t *Tree) Path(name string) (path string, ok bool) { return move(t.Root, t.Dir, name) }

// Original returns the place in the repository of what stands in the tree.
func (t *Tree) Original(name string) string {
	path, _ := move(t.Dir, t.Root, name)
	return path
}

// move returns name below the directory to as it is below from.
func move(from, to, name string) (string, bool) {
	rel, err := filepath.Rel(from, name)
	if err != nil || !filepath.IsLocal(rel) {
		rel, err = filepath.Rel(resolved(from), resolved(name))
	}
	if err != nil || !filepath.IsLocal(rel) {
		return name, false
	}
	return filepath.Join(to, rel), true
}

// resolved returns name without symbolic links.
func resolved(name string) string {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		return real
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(name)); err == nil {
		return filepath.Join(real, filepath.Base(name))
	}
	return name
}

// Adopt makes the files of a name, in all directories of the tree, those that
// the repository has now: tracked ones and new ones.
func (t *Tree) Adopt(name string) error {
	pathspec := ":(glob)**/" + name
	then, err := t.git.with("GIT_INDEX_FILE="+t.index).run("ls-files", "-z", "--", pathspec)
	if err != nil {
		return err
	}
	for _, rel := range list(then) {
		if err := os.Remove(filepath.Join(t.Dir, rel)); err != nil {
			return err
		}
	}
	now, err := t.git.run("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", pathspec)
	if err != nil {
		return err
	}
	for _, rel := range list(now) {
		src, err := os.ReadFile(filepath.Join(t.Root, rel))
		if err != nil {
			continue // deleted but not staged
		}
		if _, err := os.Stat(filepath.Join(t.Dir, filepath.Dir(rel))); err != nil {
			continue // a new directory has nothing to compare with
		}
		if err := os.WriteFile(filepath.Join(t.Dir, rel), src, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// list splits the output of git -z.
func list(out string) []string {
	return strings.FieldsFunc(out, func(r rune) bool { return r == 0 })
}
