package output

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/finding"
)

func TestConcise(t *testing.T) {
	outside := slugFinding()
	outside.File, outside.Message = "/elsewhere/a.go", "tab\there\nand \x1b[0m"
	assert.Equal(t, "slug/slug.go:4:8: constant pattern `[^a-z]+` is compiled on every call (regexcompile)\n"+
		"/elsewhere/a.go:4:8: tab here␊and ␛[0m (regexcompile)\n",
		render(t, Concise, report(slugSource, slugFinding(), outside)))
}

func TestConciseNothingFound(t *testing.T) {
	assert.Empty(t, render(t, Concise, report("")))
}

func TestConciseContext(t *testing.T) {
	r := report(slugSource, slugFinding())
	r.Context = 1
	assert.Equal(t, "slug/slug.go:4:8: constant pattern `[^a-z]+` is compiled on every call (regexcompile)\n"+
		"3\tfunc Make(s string) string {\n"+
		"4\t    re := regexp.MustCompile(`[^a-z]+`)\n"+
		"5\t    return re.ReplaceAllString(s, \"-\")\n", render(t, Concise, r))
	r.Source = func(string) ([]byte, error) { return nil, errors.New("gone") }
	assert.Equal(t, 1, strings.Count(render(t, Concise, r), "\n"))
}

func TestJSON(t *testing.T) {
	r := report(slugSource, slugFinding())
	r.Findings[0].Message = "a < b & \x1b[31m\xff"
	r.Findings[0].Share = 0.25
	r.Errors = []finding.Error{{Package: "m/bad", File: "/elsewhere/bad.go", Line: 3, Column: 1, Message: "undefined: x"}, {Message: "oh"}}
	out := render(t, JSON, r)
	assert.Contains(t, out, `"message": "a < b & \u001b[31m\ufffd"`)
	assert.JSONEq(t, `{
  "findings": [{
    "rule": "regexcompile", "message": "a < b & \u001b[31m\ufffd",
    "file": "slug/slug.go", "line": 4, "column": 8, "endLine": 4, "endColumn": 37,
    "package": "m/slug", "function": "Make", "level": "warning",
    "heat": {"class": "request", "share": 0.25, "chain": [
      {"what": "net/http handler (*Server).Create", "file": "web/books.go", "line": 131},
      {"what": "calls slug.Make", "file": "web/books.go", "line": 144},
      {"what": "slug.Make", "file": "slug/slug.go", "line": 4}
    ]},
    "url": "https://example.org/regexcompile",
    "fixes": [{"message": "Compile the pattern once, in a package-level variable", "edits": [
      {"file": "slug/slug.go", "start": 14, "end": 14, "newText": "var x int\n"},
      {"file": "slug/slug.go", "start": 50, "end": 60, "newText": "x"}
    ]}],
    "remedy": "a package-level variable", "cost": "2.3 us and 28 allocations per call",
    "related": [{"what": "compiled again here", "file": "slug/slug.go", "line": 9}],
    "fingerprint": "f1"
  }],
  "errors": [
    {"package": "m/bad", "file": "../elsewhere/bad.go", "line": 3, "column": 1, "message": "undefined: x"},
    {"package": "", "file": "", "line": 0, "column": 0, "message": "oh"}
  ],
  "summary": {"packages": 12, "warnings": 1, "notices": 0, "fixable": 1, "rules": {"regexcompile": 1}}
}`, out)
}

// Lists are never null, so that readers need not ask.
func TestJSONEmptyLists(t *testing.T) {
	bare := finding.Finding{Rule: "r", Level: "notice"}
	for _, r := range []*Report{report(""), report("", bare)} {
		out := render(t, JSON, r)
		assert.NotContains(t, out, "null")
		assert.True(t, json.Valid([]byte(out)))
	}
}

func TestPath(t *testing.T) {
	dir := t.TempDir()
	real, err := filepath.EvalSymlinks(dir)
	require.NoError(t, err)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	assert.Equal(t, "a.go", Path(dir, filepath.Join(dir, "a.go")))
	assert.Equal(t, "a.go", Path(link, filepath.Join(real, "a.go")))
	assert.Equal(t, "..a.go", Path(dir, filepath.Join(dir, "..a.go")))
	assert.Equal(t, filepath.Join(dir, "a.go"), Path(filepath.Join(dir, "sub"), filepath.Join(dir, "a.go")))
}

func TestError(t *testing.T) {
	for want, e := range map[string]finding.Error{
		"a.go:3:7: bad":  {File: "/m/a.go", Line: 3, Column: 7, Message: "bad"},
		"a.go:3: bad":    {File: "/m/a.go", Line: 3, Message: "bad"},
		"a.go: bad":      {File: "/m/a.go", Message: "bad", Package: "m"},
		"m/p: ba␊d":      {Package: "m/p", Message: "ba\nd"},
		"bad all around": {Message: "bad all around"},
	} {
		assert.Equal(t, want, Error("/m", e))
	}
}

func TestTiming(t *testing.T) {
	var b strings.Builder
	Timing(&b, []finding.Phase{{Name: "load", Seconds: 1.5}, {Name: "regexcompile", Seconds: 0.5}})
	assert.Equal(t, `load              1.500s   75%
regexcompile      0.500s   25%
total             2.000s
`, b.String())
	b.Reset()
	Timing(&b, nil)
	assert.Equal(t, "total      0.000s\n", b.String())
}

func TestDiff(t *testing.T) {
	var b strings.Builder
	require.NoError(t, Diff(&b, "/m", "/m/p/a.go", []byte("a\nb"), []byte("a\nc\n"), false))
	assert.Equal(t, `--- a/p/a.go
+++ b/p/a.go
@@ -1,2 +1,2 @@
 a
-b
\ No newline at end of file
+c
`, b.String())
	b.Reset()
	require.NoError(t, Diff(&b, "/m", "/m/p/a.go", []byte("b\r\n"), []byte("c\r\n"), true))
	assert.Equal(t, "\x1b[1m--- a/p/a.go\x1b[0m\n\x1b[1m+++ b/p/a.go\x1b[0m\n\x1b[34m@@ -1 +1 @@\x1b[0m\n"+
		"\x1b[31m-b\x1b[0m\r\n\x1b[32m+c\x1b[0m\r\n", b.String())
}
