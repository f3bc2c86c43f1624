package output

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// ciReport has a finding of each level, one of them over several lines, and the
// errors of a package and its test variant, and of a rule.
func ciReport() *Report {
	lines := finding.Finding{
		Rule: "concatloop", Message: "grows", Level: "notice", File: "/m/web/a.go", Line: 2, Column: 3, EndLine: 4, EndColumn: 5,
		Package: "m/web", Class: "unknown", URL: "https://example.org/concatloop", Fingerprint: "f2",
	}
	r := report(slugSource, slugFinding(), lines)
	r.Errors = []finding.Error{
		{Package: "m/bad", File: "/m/bad.go", Line: 3, Column: 1, Message: "undefined: x"},
		{Package: "m/bad [m/bad.test]", File: "/m/bad.go", Line: 3, Column: 1, Message: "undefined: x"},
		{Package: "m/worse", Message: "regexcompile panicked"},
	}
	return r
}

func TestGitHub(t *testing.T) {
	assert.Equal(t, "::error title=zenithlint,file=bad.go,line=3,col=1::undefined: x\n"+
		"::error title=zenithlint::m/worse: regexcompile panicked\n"+
		"::warning title=regexcompile,file=slug/slug.go,line=4,col=8,endColumn=37::constant pattern `[^a-z]+` is compiled on every call"+
		"%0Aheat: request (once per request, message or task)"+
		"%0A  web/books.go:131  net/http handler (*Server).Create"+
		"%0A  web/books.go:144  calls slug.Make"+
		"%0A  slug/slug.go:4  slug.Make"+
		"%0Aalso: slug/slug.go:9  compiled again here"+
		"%0Ainstead: a package-level variable\n"+
		"::notice title=concatloop,file=web/a.go,line=2,endLine=4::grows%0Aheat: unknown (no caller is seen that runs it often)\n",
		render(t, GitHub, ciReport()))
}

// GitHub shows the first ten: those must be the hottest.
func TestGitHubOrder(t *testing.T) {
	r := report("")
	for i := range 13 {
		f := slugFinding()
		f.Message, f.Class = fmt.Sprint("number ", i), "loop"
		if i == 12 {
			f.Class = "element"
		}
		r.Findings = append(r.Findings, f)
	}
	lines := strings.Split(render(t, GitHub, r), "\n")
	assert.Contains(t, lines[0], "::number 12%0A")
	assert.Contains(t, lines[1], "::number 0%0A")
	assert.Equal(t, "zenithlint: GitHub shows 10 annotations of each level for a step; 3 more stand in its log", lines[13])
}

// Paths of CI systems are those of the repository, wherever the run was.
func TestRepositoryPaths(t *testing.T) {
	r := report(slugSource, slugFinding())
	r.Root = "/"
	assert.Contains(t, render(t, GitHub, r), "file=m/slug/slug.go,")
	assert.Contains(t, render(t, GitLab, r), `"path": "m/slug/slug.go"`)
	assert.Contains(t, render(t, SARIF, r), `"uri": "m/slug/slug.go"`)
	assert.Contains(t, render(t, RDJSON, r), `"path": "slug/slug.go"`)
	assert.Contains(t, render(t, Checkstyle, r), `name="slug/slug.go"`)
}

func TestGitLab(t *testing.T) {
	assert.JSONEq(t, `[
	{"description": "regexcompile: constant pattern `+"`[^a-z]+`"+` is compiled on every call", "check_name": "regexcompile",
	 "fingerprint": "f1", "severity": "major",
	 "location": {"path": "slug/slug.go", "positions": {"begin": {"line": 4, "column": 8}, "end": {"line": 4, "column": 37}}}},
	{"description": "concatloop: grows", "check_name": "concatloop", "fingerprint": "f2", "severity": "info",
	 "location": {"path": "web/a.go", "positions": {"begin": {"line": 2, "column": 3}, "end": {"line": 4, "column": 5}}}}
]`, render(t, GitLab, ciReport()))
	assert.Equal(t, "[]\n", render(t, GitLab, report("")))
}

func TestRDJSON(t *testing.T) {
	assert.JSONEq(t, `{
  "source": {"name": "zenithlint", "url": "https://github.com/zenithlint/zenithlint"},
  "diagnostics": [
    {"message": "undefined: x", "severity": "ERROR", "location": {"path": "bad.go", "range": {"start": {"line": 3, "column": 1}}}},
    {"message": "constant pattern `+"`[^a-z]+`"+` is compiled on every call; instead: a package-level variable", "severity": "WARNING",
     "location": {"path": "slug/slug.go", "range": {"start": {"line": 4, "column": 8}, "end": {"line": 4, "column": 37}}},
     "code": {"value": "regexcompile", "url": "https://example.org/regexcompile"},
     "suggestions": [{
       "range": {"start": {"line": 3, "column": 1}, "end": {"line": 4, "column": 18}},
       "text": "var x int\nfunc Make(s string) string {\n\tre := x"
     }],
     "related_locations": [
       {"message": "net/http handler (*Server).Create", "location": {"path": "web/books.go", "range": {"start": {"line": 131}}}},
       {"message": "calls slug.Make", "location": {"path": "web/books.go", "range": {"start": {"line": 144}}}},
       {"message": "slug.Make", "location": {"path": "slug/slug.go", "range": {"start": {"line": 4}}}},
       {"message": "compiled again here", "location": {"path": "slug/slug.go", "range": {"start": {"line": 9}}}}
     ]},
    {"message": "grows", "severity": "INFO",
     "location": {"path": "web/a.go", "range": {"start": {"line": 2, "column": 3}, "end": {"line": 4, "column": 5}}},
     "code": {"value": "concatloop", "url": "https://example.org/concatloop"}}
  ]
}`, render(t, RDJSON, ciReport()))
}

// A suggestion that cannot be read, or cannot be made, is none.
func TestRDJSONSuggestions(t *testing.T) {
	r := report(slugSource + strings.Repeat("\n", maxSuggestion))
	for name, edits := range map[string][]finding.Edit{
		"far apart":   {{Start: 1, End: 1, NewText: "a"}, {Start: maxSuggestion + 2, End: maxSuggestion + 2, NewText: "b"}},
		"behind end":  {{Start: 1, End: 1 << 20}},
		"overlapping": {{Start: 1, End: 5}, {Start: 4, End: 6}},
		"none":        nil,
	} {
		assert.Nil(t, r.suggestions(&finding.Fix{File: "/m/slug/slug.go", Edits: edits}), name)
	}
}

func TestCheckstyle(t *testing.T) {
	r := ciReport()
	r.Errors = r.Errors[:2]
	r.Findings[1].File = r.Findings[0].File
	assert.Equal(t, `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="8.0">
  <file name="bad.go">
    <error line="3" column="1" severity="error" message="undefined: x" source="zenithlint"></error>
  </file>
  <file name="slug/slug.go">
    <error line="4" column="8" severity="warning" message="constant pattern `+"`[^a-z]+`"+` is compiled on every call" source="zenithlint.regexcompile"></error>
    <error line="2" column="3" severity="info" message="grows" source="zenithlint.concatloop"></error>
  </file>
</checkstyle>
`, render(t, Checkstyle, r))
}

func TestJUnit(t *testing.T) {
	r := ciReport()
	r.Findings = r.Findings[1:]
	assert.Equal(t, `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="zenithlint" tests="3" failures="1" errors="2">
    <testcase name="bad.go:3:1: undefined: x" classname="m/bad" file="bad.go" line="3">
      <error message="undefined: x" type="error">bad.go:3:1: undefined: x</error>
    </testcase>
    <testcase name="m/worse: regexcompile panicked" classname="m/worse">
      <error message="regexcompile panicked" type="error">m/worse: regexcompile panicked</error>
    </testcase>
    <testcase name="concatloop (web/a.go:2:3)" classname="m/web" file="web/a.go" line="2">
      <failure message="grows" type="notice">grows&#xA;heat: unknown (no caller is seen that runs it often)</failure>
    </testcase>
  </testsuite>
</testsuites>
`, render(t, JUnit, r))
	assert.Contains(t, render(t, JUnit, report("")), `tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="zenithlint"></testcase>`)
}

func TestJSONLines(t *testing.T) {
	lines := strings.SplitAfter(render(t, JSONLines, ciReport()), "\n")
	assert.Len(t, lines, 2+3+1+1)
	assert.Regexp(t, `^\{"type":"finding","rule":"regexcompile",.*"fingerprint":"f1"\}\n$`, lines[0])
	assert.Equal(t, `{"type":"error","package":"m/worse","file":"","line":0,"column":0,"message":"regexcompile panicked"}`+"\n", lines[4])
	assert.Equal(t, `{"type":"summary","packages":12,"warnings":1,"notices":1,"fixable":1,"rules":{"concatloop":1,"regexcompile":1}}`+"\n", lines[5])
}

func TestMarkdown(t *testing.T) {
	r := ciReport()
	r.Findings[1].URL = ""
	assert.Equal(t, "### zenithlint: 1 warning, 1 notice in 12 packages\n\n"+
		"| Level | Where | Rule | What | Heat |\n|---|---|---|---|---|\n"+
		"| warning | slug/slug.go&#58;4&#58;8 | [regexcompile](https://example.org/regexcompile) | constant pattern &#96;&#91;^a-z&#93;+&#96; "+
		"is compiled on every call; instead: a package-level variable | request |\n"+
		"| notice | web/a.go&#58;2&#58;3 | concatloop | grows | unknown |\n\n"+
		"| Rule | Findings |\n|---|---|\n| concatloop | 1 |\n| regexcompile | 1 |\n\n"+
		"| Not analysed |\n|---|\n| bad.go&#58;3&#58;1&#58; undefined&#58; x |\n| m/worse&#58; regexcompile panicked |\n",
		render(t, Markdown, r))
	assert.Equal(t, "### zenithlint: no findings in 12 packages\n", render(t, Markdown, report("")))
}

// A page has room for so much.
func TestMarkdownIsBounded(t *testing.T) {
	r := report("")
	for range maxRows + 5 {
		f := slugFinding()
		f.Message = strings.Repeat("long ", 1000)
		r.Findings = append(r.Findings, f)
	}
	out := render(t, Markdown, r)
	assert.Less(t, len(out), 1<<19)
	assert.Contains(t, out, "\n5 more are left out of the table.\n")
}
