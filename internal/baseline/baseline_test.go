package baseline_test

import (
	"fmt"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/baseline"
	"github.com/zenithlint/zenithlint/internal/finding"
)

// found returns a finding. The code is any text.
func found(file, rule, function, code string) finding.Finding {
	return finding.Finding{File: file, Rule: rule, Package: "m/" + path.Dir(file), Function: function, Level: "warning", Code: digits(code)}
}

// digits stands in for the digest of a text.
func digits(text string) string { return fmt.Sprintf("%016x", []byte(text))[:16] }

func same(file string) string { return file }

func always(*baseline.Entry) bool { return true }

// news returns the functions of the findings that are not on the list.
func news(list baseline.List, findings []finding.Finding, judged func(*baseline.Entry) bool) (names []string, left int) {
	listed, rest := list.Match(findings, judged)
	for i := range findings {
		if !listed[i] {
			names = append(names, findings[i].Function)
		}
	}
	return names, rest.Total()
}

func TestOf(t *testing.T) {
	late := found("b/b.go", "concatloop", "G", "x")
	late.Level = "notice"
	list := baseline.Of([]finding.Finding{late, found("a/a.go", "concatloop", "F", "x"), found("a/a.go", "concatloop", "F", "x")}, same)
	assert.Equal(t, baseline.List{
		{File: "a/a.go", Rule: "concatloop", Package: "m/a", Function: "F", Code: digits("x"), Count: 2},
		{File: "b/b.go", Rule: "concatloop", Package: "m/b", Function: "G", Code: digits("x"), Count: 1, Level: "notice"},
	}, list)
	assert.Equal(t, 3, list.Total())
	assert.Equal(t, 6, list.Add(list).Total())
	assert.Len(t, list.Add(list), 2)
}

func TestMatch(t *testing.T) {
	base := []finding.Finding{
		found("a/a.go", "concatloop", "F", "x"), found("a/a.go", "concatloop", "F", "y"), found("a/b.go", "regexcompile", "G", "x"),
	}
	list := baseline.Of(base, same)
	for name, test := range map[string]struct {
		change func(list []finding.Finding) []finding.Finding
		news   []string
		left   int
	}{
		"nothing": {change: func(l []finding.Finding) []finding.Finding { return l }},
		"file renamed": {change: func(l []finding.Finding) []finding.Finding {
			l[0].File, l[1].File = "a/z.go", "a/z.go"
			return l
		}},
		"package moved": {change: func(l []finding.Finding) []finding.Finding {
			for i := range l {
				l[i].File, l[i].Package = "other/"+l[i].File, "m/other/a"
			}
			return l
		}},
		"function renamed": {change: func(l []finding.Finding) []finding.Finding {
			l[0].Function, l[1].Function = "H", "H"
			return l
		}},
		"both": {change: func(l []finding.Finding) []finding.Finding {
			l[0].Function, l[0].Package = "H", "m/other"
			return l
		}, news: []string{"H"}, left: 1},
		"duplicate": {change: func(l []finding.Finding) []finding.Finding { return append(l, l[0]) }, news: []string{"F"}},
		"copy elsewhere": {change: func(l []finding.Finding) []finding.Finding {
			c := l[0]
			c.Function = "Copy"
			return append(l, c)
		}, news: []string{"Copy"}},
		"other rule": {change: func(l []finding.Finding) []finding.Finding {
			l[2].Rule = "stdjson"
			return l
		}, news: []string{"G"}, left: 1},
		"gone": {change: func(l []finding.Finding) []finding.Finding { return l[1:] }, left: 1},
		"code changed": {change: func(l []finding.Finding) []finding.Finding {
			l[1].Code = digits("z")
			return l
		}, news: []string{"F"}, left: 1},
	} {
		names, left := news(list, test.change(slices.Clone(base)), always)
		assert.Equal(t, test.news, names, name)
		assert.Equal(t, test.left, left, name)
	}
	assert.Equal(t, baseline.Of(base, same), list, "matching leaves the list alone")
}

// What an entry of a package that was not analysed stands for may be there
// still: a copy of it is new.
func TestMatchNotJudged(t *testing.T) {
	list := baseline.Of([]finding.Finding{found("a/a.go", "concatloop", "F", "x")}, same)
	names, left := news(list, []finding.Finding{found("b/b.go", "concatloop", "F", "x")}, func(e *baseline.Entry) bool { return e.File != "a/a.go" })
	assert.Equal(t, []string{"F"}, names)
	assert.Equal(t, 1, left)
}

// TestSurvives writes lists of findings made at random and reads them back:
// they hide all, whatever moves, and one more of anything is one that shows.
func TestSurvives(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	for range 300 {
		var findings []finding.Finding
		for range r.IntN(30) {
			findings = append(findings, found(
				pick("a/a.go", "a/b\n.go", "b/\"\u202e\x1b[31m.go", "c/<&>.go"), pick("concatloop", "stdjson"),
				pick("", "F", "(*T).M", "G[...]"), pick("x", "y", "z")))
		}
		list, err := baseline.Parse(baseline.Of(findings, same).Bytes())
		require.NoError(t, err)
		assert.Equal(t, baseline.Of(findings, same), list)

		moved := slices.Clone(findings)
		rename, move := pick("", "Renamed"), pick("", "else")
		for i := range moved {
			moved[i].Line += 10
			moved[i].File = "new/" + moved[i].File
			switch {
			case rename != "" && moved[i].Function == "F":
				moved[i].Function = rename
			case rename == "" && move != "" && moved[i].Package == "m/a":
				moved[i].Package = "m/" + move
			}
		}
		names, left := news(list, moved, always)
		assert.Empty(t, names)
		assert.Zero(t, left)
		if len(moved) > 0 {
			names, _ = news(list, append(moved, moved[r.IntN(len(moved))]), always)
			assert.Len(t, names, 1)
		}
	}
}

func TestBytes(t *testing.T) {
	list := baseline.Of([]finding.Finding{found("b.go", "concatloop", "", "y"), found("a\n\x1b\u202e<.go", "concatloop", "F", "x"), found("b.go", "concatloop", "", "y")}, same)
	assert.Equal(t, `{"version":1}
{"file":"a\n\u001b\u202e<.go","rule":"concatloop","package":"m/.","function":"F","code":"`+digits("x")+`"}
{"file":"b.go","rule":"concatloop","package":"m/.","code":"`+digits("y")+`","count":2}
`, string(list.Bytes()))
	assert.Equal(t, "{\"version\":1}\n", string(baseline.List(nil).Bytes()))
}

func TestParseMistakes(t *testing.T) {
	entry := `{"file":"a.go","rule":"r","package":"m","code":"0123456789abcdef"}`
	for src, want := range map[string]string{
		"":                                  "line 1: this file is empty: ",
		"\n\n":                              "line 1: this file is empty: ",
		"hello":                             `line 1: want {"version":1}: `,
		entry:                               `line 1: want {"version":1}: `,
		`{"version":0}`:                     `line 1: want {"version":1}: `,
		`{"version":2}`:                     "line 1: version 2 of the format is newer than this zenithlint: ",
		"{\"version\":1}\n[]":               "line 2: want an object, not a JSON array",
		"{\"version\":1}\n\nx":              "line 3: this is no JSON object: ",
		"{\"version\":1}\n{\"fil\":\"\"}":   `line 2: unknown key "fil": want file, rule, `,
		"{\"version\":1}\n{\"file\":1}":     "line 2: file: want a string, not a JSON number",
		"{\"version\":1}\n{}":               "line 2: file is missing: ",
		"{\"version\":1}\n" + entry + entry: "line 2: want one object a line",
		"{\"version\":1}\n" + entry + "\n" + entry:                                       "line 3: the same finding as in line 2: ",
		"{\"version\":1}\n<<<<<<< HEAD\n" + entry:                                        "line 2: a merge left a conflict here: ",
		"{\"version\":1}\n" + strings.Replace(entry, "0123", "xyz", 1):                   `line 2: code "xyz456789abcdef": want 16 hex`,
		"{\"version\":1}\n" + strings.Replace(entry, "{", `{"count":-1,`, 1):             "line 2: count -1: want a number from 1 to ",
		"{\"version\":1}\n" + strings.Replace(entry, "{", `{"count":9999999999999,`, 1):  "line 2: count 9999999999999: want a number from 1 to ",
		"{\"version\":1}\n" + strings.Replace(entry, "{", `{"level":"error",`, 1):        `line 2: level "error": want notice, `,
		"{\"version\":1}\n" + strings.Replace(entry, "a.go", "\xff.go", 1):               "line 2: invalid UTF-8",
		"{\"version\":1}\n" + strings.Replace(entry, `"rule":"r"`, `"rule":""`, 1):       "line 2: rule is missing: ",
		"{\"version\":1}\n" + strings.Replace(entry, `"package":"m"`, `"package":{}`, 1): "line 2: package: want a string, not a JSON object",
	} {
		_, err := baseline.Parse([]byte(src))
		if assert.Error(t, err, src) {
			assert.Contains(t, err.Error(), want, src)
			assert.NotContains(t, err.Error(), "\n")
		}
	}
}

// Editors and git on Windows change what stands around the lines.
func TestParseLenient(t *testing.T) {
	list := baseline.Of([]finding.Finding{found("a/a.go", "concatloop", "F", "x")}, same)
	text := string(list.Bytes())
	for _, src := range []string{"\ufeff" + text, strings.ReplaceAll(text, "\n", "\r\n"), strings.TrimSuffix(text, "\n"), text + "\n\n"} {
		got, err := baseline.Parse([]byte(src))
		require.NoError(t, err)
		assert.Equal(t, list, got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("{\"version\":1}\n{\"file\":\"a\\u001b.go\",\"rule\":\"r\",\"package\":\"m\",\"code\":\"0123456789abcdef\",\"count\":2}\n"))
	f.Add([]byte("{\"version\":1}\n{\"file\":\"\xff\"}"))
	f.Fuzz(func(t *testing.T, src []byte) {
		list, err := baseline.Parse(src)
		if err != nil {
			assert.NotContains(t, err.Error(), "\n")
			return
		}
		text := list.Bytes()
		for _, r := range strings.ReplaceAll(string(text), "\n", "") {
			assert.True(t, r >= ' ' && r != 0x7f && r != '\u202e', "%q", text)
		}
		again, err := baseline.Parse(text)
		require.NoError(t, err)
		assert.Equal(t, list, again)
		assert.Equal(t, strings.Count(string(text), "\n"), len(list)+1)
	})
}
