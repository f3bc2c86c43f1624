package config

import (
	"errors"
	"flag"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
)

// testRules are rules with options of every type.
func testRules() []*analysis.Analyzer {
	regexcompile := &analysis.Analyzer{Name: "regexcompile", Doc: "regexcompile: report patterns"}
	errgroup := &analysis.Analyzer{Name: "errgroup", Doc: "errgroup: report goroutines"}
	for _, a := range []*analysis.Analyzer{regexcompile, errgroup} {
		level := levelFlag("warning")
		a.Flags.Init(a.Name, flag.ContinueOnError)
		a.Flags.Var(&level, "level", "lowest `level`")
	}
	errgroup.Flags.Int("max-const", 16, "loops above `n`")
	errgroup.Flags.Bool("switch", false, "switch")
	errgroup.Flags.Float64("share", 0.5, "share")
	errgroup.Flags.String("prefer", "", "import `path` of the other")
	return []*analysis.Analyzer{errgroup, regexcompile}
}

// levelFlag is a flag.Value without a type, as that of package rule.
type levelFlag string

func (l *levelFlag) String() string     { return string(*l) }
func (l *levelFlag) Set(s string) error { *l = levelFlag(s); return nil }

func parse(t *testing.T, src string) *Config {
	t.Helper()
	c, err := Parse("/m/.zenithlint.yml", []byte(src), testRules())
	require.NoError(t, err)
	return c
}

const full = `# of the team
level: notice
rules:
  regexcompile: off
  errgroup:
    level: warning
    max-const: 4
    switch: true
    share: 0.25
    prefer: example.com/x
paths:
  - path: internal/legacy/**
    rules: {regexcompile: on, errgroup: {level: notice}}
  - path: internal/legacy/old.go
    rules:
      regexcompile: off
exclude:
  - third_party
  - "**/*_gen.go"
entry-points:
  - example.com/app/jobs.Run
  - func(context.Context, *example.com/rpc.Call) error
cold:
  - example.com/app/migrations/...
`

func TestFull(t *testing.T) {
	c := parse(t, full)
	assert.True(t, c.Enabled("regexcompile"), "below a path")
	assert.True(t, c.Enabled("errgroup"))
	assert.Equal(t, "notice", c.Level("regexcompile"))
	assert.Equal(t, "notice", c.Level("errgroup"), "below a path")
	for _, test := range []struct {
		rule, file string
		want       Setting
	}{
		{"regexcompile", "/m/main.go", Setting{false, "notice"}},
		{"errgroup", "/m/main.go", Setting{true, "warning"}},
		{"concatloop", "/m/main.go", Setting{true, "notice"}},
		{"regexcompile", "/m/internal/legacy/a/b.go", Setting{true, "notice"}},
		{"errgroup", "/m/internal/legacy/a/b.go", Setting{true, "notice"}},
		{"regexcompile", "/m/internal/legacy/old.go", Setting{false, "notice"}},
		{"errgroup", "/m/third_party/x/y.go", Setting{false, "warning"}},
		{"errgroup", "/m/a/b_gen.go", Setting{false, "warning"}},
		{"errgroup", "/m/b_gen.go", Setting{false, "warning"}},
		{"errgroup", "/elsewhere/b_gen.go", Setting{true, "warning"}},
		{"errgroup", "/m/../third_party/x.go", Setting{true, "warning"}},
	} {
		assert.Equal(t, test.want, c.At(test.rule, test.file), "%s in %s", test.rule, test.file)
	}
	assert.True(t, c.EntryPoints().Has("example.com/app/jobs", "", "Run"))
	assert.Equal(t, []string{"func(context.Context, *example.com/rpc.Call) error"}, c.EntryPoints().Signatures())
	assert.True(t, c.Cold().Has("example.com/app/migrations/v1", "T", "Up"))
}

func TestNothing(t *testing.T) {
	for name, c := range map[string]*Config{
		"nil": nil, "zero": {},
		"empty":      parse(t, ""),
		"comments":   parse(t, "# nothing yet\n\n# rules:\n"),
		"separator":  parse(t, "---\n"),
		"null":       parse(t, "null"),
		"BOM":        parse(t, "\ufeff"),
		"empty keys": parse(t, "rules:\npaths:\nexclude: []\nentry-points: ~\ncold:\n"),
		"empty rule": parse(t, "rules:\n  errgroup:\n  # max-const: 4\n"),
	} {
		t.Run(name, func(t *testing.T) {
			assert.True(t, c.Enabled("errgroup"))
			assert.Empty(t, c.Level("errgroup"))
			assert.Equal(t, Setting{On: true}, c.At("errgroup", "/m/x.go"))
			assert.False(t, c.EntryPoints().Has("a.b/c", "", "F"))
			assert.False(t, c.Cold().Has("a.b/c", "T", "M"))
			assert.Empty(t, c.Cold().Signatures())
			assert.NoError(t, c.Apply(testRules(), func(string, string) bool { return false }))
			assert.NoError(t, c.Render(new(strings.Builder)))
		})
	}
	var none *Config
	assert.Empty(t, none.File())
	assert.Empty(t, none.Digest())
}

func TestForms(t *testing.T) {
	for name, src := range map[string]string{
		"CRLF":    "level: notice\r\nrules:\r\n  errgroup: off\r\n",
		"BOM":     "\ufefflevel: notice\nrules: {errgroup: off}\n",
		"JSON":    `{"level": "notice", "rules": {"errgroup": "off"}}`,
		"anchors": "level: &l notice\nrules: &r\n  errgroup: off\n  regexcompile: {level: *l}\npaths:\n  - {path: a, rules: *r}\n",
		"tags":    "level: !!str notice\nrules: !!map {errgroup: !!str off}\n",
		"end":     "---\nlevel: notice\nrules: {errgroup: 'off'}\n...\n",
	} {
		c := parse(t, src)
		assert.Equal(t, Setting{false, "notice"}, c.At("errgroup", "/m/x.go"), name)
	}
}

func TestMistakes(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"lvel: notice", `1:1: unknown key "lvel": did you mean level?`},
		{"# c\n\nfoo: 1", `3:1: unknown key "foo": want level, rules, paths, exclude, entry-points or cold`},
		{"level: note", `1:8: unknown level "note": want warning or notice`},
		{"level: notce", `1:8: unknown level "notce": did you mean notice?`},
		{"level: off", `1:8: unknown level "off": want warning or notice`},
		{"level: 1", `1:8: want a level: warning or notice, not 1`},
		{"level:", `1:7: want a level: warning or notice, not nothing`},
		{"level: [notice]", `1:8: want a level: warning or notice, not a list`},
		{"level: notice\nlevel: notice", `2:1: duplicate key "level": first in line 1`},
		{"- level", `1:1: want keys such as rules, not a list`},
		{"level", `1:1: want keys such as rules, not "level"`},
		{"1: x", `1:1: unknown key "1": want level, rules, paths, exclude, entry-points or cold`},
		{"{a: b}: x", `1:1: want a name as key, not keys and values`},
		{"<<: {level: notice}", `1:1: unknown key "<<": want level, rules, paths, exclude, entry-points or cold`},
		{"level: notice\n---\nlevel: notice", `2:1: second document: write one`},

		{"rules: [errgroup]", `1:8: want names of rules, not a list`},
		{"rules:\n  errgrup: off", `2:3: unknown rule "errgrup": did you mean errgroup?`},
		{"rules:\n  x: off", `2:3: unknown rule "x": want errgroup or regexcompile`},
		{"rules: {errgroup: false}", `1:19: want on, off or options, not "false": did you mean off?`},
		{"rules: {errgroup: true}", `1:19: want on, off or options, not "true": did you mean on?`},
		{"rules: {errgroup: 7}", `1:19: want on, off or options, not 7`},
		{"rules: {errgroup: Off}", `1:19: want on, off or options, not "Off": did you mean off?`},
		{"rules: {errgroup: [off]}", `1:19: want on, off or options, not a list`},
		{"rules: {errgroup: off, errgroup: on}", `1:24: duplicate key "errgroup": first in line 1`},
		{"rules: {errgroup: {max_const: 1}}", `1:20: unknown option "max_const": did you mean max-const?`},
		{"rules: {errgroup: {max-const: many}}", `1:31: "max-const": want a whole number, not "many"`},
		{"rules: {errgroup: {max-const: 1.5}}", `1:31: "max-const": want a whole number, not 1.5`},
		{"rules: {errgroup: {max-const: [1]}}", `1:31: "max-const": want a whole number, not a list`},
		{"rules: {errgroup: {max-const: }}", `1:31: "max-const": want a whole number, not nothing`},
		{"rules: {errgroup: {switch: on}}", `1:28: "switch": want true or false, not "on"`},
		{"rules: {errgroup: {share: x}}", `1:27: "share": want a number, not "x"`},
		{"rules: {errgroup: {prefer: 1}}", `1:28: "prefer": want text, not 1`},
		{"rules: {errgroup: {level: off}}", `1:27: unknown level "off": want warning or notice`},
		{"rules: {errgroup: !x y}", `1:19: want on, off or options, not a value of type "!x"`},
		{"rules: &r {errgroup: *r}", `1:12: unknown option "errgroup": want level, max-const, prefer, share or switch`},

		{"paths: {path: x}", `1:8: want a list of paths with rules, not keys and values`},
		{"paths: [x]", `1:9: want path and rules, not "x"`},
		{"paths:\n  - rules: {errgroup: off}", `2:5: path is missing`},
		{"paths:\n  - path: a", `2:5: rules is missing`},
		{"paths:\n  -", `2:4: path is missing`},
		{"paths: [{path: a, rule: {}}]", `1:19: unknown key "rule": did you mean rules?`},
		{"paths: [{path: 1, rules: {}}]", `1:16: want a glob, not 1`},
		{"paths: [{path: 'a[', rules: {}}]", `1:16: bad glob "a[": a bracket or brace is not closed or empty`},
		{"paths: [{path: a, rules: {errgroup: {max-const: 1}}}]", `1:38: "max-const": only level may differ by path`},
		{"paths: &p [*p]", `1:8: want path and rules, not a list`},

		{"exclude: third_party", `1:10: want a list of globs, not "third_party"`},
		{"exclude: [/a]", `1:11: bad glob "/a": it is relative to the directory of .zenithlint.yml, without / in front`},
		{`exclude: ['a\b']`, `1:11: bad glob "a\\b": write / between directories`},
		{"exclude: [../a]", `1:11: bad glob "../a": it cannot leave the directory of .zenithlint.yml`},
		{"exclude: [./]", `1:11: bad glob "./": write ** for all files`},
		{"exclude: ['']", `1:11: bad glob "": write ** for all files`},
		{"exclude: [a//b]", `1:11: bad glob "a//b": it is not in its shortest form: "a/b"`},
		{"exclude: ['a{b']", `1:11: bad glob "a{b": a bracket or brace is not closed or empty`},

		{"entry-points: [example.com/a]", `1:16: "example.com/a": this is a package: name a function of it, as in example.com/a.Func`},
		{"entry-points: [Server.Handle]", `1:16: "Server.Handle": the import path of the package is missing`},
		{"entry-points: [1]", `1:16: want a function, not 1`},
		{"entry-points:\n  - func(*Call) error", `2:11: bad signature: want a type with its import path, as in example.com/rpc.Call, not "Call"`},
		{"entry-points:\n  - 'func(*Call) error'", `2:12: bad signature: want a type with its import path, as in example.com/rpc.Call, not "Call"`},
		{"cold:\n  - a b", `2:5: "a b": want ` + coldForms},

		{"rules:\n\terrgroup: off", `2:2: found character that cannot start any token`},
		{"level: 'x", `1:1: found unexpected end of stream`},
		{"rules:\n  errgroup: off\n level: x", `3:2: did not find expected key`},
		{"# c\nlevel: *x", `2:8: unknown anchor 'x' referenced: put text that starts with * or & in quotes`},
		{"cold:\n  - *example.com/a.T.M", `2:3: did not find expected alphabetic or numeric character: put text that starts with * or & in quotes`},
		{"level: a: b", `1:1: mapping values are not allowed in this context`},
		{"level: \x01", `1:1: control characters are not allowed`},
		{"a: b\nlevel: n\xffx", `2:9: invalid UTF-8`},
		{"\ufeffé\xff", `1:3: invalid UTF-8`},
		{"\xff\xfel\x00", `1:1: invalid UTF-8`}, // UTF-16
		{"é: 1", `1:1: unknown key "é": want level, rules, paths, exclude, entry-points or cold`},
		{"{é: 1, x: 2}", `1:2: unknown key "é": want level, rules, paths, exclude, entry-points or cold`},
		{"{level: notice, 'é': 2}", `1:17: unknown key "é": want level, rules, paths, exclude, entry-points or cold`},
		{"exclude: [é, /]", `1:15: bad glob "/": it is relative to the directory of .zenithlint.yml, without / in front`},
	} {
		_, err := Parse(".zenithlint.yml", []byte(test.src), testRules())
		assert.EqualError(t, err, ".zenithlint.yml:"+test.want, "%q", test.src)
		var e *Error
		assert.True(t, errors.As(err, &e), "%q", test.src)
	}
}

func TestTooLarge(t *testing.T) {
	_, err := Parse("f", []byte(strings.Repeat("# comment\n", maxSize/10+1)), nil)
	assert.EqualError(t, err, "f:1:1: file is larger than 1024 KiB")
}

// Programs that run single rules know no others.
func TestRulesUnknown(t *testing.T) {
	c, err := Parse("f", []byte("rules: {x: off, y: {z: 1, level: notice}}"), nil)
	require.NoError(t, err)
	assert.False(t, c.Enabled("x"))
	assert.Equal(t, "notice", c.Level("y"))
	_, err = Parse("f", []byte("rules: &r {x: *r}"), nil)
	assert.EqualError(t, err, "f:1:8: \"x\": want a value, not keys and values")
}

func TestApply(t *testing.T) {
	rules := testRules()
	c, err := Parse("f", []byte(full), rules)
	require.NoError(t, err)
	require.NoError(t, c.Apply(rules, func(rule, option string) bool { return option == "switch" }))
	get := func(name string) string { return rules[0].Flags.Lookup(name).Value.String() }
	assert.Equal(t, "4", get("max-const"))
	assert.Equal(t, "false", get("switch"), "given on the command line")
	assert.Equal(t, "0.25", get("share"))
	assert.Equal(t, "example.com/x", get("prefer"))
	assert.Equal(t, "warning", get("level"), "not set")

	rules[0].Flags.Func("even", "", func(string) error { return errors.New("want an even number") })
	c, err = Parse("f", []byte("rules:\n  errgroup: {even: x}"), rules)
	require.NoError(t, err)
	err = c.Apply(rules, func(string, string) bool { return false })
	assert.EqualError(t, err, "f:2:20: \"even\": want an even number")
}
