// Package docs runs what the pages of the documentation tell users to run. A
// block that nothing here knows how to run fails the test.
package docs

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/demotest"
)

// elsewhere are the commands that are not run here, with the reason.
var elsewhere = map[string]string{
	"go run ./cmd/zenithlint -C testdata/demo ./...": ".ci/run runs it, in this repository",
	"go test ./...": ".ci/run runs it, in this repository",
	"go install github.com/zenithlint/zenithlint/cmd/zenithlint@latest": "installs what is published, not what is tested; e2e/precommit installs the working tree",
	"golangci-lint custom":   "clones golangci-lint; e2e/golangci builds the same program from the module proxy",
	"./custom-gcl run ./...": "e2e/golangci runs it",
	"zenithlint -format=rdjson ./... | reviewdog -f=rdjson -reporter=github-pr-review": "needs a pull request; e2e/faces reads the format",
	`export GOCACHEPROG="$HOME/bin/cacher --store s3://team-go-cache"`:                 "e2e/faces has such a program",
	"bazel build --config=remote //...":                                                "needs Bazel and a cluster; e2e/faces runs the rules as nogo does",
}

// said is what a command must print, and its exit status, where 0 or 1 is not
// all that the page says about it.
var said = map[string]struct {
	code int
	text string
}{
	`zenithlint suppress -diff -reason "known before zenithlint, see ticket 12" ./...`: {1, "+\t//zenith:ignore "},
	`zenithlint suppress -reason "known before zenithlint, see ticket 12" ./...`:       {0, "no findings"},
	"zenithlint -directive=false ./...":                                                {0, "no findings"},
	"zenithlint -directive ./...":                                                      {0, "no findings"},
	"zenithlint -fix -directive ./...":                                                 {0, "no findings"},
	"zenithlint -baseline .zenithlint-baseline.jsonl ./...":                            {0, "no findings"},
	"zenithlint -new-from main ./...":                                                  {0, "no findings"},
	"zenithlint -format=github -new-from origin/$BASE_REF... ./...":                    {0, ""},
	"zenithlint help regexcompile":                                                     {0, "Use instead"},
	"zenithlint -diff ./...":                                                           {1, "strings.Builder"},
	"go vet -vettool=$(which zenithlint) ./...":                                        {1, "concatloop: "},
	"zenithlint config schema":                                                         {0, `"$schema"`},
}

// block is a fenced block of a page.
type block struct {
	page, language, text string
	line                 int
}

func (b block) name() string { return fmt.Sprintf("%s:%d", b.page, b.line) }

var fence = regexp.MustCompile("(?m)^( *)```(\\w*)\n((?:.*\n)*?) *```$")

// pages returns the blocks of each page, in their order.
func pages(t *testing.T) map[string][]block {
	files, err := filepath.Glob(filepath.Join(demotest.Root(), "docs", "*.md"))
	require.NoError(t, err)
	require.Greater(t, len(files), 5)
	all := make(map[string][]block)
	for _, file := range append(files, filepath.Join(demotest.Root(), "README.md")) {
		all[filepath.Base(file)] = blocks(t, file)
	}
	return all
}

func blocks(t *testing.T, file string) (list []block) {
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	text := string(src)
	for _, m := range fence.FindAllStringSubmatchIndex(text, -1) {
		indent := text[m[2]:m[3]]
		body := strings.ReplaceAll("\n"+text[m[6]:m[7]], "\n"+indent, "\n")[1:]
		list = append(list, block{filepath.Base(file), text[m[4]:m[5]], body, 1 + strings.Count(text[:m[0]], "\n")})
	}
	rest := fence.ReplaceAllString(text, "")
	assert.NotContains(t, rest, "```", "%s: a fence that is not closed, or in one line", file)
	assert.NotRegexp(t, `(?m)^\n {4,}\S`, rest, "%s: an indented block: say with a fence what it is", file)
	return list
}

// TestPages goes through each page from top to bottom, in a repository with the
// demo service in it.
func TestPages(t *testing.T) {
	for _, program := range []string{"bash", "git"} {
		demotest.Need(t, program)
	}
	path := filepath.Dir(demotest.Build(t))
	env := []string{"BASE_REF=main", "GITHUB_STEP_SUMMARY=" + filepath.Join(t.TempDir(), "summary.md")}
	for page, blocks := range pages(t) {
		t.Run(page, func(t *testing.T) {
			s := shell{demotest.Run{Dir: demotest.Repository(t), Path: path, Env: env}}
			for _, b := range blocks {
				check, ok := languages[b.language]
				if !ok {
					t.Errorf("%s: no test runs blocks of language %q", b.name(), b.language)
					continue
				}
				check(t, s, b)
			}
		})
	}
}

// shell runs commands as a user does who reads the page.
type shell struct{ demotest.Run }

// commands runs each line.
func (s shell) commands(t *testing.T, b block) {
	for line := range strings.Lines(b.text) {
		command, _, _ := strings.Cut(line, " #")
		if command = strings.TrimSpace(command); command != "" {
			s.command(t, b, command)
		}
	}
}

// command runs a line, which may find something but must not fail.
func (s shell) command(t *testing.T, b block, line string) {
	if elsewhere[line] != "" {
		return
	}
	result := s.Program(t, "bash", "-c", line)
	out := result.Stdout + result.Stderr
	assert.Contains(t, []int{0, 1}, result.Code, "%s: %s\n%s", b.name(), line, out)
	if want, ok := said[line]; ok {
		assert.Equal(t, want.code, result.Code, "%s: %s\n%s", b.name(), line, out)
		assert.Contains(t, out, want.text, "%s: %s", b.name(), line)
	}
}

// TestExceptions: what is listed above stands on some page.
func TestExceptions(t *testing.T) {
	var text strings.Builder
	for _, blocks := range pages(t) {
		for _, b := range blocks {
			text.WriteString(strings.ReplaceAll(b.text, "${{ github.base_ref }}", "$BASE_REF"))
		}
	}
	for line := range elsewhere {
		assert.Contains(t, text.String(), line)
	}
	for line := range said {
		assert.Contains(t, text.String(), line)
	}
}

// TestLinked: README leads to every page.
func TestLinked(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(demotest.Root(), "README.md"))
	require.NoError(t, err)
	for page := range pages(t) {
		if page != "README.md" {
			assert.Contains(t, string(readme), "(docs/"+page+")")
		}
	}
}
