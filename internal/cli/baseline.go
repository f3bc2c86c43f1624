package cli

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/baseline"
	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/output"
)

// The commands of zenithlint baseline.
const (
	verbWrite  = "write"  // list all findings
	verbUpdate = "update" // take off what is gone, add what is new
	verbPrune  = "prune"  // take off what is gone
)

// noReport are the flags about findings that are reported, which a baseline
// does not do.
var noReport = []string{"fix", "diff", "format", "json", "new-from", "c"}

// baseline writes or changes a baseline.
func (c *Command) baseline(ctx context.Context, s *settings, out *bufio.Writer) (int, error) {
	verb := ""
	if len(s.args) > 1 {
		verb = s.args[1]
		s.args = s.args[2:]
	}
	if !slices.Contains([]string{verbWrite, verbUpdate, verbPrune}, verb) {
		return exitError, errors.New(strings.TrimSpace("baseline "+verb) + ": want write, update or prune")
	}
	for _, name := range noReport {
		if s.given[name] {
			return exitError, fmt.Errorf("baseline %s reports no findings: leave out -%s", verb, name)
		}
	}
	file := s.path(cmp.Or(s.baseline, baseline.FileName))
	var old baseline.List
	var err error
	if verb != verbWrite {
		if old, err = readBaseline(s, file); err != nil {
			return exitError, err
		}
	}
	result, err := c.analyze(ctx, s, nil)
	if err != nil {
		return exitError, err
	}
	next, err := c.revise(ctx, s, old, verb, file, result, out)
	if err != nil {
		return exitError, err
	}
	if err := writeBaseline(file, next); err != nil {
		return exitError, fmt.Errorf("cannot write %s: %w", output.Path(s.dir, file), reason(err))
	}
	code := c.conclude(s, out, result, false)
	c.warn("%s: %s", output.Path(s.dir, file), output.Count(next.Total(), "finding"))
	return code, nil
}

// revise returns what follows old in the light of a result, and prints how they
// differ.
func (c *Command) revise(ctx context.Context, s *settings, old baseline.List, verb, file string, result *engine.Result, out *bufio.Writer) (baseline.List, error) {
	root := filepath.Dir(file)
	judged := c.judge(s, root, result)
	listed, left := old.Match(result.Findings, judged)
	var stays, gone baseline.List
	for _, e := range left {
		if len(result.Errors) == 0 && judged(&e) {
			gone = append(gone, e)
		} else {
			stays = append(stays, e)
		}
	}
	if len(gone) > 0 && !result.Whole {
		found, stale, err := c.lookAround(ctx, s, root, gone)
		if err != nil {
			return nil, err
		}
		stays, gone = stays.Add(found), stale
	}
	var kept, added []finding.Finding
	for i, f := range result.Findings {
		if listed[i] {
			kept = append(kept, f)
		} else {
			added = append(added, f)
		}
	}
	next := baseline.Of(kept, relative(root)).Add(stays)
	for _, e := range gone {
		fmt.Fprintf(out, "- %s\n", describe(&e))
	}
	if verb == verbPrune {
		return next, nil
	}
	more := baseline.Of(added, relative(root))
	if verb == verbUpdate {
		for _, e := range more {
			fmt.Fprintf(out, "+ %s\n", describe(&e))
		}
	}
	return next.Add(more), nil
}

// lookAround tells those of the entries that the analysis of whole modules
// finds from those that are stale: callers in packages that were not named may
// make their code hot.
func (c *Command) lookAround(ctx context.Context, s *settings, root string, entries baseline.List) (found, stale baseline.List, err error) {
	whole, err := s.modules()
	if err != nil {
		return nil, nil, err
	}
	opts := s.options()
	opts.Tests = true
	result, err := c.run(ctx, opts, whole)
	if err != nil {
		return nil, nil, err
	}
	if len(result.Errors) > 0 {
		return entries, nil, nil
	}
	finding.Fingerprint(result.Findings, os.ReadFile)
	listed, stale := entries.Match(result.Findings, c.judge(s, root, result))
	var still []finding.Finding
	for i, f := range result.Findings {
		if listed[i] {
			still = append(still, f)
		}
	}
	return baseline.Of(still, relative(root)), stale, nil
}

// writeBaseline writes a list to a file, unless that is its content already.
func writeBaseline(file string, list baseline.List) error {
	text := list.Bytes()
	if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, text) {
		return nil
	}
	return replaceFile(file, text)
}

// baselineFlags returns what is wrong with the flags about known findings.
func (s *settings) baselineFlags() error {
	switch {
	case s.given["baseline"] && s.baseline == "":
		return errors.New("-baseline: name a file")
	case s.given["new-from"] && strings.TrimSpace(s.newFrom) == "":
		return errors.New("-new-from: name a revision, as main")
	}
	return nil
}
