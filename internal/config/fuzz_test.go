package config

import (
	"errors"
	"strings"
	"testing"
)

// FuzzParse checks that no file makes the parser fail, that every mistake has a
// place in the file, and that the file that is right can be rendered and read
// again.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		full, "", "# x", "---\n...\n---\n", "\ufeff", "\xff\xfe", "level: notice\r\nrules:\r\n",
		"rules:\n\terrgroup: off", "rules: &r {errgroup: *r}", "paths: &p [*p]", "a: *b", "<<: *x",
		"rules: {errgroup: {max-const: 0x10, prefer: !!binary aGk=}}", "level: |\n  notice\n", "? a\n: b",
		"entry-points: ['func(map[string]...int) (', 'func([4]*a.b/c.D, <-chan any)', '(*a.b/c.T).*']",
		"cold: [a/..., \"\\u2028\"]\nexclude: ['{a,[b]}', \"\\0\"]", "%YAML 1.1\n%TAG ! x\n--- !y z", "{[:", "\u2028\u0085x: y",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		rules := testRules()
		c, err := Parse("f", src, rules)
		if err == nil {
			c.At("errgroup", "/a/b.go")
			_ = c.Apply(rules, notGiven) // numbers may be too large for a flag
			var b strings.Builder
			if err := c.Render(&b); err != nil {
				t.Fatal(err)
			}
			if _, err := Parse("f", []byte(b.String()), rules); err != nil {
				t.Fatalf("%v in %q", err, b.String())
			}
			return
		}
		var e *Error
		if !errors.As(err, &e) {
			t.Fatalf("%T: %v", err, err)
		}
		lines := strings.Count(breaks.Replace(string(src)), "\n") + 1
		if e.Line < 1 || e.Line > lines || e.Column < 1 || e.Column > len(e.Source)+1 {
			t.Errorf("position %d:%d of %d lines", e.Line, e.Column, lines)
		}
		if e.Message == "" || strings.Contains(e.Error(), "\n") || visible(e.Error()) != e.Error() {
			t.Errorf("%q", e.Error())
		}
		e.Snippet()
	})
}
