package gitrev

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// git runs the git command in a directory.
type git struct {
	ctx context.Context
	dir string
	env []string
}

// with returns g with more variables.
func (g git) with(env ...string) git {
	g.env = slices.Concat(g.env, env)
	return g
}

// local are the variables with which git tells hooks about a repository. The
// directory tells more reliably, and the index of a hook is not ours to touch.
var local = []string{"GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_PREFIX=", "GIT_COMMON_DIR="}

// run returns what git prints. An error is what git says is wrong, in one line.
func (g git) run(args ...string) (string, error) {
	cmd := exec.CommandContext(g.ctx, "git", args...)
	cmd.Dir = g.dir
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		return slices.ContainsFunc(local, func(name string) bool { return strings.HasPrefix(v, name) })
	})
	cmd.Env = append(cmd.Env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0")
	cmd.Env = append(cmd.Env, g.env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	switch {
	case err == nil:
		return stdout.String(), nil
	case errors.Is(err, exec.ErrNotFound):
		return "", errors.New("the git command is not installed, or not in PATH")
	case g.ctx.Err() != nil:
		return "", errors.New("interrupted")
	}
	if said := firstLine(stderr.String()); said != "" {
		return "", errors.New(said)
	}
	return "", fmt.Errorf("git %s: %w", args[0], err)
}

// firstLine returns the line that tells why git gave up.
func firstLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for _, mark := range []string{"fatal: ", "error: "} {
		for _, line := range lines {
			if said, ok := strings.CutPrefix(line, mark); ok {
				return said
			}
		}
	}
	return lines[0]
}

// root returns the top directory of the repository.
func (g git) root() (string, error) {
	out, err := g.run("rev-parse", "--show-toplevel")
	if err != nil && strings.HasPrefix(err.Error(), "not a git repository") {
		return "", fmt.Errorf("%s is in no git repository", g.dir)
	}
	return strings.TrimSuffix(out, "\n"), err
}

// resolve returns the hash of the commit that rev names.
func (g git) resolve(rev string) (string, error) {
	left, right, fork := strings.Cut(rev, "...")
	if !fork {
		if strings.Contains(rev, "..") {
			return "", fmt.Errorf("%s are many revisions: name one, as main, or main... for where this branch left main", rev)
		}
		return g.commit(rev)
	}
	a, err := g.commit(orHead(left))
	if err != nil {
		return "", err
	}
	b, err := g.commit(orHead(right))
	if err != nil {
		return "", err
	}
	out, err := g.run("merge-base", a, b)
	if err != nil {
		return "", fmt.Errorf("%s and %s have no common commit%s", orHead(left), orHead(right), g.shallow())
	}
	return strings.TrimSpace(out), nil
}

func orHead(rev string) string {
	if rev == "" {
		return "HEAD"
	}
	return rev
}

func (g git) commit(rev string) (string, error) {
	out, err := g.run("rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err == nil {
		return strings.TrimSpace(out), nil
	}
	if _, failed := g.run("rev-parse", "--git-dir"); failed != nil {
		return "", failed
	}
	if hint := g.shallow(); hint != "" {
		return "", fmt.Errorf("unknown revision %s%s", rev, hint)
	}
	if _, err := g.run("rev-parse", "--verify", "--quiet", "--end-of-options", "origin/"+rev+"^{commit}"); err == nil {
		return "", fmt.Errorf("unknown revision %s: did you mean origin/%s?", rev, rev)
	}
	return "", fmt.Errorf("unknown revision %s: git log or git branch -a shows what there is", rev)
}

// shallow returns what to do if the history is cut off, else nothing.
func (g git) shallow() string {
	if out, err := g.run("rev-parse", "--is-shallow-repository"); err != nil || strings.TrimSpace(out) != "true" {
		return ""
	}
	return ": this clone is shallow; fetch more of its history (git fetch --unshallow; fetch-depth: 0 in actions/checkout)"
}
