package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/baseline"
	"github.com/zenithlint/zenithlint/internal/config"
	"github.com/zenithlint/zenithlint/internal/directive"
	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/output"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// known are the findings that a run does not report.
type known struct {
	file   string        // of -baseline, absolute; empty: none
	listed baseline.List // what it holds
	stale  baseline.List // what of it the last run would have found, and did not

	before *revision // of -new-from; nil: none
}

// know reads what -baseline and -new-from name.
func (c *Command) know(ctx context.Context, s *settings) (err error) {
	if s.baseline != "" {
		s.known.file = s.path(s.baseline)
		if s.known.listed, err = readBaseline(s, s.known.file); err != nil {
			return err
		}
	}
	if s.newFrom != "" {
		if s.known.before, err = c.analyzeRevision(ctx, s); err != nil {
			return fmt.Errorf("-new-from %s: %w", s.newFrom, err)
		}
		if s.known.before.broken != "" {
			c.warn("%s", s.known.before.broken)
		}
		runtime.GC() // else the packages of the revision stay until those of now are as large
	}
	return nil
}

// path returns the absolute name of a file that a flag names.
func (s *settings) path(file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(s.dir, file)
}

// readBaseline reads a baseline. An error is one line.
func readBaseline(s *settings, file string) (baseline.List, error) {
	name := output.Path(s.dir, file)
	src, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file: zenithlint baseline write -baseline %s makes it", name, name)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, reason(err))
	}
	list, err := baseline.Parse(src)
	if mistake, ok := errors.AsType[*baseline.Error](err); ok {
		return nil, fmt.Errorf("%s:%d: %s", name, mistake.Line, mistake.Message)
	}
	return list, err
}

// hide takes what is known out of the findings of a result. Each list is asked
// about all of them: what is on both counts once.
func (c *Command) hide(s *settings, r *engine.Result) {
	k := &s.known
	if k.file == "" && k.before == nil {
		return
	}
	hidden := make([]bool, len(r.Findings))
	ask := func(list baseline.List, root string) baseline.List {
		judged := c.judge(s, root, r)
		listed, left := list.Match(r.Findings, judged)
		for i := range listed {
			hidden[i] = hidden[i] || listed[i]
		}
		return slices.DeleteFunc(left, func(e baseline.Entry) bool { return !judged(&e) })
	}
	if k.file != "" {
		left := ask(k.listed, filepath.Dir(k.file))
		// Callers in packages that were not analysed may make more findings.
		if k.stale = nil; r.Whole {
			k.stale = left
		}
	}
	if k.before != nil {
		r.Phases = append([]finding.Phase{{Name: "new-from", Seconds: k.before.seconds}}, r.Phases...)
		ask(k.before.findings, k.before.root)
		for i, f := range r.Findings {
			hidden[i] = hidden[i] || k.before.unchanged[f.File]
		}
	}
	var shown []finding.Finding
	for i, f := range r.Findings {
		if !hidden[i] {
			shown = append(shown, f)
		}
	}
	r.Findings = shown
}

// judge returns whether the finding of an entry would be in the result if it
// were there still. Names of files in entries are relative to root.
func (c *Command) judge(s *settings, root string, r *engine.Result) func(*baseline.Entry) bool {
	files, dirs := make(map[string]bool), make(map[string]bool)
	for _, file := range r.Files {
		files[file], dirs[filepath.Dir(file)] = true, true
	}
	among := func(rules []*analysis.Analyzer, name string) bool {
		return slices.ContainsFunc(rules, func(a *analysis.Analyzer) bool { return a.Name == name })
	}
	return func(e *baseline.Entry) bool {
		file := filepath.Join(root, filepath.FromSlash(e.File))
		dir := filepath.Dir(file)
		switch {
		case !among(s.rules, e.Rule) && among(c.Rules, e.Rule), !s.shows(e, file):
			return false
		case e.Rule == directive.Rule && !r.Whole:
			return false // that it suppresses nothing is known of whole modules only
		case files[file]:
			return true
		case isFile(file) && exists(file):
			return false // of a package that was not analysed, or left out by this build
		}
		return dirs[dir] || !hasGo(dir)
	}
}

// shows reports whether findings of the entry's level are reported; true if
// none of its rule are, so that the entry is of no use.
func (s *settings) shows(e *baseline.Entry, file string) bool {
	cfg, err := config.Find(filepath.Dir(file))
	if err != nil {
		return false
	}
	set := cfg.At(e.Rule, file)
	lowest := cmp.Or(s.ruleLevels[e.Rule], s.level, rule.Level(set.Level), rule.Warning)
	return !set.On || lowest.Shows(cmp.Or(rule.Level(e.Level), rule.Warning))
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

// hasGo reports whether there are Go files in dir itself.
func hasGo(dir string) bool {
	entries, _ := os.ReadDir(dir) // none if it is gone
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return isFile(e.Name()) })
}

// maxStale is how many stale entries are named.
const maxStale = 5

// tellStale tells about entries of the baseline that are stale.
func (c *Command) tellStale(s *settings) {
	k := &s.known
	if len(k.stale) == 0 {
		return
	}
	c.warn("%s: %s listed, but gone: zenithlint baseline prune takes them off", output.Path(s.dir, k.file), output.Count(k.stale.Total(), "finding"))
	for _, e := range k.stale[:min(len(k.stale), maxStale)] {
		c.warn("  %s", describe(&e))
	}
	if more := len(k.stale) - maxStale; more > 0 {
		c.warn("  and %d more", more)
	}
}

// describe names an entry in one line.
func describe(e *baseline.Entry) string {
	line := output.Line(e.File) + ": " + output.Line(e.Rule)
	if e.Function != "" {
		line += " in " + output.Line(e.Function)
	}
	if e.Count > 1 {
		line += fmt.Sprintf(" (%d times)", e.Count)
	}
	return line
}
