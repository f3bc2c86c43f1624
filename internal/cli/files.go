package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/modroot"
)

// namesFiles reports whether the arguments are Go files.
func (s *settings) namesFiles() bool { return slices.ContainsFunc(s.args, isFile) }

func isFile(arg string) bool { return strings.HasSuffix(arg, ".go") }

// job is one run of the engine: packages of one module.
type job struct {
	dir      string
	patterns []string
	files    map[string]bool // report only what is in these; nil: everything
}

// jobs splits the arguments into runs. Files, as hooks and editors give them,
// mean their packages, of however many modules; those that are in no module are
// errors. It returns an error for arguments that make no sense.
func (s *settings) jobs() (jobs []job, errs []finding.Error, err error) {
	if !s.namesFiles() {
		return []job{{dir: s.dir, patterns: s.patterns()}}, nil, nil
	}
	byRoot := make(map[string]*job)
	var roots []string
	for _, arg := range s.args {
		if !isFile(arg) {
			return nil, nil, fmt.Errorf("%s among Go files: name either files or packages", arg)
		}
		file := arg
		if !filepath.IsAbs(file) {
			file = filepath.Join(s.dir, file)
		}
		if _, err := os.Stat(file); err != nil {
			errs = append(errs, finding.Error{File: file, Message: fileError(err)})
			continue
		}
		root, ok := modroot.Find(filepath.Dir(file))
		if !ok {
			errs = append(errs, finding.Error{File: file, Message: "no go.mod in its directory or above it"})
			continue
		}
		if byRoot[root] == nil {
			byRoot[root] = &job{dir: root, files: make(map[string]bool)}
			roots = append(roots, root)
		}
		byRoot[root].add(file)
	}
	for _, root := range roots {
		j := *byRoot[root]
		if s.wholePackages {
			j.files = nil
		}
		jobs = append(jobs, j)
	}
	return jobs, errs, nil
}

// modules returns runs of the whole modules that the arguments are about.
func (s *settings) modules() ([]job, error) {
	jobs, _, err := s.jobs()
	var whole []job
	for _, j := range jobs {
		for _, pattern := range j.patterns {
			dir := j.dir
			if path, _, _ := strings.Cut(filepath.ToSlash(pattern), "..."); path == ".." || strings.HasPrefix(path, "../") || filepath.IsAbs(pattern) {
				dir = filepath.Clean(path)
				if !filepath.IsAbs(pattern) {
					dir = filepath.Join(j.dir, path)
				}
			}
			root, ok := modroot.Find(dir)
			if ok && !slices.ContainsFunc(whole, func(w job) bool { return w.dir == root }) {
				whole = append(whole, job{dir: root, patterns: []string{"./..."}})
			}
		}
	}
	return whole, err
}

func (j *job) add(file string) {
	j.files[file] = true
	rel, err := filepath.Rel(j.dir, filepath.Dir(file))
	if err != nil {
		return // both are absolute
	}
	if pattern := "./" + filepath.ToSlash(rel); !slices.Contains(j.patterns, pattern) {
		j.patterns = append(j.patterns, pattern)
	}
}

func fileError(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "there is no such file"
	}
	return err.Error()
}

// run runs the jobs and joins their results.
func (c *Command) run(ctx context.Context, opts engine.Options, jobs []job) (*engine.Result, error) {
	all := &engine.Result{Whole: len(jobs) > 0}
	for _, j := range jobs {
		opts.Dir, opts.Patterns = j.dir, j.patterns
		result, err := c.Analyze(ctx, opts)
		if err != nil {
			return nil, err
		}
		all.Whole = all.Whole && result.Whole && j.files == nil
		all.Add(j.only(result))
	}
	slices.SortStableFunc(all.Findings, func(a, b finding.Finding) int { return cmp.Compare(a.File, b.File) })
	return all, nil
}

// only drops what is not about the files of the job.
func (j *job) only(result *engine.Result) *engine.Result {
	if j.files == nil {
		return result
	}
	result.Findings = slices.DeleteFunc(result.Findings, func(f finding.Finding) bool { return !j.files[f.File] })
	// A file that this platform's build leaves out is nothing to complain about.
	result.Errors = slices.DeleteFunc(result.Errors, func(e finding.Error) bool {
		return strings.Contains(e.Message, "build constraints exclude all Go files")
	})
	return result
}
