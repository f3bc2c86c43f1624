// Package cli is the command line of zenithlint: its flags, commands and exit
// codes.
package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/analyzers"
	"github.com/zenithlint/zenithlint/internal/directive"
	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/modroot"
	"github.com/zenithlint/zenithlint/internal/output"
)

// Exit codes. An error outweighs findings.
const (
	exitClean    = 0
	exitFindings = 1 // or a diff
	exitError    = 2 // wrong usage, a package that does not compile, an internal error
)

// grace is the time in which a run that is interrupted ends the go command that
// it started, and removes what it made.
const grace = 2 * time.Second

// Main runs the command line and returns its exit code. A signal ends it, and
// what it started.
func Main(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// The rules do not look at ctx.
	defer context.AfterFunc(ctx, func() {
		stop() // a second signal waits for nothing
		fmt.Fprintln(os.Stderr, "zenithlint: interrupted")
		time.Sleep(grace)
		os.Exit(exitError)
	})()
	c := &Command{
		Rules:   append(slices.Clone(analyzers.All), directive.Analyzer),
		Analyze: sessions(),
		Getenv:  os.Getenv,
		Stdout:  os.Stdout,
		Stderr:  os.Stderr,
	}
	return c.Run(ctx, args)
}

// sessions returns a function that analyses each module in a session of its own.
func sessions() func(context.Context, engine.Options) (*engine.Result, error) {
	byDir := make(map[string]*engine.Session)
	return func(ctx context.Context, opts engine.Options) (*engine.Result, error) {
		if byDir[opts.Dir] == nil {
			byDir[opts.Dir] = new(engine.Session)
		}
		return byDir[opts.Dir].Analyze(ctx, opts)
	}
}

// Command is the command line with what it depends on.
type Command struct {
	Rules   []*analysis.Analyzer
	Analyze func(context.Context, engine.Options) (*engine.Result, error)
	Getenv  func(string) string
	Stdout  io.Writer // findings, help
	Stderr  io.Writer // everything else
}

// Run runs the command line args and returns its exit code.
func (c *Command) Run(ctx context.Context, args []string) int {
	out := bufio.NewWriter(c.Stdout)
	code, err := c.dispatch(ctx, args, out)
	if failed := out.Flush(); failed != nil {
		err = fmt.Errorf("cannot write the output: %w", failed)
	}
	switch {
	case ctx.Err() != nil:
		return exitError
	case err != nil:
		c.warn("%v", err)
		return exitError
	}
	return code
}

func (c *Command) dispatch(ctx context.Context, args []string, out *bufio.Writer) (int, error) {
	s, err := parse(args, c.Rules)
	if err != nil {
		return exitError, err
	}
	switch {
	case s.help:
		return exitClean, c.help(out, nil)
	case s.version:
		_, err = fmt.Fprintln(out, version())
		return exitClean, err
	case len(s.args) > 0 && s.args[0] == "help":
		return exitClean, c.help(out, s.args[1:])
	case len(s.args) > 0 && s.args[0] == "rules":
		return exitClean, c.rules(out, s.args[1:])
	}
	if code, err := c.configure(s); code != exitClean || err != nil {
		return code, err
	}
	switch {
	case len(s.args) > 0 && s.args[0] == "config":
		return exitClean, c.config(out, s)
	case len(s.args) > 0 && s.args[0] == "baseline":
		return c.baseline(ctx, s, out)
	}
	if err := c.know(ctx, s); err != nil {
		return exitError, err
	}
	switch {
	case s.fix || s.diff:
		return c.repair(ctx, s, out)
	}
	result, err := c.analyze(ctx, s, nil)
	if err != nil {
		return exitError, err
	}
	return c.report(s, out, result)
}

// analyze runs the rules, with the contents of overlay instead of those on disk.
func (c *Command) analyze(ctx context.Context, s *settings, overlay map[string][]byte) (*engine.Result, error) {
	jobs, errs, err := s.jobs()
	if err != nil {
		return nil, err
	}
	stop := c.progress()
	opts := s.options()
	opts.Overlay, opts.Keep = overlay, s.fix || s.diff
	result, err := c.run(ctx, opts, jobs)
	stop()
	if err == nil {
		result.Errors = append(errs, result.Errors...)
	}
	// Of files that this build leaves out, nothing is left to analyse.
	if err != nil || result.Packages == 0 && !s.namesFiles() {
		if err := nothing(s, result, err); err != nil {
			return nil, err
		}
	}
	finding.Fingerprint(result.Findings, func(file string) ([]byte, error) {
		if text, ok := overlay[file]; ok {
			return text, nil
		}
		return os.ReadFile(file)
	})
	c.hide(s, result)
	return result, nil
}

// conclude tells about errors and time, below what is on stdout, and returns
// the exit code of a run that found something or not.
func (c *Command) conclude(s *settings, out *bufio.Writer, result *engine.Result, found bool) int {
	out.Flush() // an error sticks until Run flushes
	last := ""
	for _, e := range result.Errors {
		// A package and its test variant say the same.
		if line := output.Error(s.dir, e); line != last {
			fmt.Fprintln(c.Stderr, line)
			last = line
		}
	}
	c.tellStale(s)
	if s.timing {
		output.Timing(c.Stderr, result.Phases)
	}
	switch {
	case len(result.Errors) > 0:
		return exitError
	case found:
		return exitFindings
	}
	return exitClean
}

// warn writes one line for the user.
func (c *Command) warn(format string, args ...any) {
	fmt.Fprintf(c.Stderr, "zenithlint: %s\n", output.Line(fmt.Sprintf(format, args...)))
}

// nothing returns the error of a run that analysed nothing, in the clearest
// words for its cause; nil if the errors of the result are those.
func nothing(s *settings, result *engine.Result, err error) error {
	if _, ok := modroot.Find(s.dir); !ok {
		return fmt.Errorf("no go.mod in %s or above it: run zenithlint inside a module, or name one with -C", s.dir)
	}
	if err != nil || len(result.Errors) > 0 {
		return err
	}
	return fmt.Errorf("nothing to analyse in %s: no package with Go files matches (check the path, -C, -tags)", strings.Join(s.patterns(), " "))
}
