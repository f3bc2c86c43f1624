package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/fix"
	"github.com/zenithlint/zenithlint/internal/output"
)

// repair applies the fixes of the findings shown, or prints them as a diff.
func (c *Command) repair(ctx context.Context, s *settings, out *bufio.Writer) (int, error) {
	analyze := func(overlay fix.Overlay) (*engine.Result, error) { return c.analyze(ctx, s, overlay) }
	o, err := fix.Run(analyze, os.ReadFile)
	if err != nil {
		return exitError, err
	}
	for i := range o.Dropped {
		c.warn("%s: fix left out: the package would not compile with it (please report this)", place(s, &o.Dropped[i]))
	}
	for _, f := range o.Left() {
		if s.suppress {
			c.warn("%s: not suppressed yet: run zenithlint suppress again", place(s, &f))
		} else {
			c.warn("%s: fix not made yet, it overlaps another: run -fix again", place(s, &f))
		}
	}
	if s.diff {
		return c.diff(s, o, out)
	}
	unwritten := c.write(s, o)
	if unwritten > 0 || s.suppress && len(o.Result.Findings) > 0 {
		// What was found after fixes that did not reach the disk is not true, and
		// what cgo makes of a directive shows only when it is on the disk.
		if o.Result, err = c.analyze(ctx, s, nil); err != nil {
			return exitError, err
		}
	}
	code, err := c.report(s, out, o.Result)
	if unwritten > 0 {
		code = exitError
	}
	return code, err
}

// diff prints what repair would change.
func (c *Command) diff(s *settings, o *fix.Outcome, out *bufio.Writer) (int, error) {
	for _, file := range o.Files() {
		if err := output.Diff(out, s.dir, file, o.Before[file], o.After[file], c.color()); err != nil {
			return exitError, err
		}
	}
	return c.conclude(s, out, o.Result, len(o.After) > 0), nil
}

// write puts the changed files on disk and returns how many it could not.
func (c *Command) write(s *settings, o *fix.Outcome) (failed int) {
	for _, file := range o.Files() {
		if err := fix.Write(file, o.Before[file], o.After[file]); err != nil {
			c.warn("cannot write %s: %v; its fixes are not applied", output.Path(s.dir, file), err)
			failed++
		}
	}
	if failed == 0 && o.Applied > 0 && s.prints("full") {
		done := "repaired"
		if s.suppress {
			done = "suppressed"
		}
		c.warn("%s %s in %s", done, output.Count(o.Applied, "finding"), output.Count(len(o.After), "file"))
	}
	return failed
}

// place names a finding in a sentence.
func place(s *settings, f *finding.Finding) string {
	return fmt.Sprintf("%s:%d: %s", output.Path(s.dir, f.File), f.Line, f.Rule)
}
