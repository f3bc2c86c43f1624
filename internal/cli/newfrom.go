package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/zenithlint/zenithlint/internal/baseline"
	"github.com/zenithlint/zenithlint/internal/config"
	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/gitrev"
	"github.com/zenithlint/zenithlint/internal/modroot"
	"github.com/zenithlint/zenithlint/internal/output"
)

// revision is what the analysis of a revision of the repository found.
type revision struct {
	root      string          // of the repository
	findings  baseline.List   // relative to root
	broken    string          // what to tell about packages that could not be analysed there
	unchanged map[string]bool // files of packages that could not be analysed there, if they are the same now
	seconds   float64         // what it took
}

// analyzeRevision analyses the revision of -new-from with the settings of the
// working tree, which is analysed afterwards: only findings stay in memory.
func (c *Command) analyzeRevision(ctx context.Context, s *settings) (*revision, error) {
	start := time.Now()
	defer c.progress()()
	tree, err := gitrev.Checkout(ctx, s.dir, s.newFrom)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	defer context.AfterFunc(ctx, func() { tree.Close() })()
	// A rule that is switched on is no news about the code.
	if err := tree.Adopt(config.FileName); err != nil {
		return nil, err
	}
	jobs, err := jobsAt(s, tree)
	if err != nil {
		return nil, err
	}
	result, err := c.run(ctx, s.options(), jobs)
	if err != nil && !errors.Is(err, engine.ErrNoPackages) {
		return nil, err
	}
	r := &revision{root: tree.Root}
	if err != nil {
		return r, nil
	}
	finding.Fingerprint(result.Findings, os.ReadFile)
	r.findings = baseline.Of(result.Findings, relative(tree.Dir))
	if len(result.Errors) > 0 {
		r.broken = brokenIn(s, tree, result.Errors)
		r.unchanged, err = unchanged(tree, result.Files)
	}
	r.seconds = time.Since(start).Seconds()
	return r, err
}

// jobsAt returns runs of the tree: the whole of each module that the arguments
// are about, even if they name a part of it, since code moves and callers make
// code hot. Modules that are not there are left out.
func jobsAt(s *settings, tree *gitrev.Tree) ([]job, error) {
	now, err := s.modules()
	if err != nil {
		return nil, err
	}
	var jobs []job
	for _, j := range now {
		dir, ok := tree.Path(j.dir)
		if !ok {
			return nil, errors.New(output.Path(s.dir, j.dir) + " is in another repository")
		}
		if _, ok := modroot.Find(dir); ok && exists(dir) {
			jobs = append(jobs, job{dir: dir, patterns: j.patterns})
		}
	}
	return jobs, nil
}

// relative returns a function that makes the names of files relative to dir,
// with slashes.
func relative(dir string) func(file string) string {
	return func(file string) string {
		rel, err := filepath.Rel(dir, file)
		if err != nil {
			rel = file // on another drive
		}
		return filepath.ToSlash(rel)
	}
}

// brokenIn says that the revision was not analysed completely.
func brokenIn(s *settings, tree *gitrev.Tree, errs []finding.Error) string {
	var packages []string
	for _, e := range errs {
		if e.Package != "" && !slices.Contains(packages, e.Package) {
			packages = append(packages, e.Package)
		}
	}
	first := errs[0]
	if first.File != "" {
		first.File = tree.Original(first.File)
	}
	return fmt.Sprintf("-new-from %s: %s could not be analysed there (%s): what is found in them counts as new where the file has changed",
		s.newFrom, output.Count(max(1, len(packages)), "package"), output.Error(s.dir, first))
}

// unchanged returns the Go files of packages that are not among those analysed
// in the tree, and the same now.
func unchanged(tree *gitrev.Tree, analysed []string) (map[string]bool, error) {
	dirs := make(map[string]bool)
	for _, file := range analysed {
		dirs[filepath.Dir(file)] = true
	}
	same := make(map[string]bool)
	err := filepath.WalkDir(tree.Dir, func(file string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isFile(file) || dirs[filepath.Dir(file)] {
			return err
		}
		then, _ := os.ReadFile(file)
		now, err := os.ReadFile(tree.Original(file))
		if err == nil && bytes.Equal(then, now) {
			same[tree.Original(file)] = true
		}
		return nil
	})
	return same, err
}
