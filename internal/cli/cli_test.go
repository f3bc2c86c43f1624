package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// session is a command whose analysis is a function, and what it was asked.
type session struct {
	result         *engine.Result
	err            error
	env            map[string]string
	stdout, stderr bytes.Buffer
	asked          []engine.Options
}

func testRules() []*analysis.Analyzer {
	var list []*analysis.Analyzer
	for _, name := range []string{"concatloop", "regexcompile", "sprintf"} {
		a := &analysis.Analyzer{Name: name, Doc: name + ": report slow things\n\nBecause.", URL: "https://example.org/" + name}
		level := rule.Warning
		a.Flags = *flag.NewFlagSet(name, flag.ContinueOnError)
		a.Flags.Var(&level, "level", "lowest `level` that is reported")
		list = append(list, a)
	}
	list[1].Flags.Int("min", 3, "report from `n` calls on")
	return list
}

func (s *session) run(args ...string) int {
	c := &Command{
		Rules: testRules(),
		Analyze: func(_ context.Context, opts engine.Options) (*engine.Result, error) {
			s.asked = append(s.asked, opts)
			if s.err != nil {
				return nil, s.err
			}
			shown := *s.result
			shown.Findings = slices.DeleteFunc(slices.Clone(shown.Findings), func(f finding.Finding) bool {
				return !cmp.Or(opts.Levels[f.Rule], opts.Level, rule.Warning).Shows(rule.Level(f.Level))
			})
			return &shown, nil
		},
		Getenv: func(name string) string { return s.env[name] },
		Stdout: &s.stdout,
		Stderr: &s.stderr,
	}
	return c.Run(context.Background(), args)
}

func clean() *engine.Result { return &engine.Result{Packages: 3} }

func dirty() *engine.Result {
	dir, _ := os.Getwd()
	at := func(rule, level string, line int) finding.Finding {
		return finding.Finding{Rule: rule, Level: level, Message: "is slow", File: filepath.Join(dir, "x.go"), Line: line, Column: 1}
	}
	return &engine.Result{
		Packages: 3,
		Findings: []finding.Finding{at("concatloop", "warning", 1), at("regexcompile", "notice", 2), at("sprintf", "notice", 3)},
	}
}

func TestExitCodes(t *testing.T) {
	s := &session{result: clean()}
	assert.Equal(t, 0, s.run())
	assert.Equal(t, "no findings in 3 packages\n", s.stdout.String())
	assert.Empty(t, s.stderr.String())

	s = &session{result: dirty()}
	assert.Equal(t, 1, s.run("-format=concise"))
	assert.Equal(t, "x.go:1:1: is slow (concatloop)\n", s.stdout.String())
	assert.Empty(t, s.stderr.String())

	dir, err := os.Getwd()
	require.NoError(t, err)
	s = &session{result: dirty()}
	broken := finding.Error{Package: "y", File: filepath.Join(dir, "y.go"), Line: 2, Column: 1, Message: "undefined: y"}
	again := broken
	again.Package = "y [y.test]"
	s.result.Errors = []finding.Error{broken, again}
	assert.Equal(t, 2, s.run("-format=concise"), "errors outweigh findings")
	assert.Equal(t, "x.go:1:1: is slow (concatloop)\n", s.stdout.String())
	assert.Equal(t, "y.go:2:1: undefined: y\n", s.stderr.String())

	s = &session{err: errors.New("go list\nfailed")}
	assert.Equal(t, 2, s.run())
	assert.Empty(t, s.stdout.String())
	assert.Equal(t, "zenithlint: go list␊failed\n", s.stderr.String())

	s = &session{result: &engine.Result{}}
	assert.Equal(t, 2, s.run("./nosuch/..."))
	assert.Contains(t, s.stderr.String(), "zenithlint: nothing to analyse in ./nosuch/...:")
}

func TestDefaults(t *testing.T) {
	dir, err := os.Getwd()
	require.NoError(t, err)
	s := &session{result: clean()}
	s.run()
	require.Len(t, s.asked, 1)
	got := s.asked[0]
	assert.Len(t, got.Analyzers, 3)
	got.Analyzers = nil
	assert.Equal(t, engine.Options{Dir: dir, Patterns: []string{"./..."}, Tests: true, Levels: map[string]rule.Level{}}, got)
}

func TestFlags(t *testing.T) {
	sub := t.TempDir()
	for _, args := range [][]string{
		{"-C", sub, "-tags=a,b", "-test=false", "-level", "notice", "./a", "./b"},
		{"--C=" + sub, "--tags", "a,b", "--test=false", "--level=notice", "./a", "./b"},
		{"./a", "-C", sub, "-tags=a,b", "./b", "-test=false", "-level", "notice"},
	} {
		s := &session{result: clean()}
		assert.Equal(t, 0, s.run(args...), args)
		got := s.asked[0]
		got.Analyzers = nil
		assert.Equal(t, engine.Options{Dir: sub, Patterns: []string{"./a", "./b"}, Tags: "a,b", Level: rule.Notice, Levels: map[string]rule.Level{}}, got)
	}
	s := &session{result: clean()}
	s.run("--", "./a", "-fix")
	assert.Equal(t, []string{"./a", "-fix"}, s.asked[0].Patterns, "all behind -- are packages")
}

func TestSelection(t *testing.T) {
	for args, want := range map[string]string{
		"":                                  "concatloop regexcompile sprintf",
		"-concatloop":                       "concatloop",
		"-sprintf -concatloop=true":         "concatloop sprintf",
		"-concatloop=false":                 "regexcompile sprintf",
		"-concatloop=false -sprintf":        "sprintf",
		"-regexcompile.min=4":               "concatloop regexcompile sprintf",
		"-concatloop=false -regexcompile=0": "sprintf",
		"-concatloop=f -regexcompile=f -sprintf=f": "",
	} {
		s := &session{result: clean()}
		assert.Equal(t, 0, s.run(strings.Fields(args)...), s.stderr.String())
		var names []string
		for _, a := range s.asked[0].Analyzers {
			names = append(names, a.Name)
		}
		assert.Equal(t, want, strings.Join(names, " "), args)
	}
}

func TestRuleOption(t *testing.T) {
	s := &session{result: clean()}
	s.run("-regexcompile.min=4")
	for _, a := range s.asked[0].Analyzers {
		if a.Name == "regexcompile" {
			assert.Equal(t, "4", a.Flags.Lookup("min").Value.String())
		}
	}
}

func TestLevels(t *testing.T) {
	for args, want := range map[string]string{
		"":                                     "concatloop",
		"-level=notice":                        "concatloop regexcompile sprintf",
		"-sprintf.level=notice":                "concatloop sprintf",
		"-level=notice -sprintf.level=warning": "concatloop regexcompile",
	} {
		s := &session{result: dirty()}
		s.run(append(strings.Fields(args), "-format=concise")...)
		var got []string
		for line := range strings.Lines(s.stdout.String()) {
			_, name, _ := strings.Cut(line, "(")
			got = append(got, strings.TrimSuffix(name, ")\n"))
		}
		assert.Equal(t, want, strings.Join(got, " "), args)
	}
}

// Every wrong input gets one line that says what, and what to do.
func TestBadInput(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o644))
	for _, test := range []struct{ args, want string }{
		{"-fixx", "unknown flag -fixx: did you mean -fix?"},
		{"-regexcomplie", "unknown flag -regexcomplie: did you mean -regexcompile?"},
		{"--regexcompile.mni=3", "unknown flag -regexcompile.mni: did you mean -regexcompile.min?"},
		{"-zzzzzzzz", "unknown flag -zzzzzzzz: zenithlint help lists the flags"},
		{"./... -fixx", "unknown flag -fixx: did you mean -fix?"},
		{"-format=fancy", `invalid value "fancy" for flag -format: want one of checkstyle, concise, full, github, gitlab, json, json-lines, junit, markdown, rdjson, sarif`},
		{"-level=error", `invalid value "error" for flag -level: unknown level "error": want warning or notice`},
		{"-sprintf.level=x", `invalid value "x" for flag -sprintf.level: unknown level "x": want warning or notice`},
		{"-c=few", `invalid value "few" for flag -c: want a number of lines`},
		{"-fix=maybe", `invalid boolean value "maybe" for -fix: want true or false`},
		{"-sprintf=maybe", `invalid boolean value "maybe" for -sprintf: want true or false`},
		{"-tags", "flag needs an argument: -tags"},
		{"-C nosuchdir", "-C nosuchdir: there is no such directory"},
		{"-C " + file, "-C " + file + ": this is a file, name a directory"},
		{"-C " + file + "/x", "-C " + file + "/x: not a directory"},
		{"-format=serif", `invalid value "serif" for flag -format: did you mean sarif?`},
		{"-format=sarif=", `invalid value "sarif=" for flag -format: name the file behind the equals sign`},
		{"-format=fancy=x", `invalid value "fancy=x" for flag -format: want one of checkstyle, concise, full, github, gitlab, json, json-lines, junit, markdown, rdjson, sarif`},
		{"-json -format=full", "-format=full and -format=json would both be printed: give one a file, as in -format=json=FILE"},
		{"-format=github -format=full", "-format=github and -format=full would both be printed: give one a file, as in -format=full=FILE"},
		{"-format=sarif=x -format=gitlab=x", "-format=sarif and -format=gitlab have the same file x: give each its own"},
		{"-diff -json", "-diff prints a diff: leave out -json and -format"},
		{"-diff -format=full", "-diff prints a diff: leave out -json and -format"},
		{"help nosuch", `unknown rule "nosuch": zenithlint rules lists them`},
		{"help sprint", `unknown rule "sprint": did you mean sprintf?`},
		{"help sprintf concatloop", "help takes one rule: zenithlint rules lists them"},
		{"rules sprintf", "rules takes no arguments: zenithlint help sprintf shows a rule"},
	} {
		s := &session{result: clean()}
		assert.Equal(t, 2, s.run(strings.Fields(test.args)...), test.args)
		assert.Equal(t, "zenithlint: "+test.want+"\n", s.stderr.String())
		assert.Empty(t, s.stdout.String())
		assert.Empty(t, s.asked)
	}
	s := &session{result: clean()}
	assert.Equal(t, 2, s.run("./a", ""))
	assert.Equal(t, "zenithlint: empty package pattern: name a package, or ./... for all below a directory\n", s.stderr.String())
}

func TestNoModule(t *testing.T) {
	dir := t.TempDir()
	for _, s := range []*session{
		{err: errors.New("go: go.mod file not found")},
		{result: &engine.Result{Errors: []finding.Error{{Message: "directory prefix . does not contain main module"}}}},
	} {
		assert.Equal(t, 2, s.run("-C", dir))
		assert.Equal(t, "zenithlint: no go.mod in "+dir+" or above it: run zenithlint inside a module, or name one with -C\n", s.stderr.String())
	}
}

func TestHelp(t *testing.T) {
	for _, args := range []string{"help", "-h", "-help", "--help", "-fix --help ./..."} {
		s := new(session)
		assert.Equal(t, 0, s.run(strings.Fields(args)...), args)
		assert.Equal(t, usage, s.stdout.String())
		assert.Empty(t, s.stderr.String())
	}
	s := new(session)
	assert.Equal(t, 0, s.run("help", "regexcompile"))
	assert.Contains(t, s.stdout.String(), "regexcompile: report slow things\n\n  Because.\n")
	assert.Contains(t, s.stdout.String(), "-regexcompile.min n\n      report from n calls on (default 3)\n")
}

// The usage names every flag, and no line is too long for a small terminal.
func TestUsage(t *testing.T) {
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	new(settings).register(fs)
	fs.VisitAll(func(f *flag.Flag) {
		assert.Regexp(t, `(?m)^  -`+f.Name+`[ =]`, usage)
	})
	for line := range strings.Lines(usage) {
		assert.LessOrEqual(t, len(line), 81)
	}
}

func TestRulesCommand(t *testing.T) {
	s := new(session)
	assert.Equal(t, 0, s.run("rules"))
	assert.Contains(t, s.stdout.String(), "\nconcatloop    -    -        report slow things\n")
}

func TestVersion(t *testing.T) {
	s := new(session)
	assert.Equal(t, 0, s.run("-version"))
	assert.Regexp(t, `^zenithlint \S+ go1\S+.* \S+/\S+\n$`, s.stdout.String())
}

func TestTiming(t *testing.T) {
	s := &session{result: clean()}
	s.result.Phases = []finding.Phase{{Name: "load", Seconds: 1}}
	assert.Equal(t, 0, s.run("-timing", "-format=concise"))
	assert.Empty(t, s.stdout.String())
	assert.Contains(t, s.stderr.String(), "load ")
}

func TestColor(t *testing.T) {
	for _, test := range []struct {
		env  map[string]string
		want bool
	}{
		{nil, false},
		{map[string]string{"FORCE_COLOR": "1"}, true},
		{map[string]string{"CLICOLOR_FORCE": "1"}, true},
		{map[string]string{"FORCE_COLOR": "0"}, false},
		{map[string]string{"FORCE_COLOR": "1", "NO_COLOR": "1"}, false},
	} {
		s := &session{result: dirty(), env: test.env}
		s.run()
		assert.Equal(t, test.want, strings.Contains(s.stdout.String(), "\x1b["), "%v", test.env)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestOutputFails(t *testing.T) {
	var stderr bytes.Buffer
	c := &Command{Rules: testRules(), Getenv: func(string) string { return "" }, Stdout: full{}, Stderr: &stderr}
	assert.Equal(t, 2, c.Run(context.Background(), []string{"help"}))
	assert.Equal(t, "zenithlint: cannot write the output: no space left on device\n", stderr.String())
}
