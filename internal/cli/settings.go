package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/config"
	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/rule"
	"github.com/zenithlint/zenithlint/internal/suggest"
)

// settings are what the flags and arguments say.
type settings struct {
	dir     string // -C, absolute
	fix     bool
	diff    bool
	json    bool
	targets []target // -format and -json; never empty
	context int
	test    bool
	tags    string
	timing  bool
	version bool
	help    bool

	wholePackages bool   // -whole-packages
	baseline      string // -baseline
	newFrom       string // -new-from
	known         known  // what those say

	suppress bool   // the command
	reason   string // -reason

	all        []*analysis.Analyzer  // the rules there are
	rules      []*analysis.Analyzer  // those selected
	given      map[string]bool       // names of the flags that were given
	config     *config.Config        // of the directory
	level      rule.Level            // -level; empty if not given
	ruleLevels map[string]rule.Level // -<rule>.level
	args       []string              // packages, or a command
}

// patterns returns the packages to analyse.
func (s *settings) patterns() []string {
	if len(s.args) == 0 {
		return []string{"./..."}
	}
	return s.args
}

// options returns how the engine is to analyse packages.
func (s *settings) options() engine.Options {
	opts := engine.Options{Tests: s.test, Tags: s.tags, Level: s.level, Levels: s.ruleLevels}
	s.rulesOf(&opts)
	return opts
}

// parse reads the command line.
func parse(args []string, rules []*analysis.Analyzer) (*settings, error) {
	s := new(settings)
	fs := flag.NewFlagSet("zenithlint", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	s.register(fs)
	selection := ruleFlags(fs, rules)

	if err := s.parseFlags(fs, args); err != nil {
		return nil, err
	}
	s.all, s.rules = rules, selection.of(rules)
	s.ruleLevels = ruleLevels(fs, rules)
	s.given = make(map[string]bool)
	fs.Visit(func(f *flag.Flag) { s.given[f.Name] = true })
	if s.help || s.version {
		return s, nil
	}
	if err := s.suppressCommand(); err != nil {
		return nil, err
	}
	if err := s.setTargets(); err != nil {
		return nil, err
	}
	if err := s.baselineFlags(); err != nil {
		return nil, err
	}
	if slices.Contains(s.args, "") {
		return nil, errors.New("empty package pattern: name a package, or ./... for all below a directory")
	}
	return s, s.setDir()
}

// register registers the flags that are not about a single rule. The usage
// describes them.
func (s *settings) register(fs *flag.FlagSet) {
	s.context = -1
	fs.StringVar(&s.dir, "C", "", "")
	fs.BoolVar(&s.fix, "fix", false, "")
	fs.BoolVar(&s.diff, "diff", false, "")
	fs.BoolVar(&s.json, "json", false, "")
	fs.BoolVar(&s.test, "test", true, "")
	fs.StringVar(&s.tags, "tags", "", "")
	fs.Var(&s.level, "level", "")
	fs.BoolVar(&s.timing, "timing", false, "")
	fs.BoolVar(&s.wholePackages, "whole-packages", false, "")
	fs.StringVar(&s.reason, "reason", "", "")
	fs.StringVar(&s.baseline, "baseline", "", "")
	fs.StringVar(&s.newFrom, "new-from", "", "")
	fs.BoolVar(&s.version, "version", false, "")
	fs.Func("c", "", func(v string) (err error) {
		if s.context, err = strconv.Atoi(v); err != nil {
			return errors.New("want a number of lines")
		}
		return nil
	})
	fs.Func("format", "", func(v string) error {
		t, err := parseTarget(v)
		s.targets = append(s.targets, t)
		return err
	})
}

// parseFlags parses flags and arguments in any order: those used to other tools
// write -fix behind the packages too, and no package begins with a dash. All
// behind -- are arguments.
func (s *settings) parseFlags(fs *flag.FlagSet, args []string) error {
	for {
		err := fs.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			s.help = true
			return nil
		}
		if err != nil {
			return flagError(err, fs)
		}
		if n := len(args) - fs.NArg(); n > 0 && args[n-1] == "--" {
			s.args = append(s.args, fs.Args()...)
			return nil
		}
		if fs.NArg() == 0 {
			return nil
		}
		s.args = append(s.args, fs.Arg(0))
		args = fs.Args()[1:]
	}
}

// flagError rewords an error of package flag.
func flagError(err error, fs *flag.FlagSet) error {
	if name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -"); ok {
		var names []string
		fs.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
		if near := suggest.Nearest(name, names); near != "" {
			return fmt.Errorf("unknown flag -%s: did you mean -%s?", name, near)
		}
		return fmt.Errorf("unknown flag -%s: zenithlint help lists the flags", name)
	}
	// The only flags that package flag parses itself are booleans.
	return errors.New(strings.Replace(err.Error(), ": parse error", ": want true or false", 1))
}

// setDir makes the directory to run in absolute.
func (s *settings) setDir() error {
	dir, err := filepath.Abs(s.dir)
	if err != nil {
		return fmt.Errorf("cannot find the working directory: %w", err)
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("-C %s: there is no such directory", s.dir)
	case err != nil:
		return fmt.Errorf("-C %s: %w", s.dir, errors.Unwrap(err))
	case !info.IsDir():
		return fmt.Errorf("-C %s: this is a file, name a directory", s.dir)
	}
	s.dir = dir
	return nil
}
