// Package precommit tests zenithlint as a hook of pre-commit.
package precommit

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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

// TestHook commits in a scratch repository whose hook is this one.
func TestHook(t *testing.T) {
	if _, err := exec.LookPath("pre-commit"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("pre-commit is missing: .ci/run installs it")
		}
		t.Skip("pre-commit is not installed")
	}
	hooks := snapshot(t)
	dir := t.TempDir()
	r := repo{t, dir}
	r.write("go.mod", "module example.com/m\n\ngo 1.26\n")
	r.write(".pre-commit-config.yaml", "repos:\n- repo: "+hooks+"\n  rev: v0\n  hooks: [{id: zenithlint}]\n")
	r.write("text/text.go", fast)
	r.must("git", "init", "-q")
	r.must("git", "add", ".")
	r.must("pre-commit", "install")
	r.must("git", "commit", "-qm", "a clean commit passes")

	r.write("text/text.go", slow)
	r.write("text/other.go", strings.ReplaceAll(slow, "Join", "Other"))
	r.must("git", "add", "text/text.go")
	out, err := r.run("git", "commit", "-qm", "a red flag")
	assert.Error(t, err, "the commit is refused")
	assert.Contains(t, out, "warning[concatloop]: string s grows")
	assert.Contains(t, out, "--> text/text.go:6:3")
	assert.NotContains(t, out, "other.go", "only staged files are reported")

	r.write("text/text.go", fast)
	r.must("git", "add", "text/text.go")
	r.must("git", "commit", "--allow-empty", "-qm", "clean again")

	r.write(".pre-commit-config.yaml", "repos:\n- repo: "+hooks+"\n  rev: v0\n  hooks: [{id: zenithlint-fix}]\n")
	r.write("text/text.go", slow)
	r.must("git", "add", "text/text.go", ".pre-commit-config.yaml")
	_, err = r.run("git", "commit", "-qm", "a red flag that is fixed")
	assert.Error(t, err, "pre-commit stops when a hook changes files")
	repaired, err := os.ReadFile(filepath.Join(dir, "text", "text.go"))
	require.NoError(t, err)
	assert.Contains(t, string(repaired), "strings.Builder")
	r.must("git", "add", "text/text.go")
	r.must("git", "commit", "-qm", "fixed")
}

// snapshot makes a repository of the working tree, with the tag v0.
func snapshot(t *testing.T) string {
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	list, err := exec.Command("git", "-C", root, "ls-files", "-co", "--exclude-standard", "-z").Output()
	if err != nil {
		t.Skip("this is no git checkout")
	}
	r := repo{t, t.TempDir()}
	for name := range strings.SplitSeq(strings.TrimSuffix(string(list), "\x00"), "\x00") {
		text, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // removed, but not yet from the index
		}
		require.NoError(t, err)
		r.write(name, string(text))
	}
	r.must("git", "init", "-q")
	r.must("git", "add", "-f", ".")
	r.must("git", "commit", "-qm", "snapshot")
	r.must("git", "tag", "v0")
	return r.dir
}

type repo struct {
	t   *testing.T
	dir string
}

func (r repo) write(name, text string) {
	file := filepath.Join(r.dir, name)
	require.NoError(r.t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(r.t, os.WriteFile(file, []byte(text), 0o644))
}

func (r repo) run(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = r.dir
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "GIT_") { // this may run inside a hook itself
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com", "NO_COLOR=1")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (r repo) must(name string, args ...string) {
	r.t.Helper()
	out, err := r.run(name, args...)
	require.NoError(r.t, err, "%s %s:\n%s", name, strings.Join(args, " "), out)
}
