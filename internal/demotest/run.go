package demotest

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// Root is the directory of the repository.
var Root = sync.OnceValue(func() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..")
})

// Build returns the path of a zenithlint built from the working tree.
func Build(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "zenithlint")
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	Run{Dir: Root()}.Must(t, "go", "build", "-o", name, "./cmd/zenithlint")
	return name
}

// Copy returns the directory of a copy of the demo service.
func Copy(t testing.TB) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(dir, os.DirFS(filepath.Join(Root(), "testdata", "demo"))))
	return dir
}

// Repository returns the directory of a copy that is a git repository, all of
// it committed on branch main, as origin has it.
func Repository(t testing.TB) string {
	t.Helper()
	dir := Copy(t)
	r := Run{Dir: dir}
	r.Must(t, "git", "init", "-q", "-b", "main")
	r.Must(t, "git", "add", ".")
	r.Must(t, "git", "commit", "-qm", "demo")
	r.Must(t, "git", "update-ref", "refs/remotes/origin/main", "HEAD")
	return dir
}

// Run says where and with which variables programs run.
type Run struct {
	Dir  string
	Env  []string // beyond those of the test, "name=value"
	Path string   // a directory to search for programs first
}

// Result is what a program left.
type Result struct {
	Stdout, Stderr string
	Code           int // exit status
}

// Program runs a program to its end. The test fails if it cannot be started.
func (r Run) Program(t testing.TB, name string, args ...string) Result {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = r.Dir, r.environ()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		require.NoError(t, err)
	}
	return Result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// Must runs a program that must succeed, and returns what it printed.
func (r Run) Must(t testing.TB, name string, args ...string) string {
	t.Helper()
	result := r.Program(t, name, args...)
	require.Zero(t, result.Code, "%s %s:\n%s%s", name, strings.Join(args, " "), result.Stdout, result.Stderr)
	return result.Stdout
}

// environ leaves out what would make a program see the repository or the
// workspace in which the test itself runs.
func (r Run) environ() (list []string) {
	for _, v := range os.Environ() {
		if name, value, _ := strings.Cut(v, "="); name == "PATH" && r.Path != "" {
			list = append(list, "PATH="+r.Path+string(os.PathListSeparator)+value)
		} else if !strings.HasPrefix(name, "GIT_") && !strings.HasPrefix(name, "GITHUB_") {
			list = append(list, v)
		}
	}
	for _, who := range []string{"AUTHOR", "COMMITTER"} {
		list = append(list, "GIT_"+who+"_NAME=demo", "GIT_"+who+"_EMAIL=demo@example.com")
	}
	list = append(list, "GOWORK=off", "GOFLAGS=", "NO_COLOR=1")
	return append(list, r.Env...)
}

// Need finds a program that a test cannot do without. Where .ci/run has
// installed it, its absence is a failure.
func Need(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil && os.Getenv("CI") != "" {
		t.Fatalf("%s is missing: .ci/run installs it", name)
	}
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}
