// Package precommit tests zenithlint as a hook of pre-commit.
package precommit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/demotest"
)

const slow = `package text

func Join(xs []string) string {
	s := ""
	for _, x := range xs {
		s += x
	}
	return s
}
`

const fast = `package text

import "strings"

func Join(xs []string) string { return strings.Join(xs, "") }
`

// TestHook commits in a scratch repository whose hook is this one, then lets the
// hook see the demo service.
func TestHook(t *testing.T) {
	demotest.Need(t, "pre-commit")
	hooks := snapshot(t)
	r := repo{demotest.Run{Dir: t.TempDir()}}
	r.write(t, "go.mod", "module example.com/m\n\ngo 1.26\n")
	r.hook(t, hooks, "zenithlint")
	r.write(t, "text/text.go", fast)
	r.Must(t, "git", "init", "-q")
	r.Must(t, "git", "add", ".")
	r.Must(t, "pre-commit", "install")
	r.Must(t, "git", "commit", "-qm", "a clean commit passes")

	r.write(t, "text/text.go", slow)
	r.write(t, "text/other.go", strings.ReplaceAll(slow, "Join", "Other"))
	r.Must(t, "git", "add", "text/text.go")
	refused := r.Program(t, "git", "commit", "-qm", "a red flag")
	out := refused.Stdout + refused.Stderr
	assert.NotZero(t, refused.Code, "the commit is refused")
	assert.Contains(t, out, "warning[concatloop]: string s grows")
	assert.Contains(t, out, "--> text/text.go:6:3")
	assert.NotContains(t, out, "other.go", "only staged files are reported")

	r.write(t, "text/text.go", fast)
	r.Must(t, "git", "add", "text/text.go")
	r.Must(t, "git", "commit", "--allow-empty", "-qm", "clean again")

	r.hook(t, hooks, "zenithlint-fix")
	r.write(t, "text/text.go", slow)
	r.Must(t, "git", "add", "text/text.go", ".pre-commit-config.yaml")
	assert.NotZero(t, r.Program(t, "git", "commit", "-qm", "a red flag that is fixed").Code, "pre-commit stops when a hook changes files")
	repaired, err := os.ReadFile(filepath.Join(r.Dir, "text", "text.go"))
	require.NoError(t, err)
	assert.Contains(t, string(repaired), "strings.Builder")
	r.Must(t, "git", "add", "text/text.go")
	r.Must(t, "git", "commit", "-qm", "fixed")

	service := repo{demotest.Run{Dir: demotest.Repository(t)}}
	service.hook(t, hooks, "zenithlint", "args: [-format=concise]")
	service.Must(t, "git", "add", ".")
	all := service.Program(t, "pre-commit", "run", "--all-files")
	assert.Equal(t, 1, all.Code, all.Stderr)
	assert.Equal(t, demotest.WholeModule(), demotest.Concise(all.Stdout), all.Stdout)
}

// snapshot makes a repository of the working tree, with the tag v0.
func snapshot(t *testing.T) string {
	root := demotest.Run{Dir: demotest.Root()}
	list := root.Program(t, demotest.Need(t, "git"), "ls-files", "-co", "--exclude-standard", "-z")
	if list.Code != 0 {
		t.Skip("this is no git checkout")
	}
	r := repo{demotest.Run{Dir: t.TempDir()}}
	for name := range strings.SplitSeq(strings.TrimSuffix(list.Stdout, "\x00"), "\x00") {
		text, err := os.ReadFile(filepath.Join(root.Dir, name))
		if os.IsNotExist(err) {
			continue // removed, but not yet from the index
		}
		require.NoError(t, err)
		r.write(t, name, string(text))
	}
	r.Must(t, "git", "init", "-q")
	r.Must(t, "git", "add", "-f", ".")
	r.Must(t, "git", "commit", "-qm", "snapshot")
	r.Must(t, "git", "tag", "v0")
	return r.Dir
}

type repo struct{ demotest.Run }

func (r repo) write(t *testing.T, name, text string) {
	file := filepath.Join(r.Dir, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
}

// hook configures pre-commit with one hook of a repository.
func (r repo) hook(t *testing.T, repository, id string, settings ...string) {
	hook := strings.Join(append([]string{"id: " + id}, settings...), ", ")
	r.write(t, ".pre-commit-config.yaml", "repos:\n- repo: "+repository+"\n  rev: v0\n  hooks: [{"+hook+"}]\n")
}
