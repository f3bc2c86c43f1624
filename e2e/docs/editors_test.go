package docs

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/demotest"
)

// editors returns the blocks of the page by the file that they name in their
// first line; of several for one file, the first.
func editors(t *testing.T) map[string]string {
	files := make(map[string]string)
	for _, b := range pages(t)["editors.md"] {
		if b.language == "sh" {
			continue // TestPages runs them
		}
		first, rest, _ := strings.Cut(b.text, "\n")
		name := strings.TrimLeft(first, `/-" `)
		if b.language == "text" {
			name, rest = "line", b.text
		}
		if b.language == "json" {
			require.True(t, json.Valid([]byte(rest)), "%s: %s", b.name(), rest)
		}
		if files[name] == "" {
			files[name] = rest
		}
	}
	return files
}

// TestEditors reads what zenithlint prints in the way the editors are told to.
func TestEditors(t *testing.T) {
	demotest.Need(t, "bash")
	files := editors(t)
	r := demotest.Run{Dir: demotest.Copy(t), Path: filepath.Dir(demotest.Build(t))}
	var vscode struct {
		Tool  string            `json:"go.lintTool"`
		Paths map[string]string `json:"go.alternateTools"`
		Flags []string          `json:"go.lintFlags"`
	}
	var tasks struct {
		Tasks []struct {
			Command        string
			ProblemMatcher struct {
				Pattern struct {
					Regexp                            string
					File, Line, Column, Message, Code int
				}
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(files[".vscode/settings.json"]), &vscode))
	require.NoError(t, json.Unmarshal([]byte(files[".vscode/tasks.json"]), &tasks))
	assert.Equal(t, "zenithlint", filepath.Base(vscode.Paths[vscode.Tool]))

	task := tasks.Tasks[0]
	all := r.Program(t, "bash", "-c", task.Command)
	assert.Empty(t, all.Stderr, "the Go extension shows nothing if there is something on stderr")
	p := task.ProblemMatcher.Pattern
	var found []string
	for line := range strings.Lines(all.Stdout) {
		m := regexp.MustCompile(p.Regexp).FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		require.NotNil(t, m, line)
		assert.NotEmpty(t, m[p.Message])
		found = append(found, m[p.File]+":"+m[p.Line]+" "+m[p.Code])
		assert.Regexp(t, `^([^:]+):\d+:\d+: .+`, line, "as the Go extension reads it")
	}
	assert.Equal(t, demotest.WholeModule(), found)
	assert.Contains(t, all.Stdout, files["line"])

	// On save, the extension starts the linter in the directory of the file.
	saved := demotest.Run{Dir: filepath.Join(r.Dir, "internal", "feed"), Path: r.Path}.Program(t, "bash", "-c", "zenithlint "+strings.Join(vscode.Flags, " "))
	assert.Equal(t, []string{"feed.go:16 concatloop"}, demotest.Concise(saved.Stdout), saved.Stderr)
	assert.Empty(t, saved.Stderr)

	// GoLand: a macro is any text. Its watchers name the file.
	page, err := os.ReadFile(filepath.Join(demotest.Root(), "docs", "editors.md"))
	require.NoError(t, err)
	filters := regexp.MustCompile("`(\\$FILE_PATH\\$[^`]*)`").FindAllStringSubmatch(string(page), -1)
	require.Len(t, filters, 2)
	watched := r.Program(t, "bash", "-c", `zenithlint -format=concise "$PWD/internal/feed/feed.go"`)
	for _, filter := range filters {
		pattern := strings.NewReplacer("$FILE_PATH$", `[^:]+`, "$LINE$", `\d+`, "$COLUMN$", `\d+`, "$MESSAGE$", ".+").Replace(filter[1])
		assert.Regexp(t, "(?m)^"+pattern, watched.Stdout)
	}
}

// TestNeovim lets Neovim run its compiler file, and the pattern for nvim-lint.
func TestNeovim(t *testing.T) {
	nvim := demotest.Need(t, "nvim")
	files := editors(t)
	config := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(config, "nvim", "compiler"), 0o777))
	compiler := files["~/.config/nvim/compiler/zenithlint.vim (Vim: ~/.vim/compiler/zenithlint.vim)"]
	require.NotEmpty(t, compiler)
	require.NoError(t, os.WriteFile(filepath.Join(config, "nvim", "compiler", "zenithlint.vim"), []byte(compiler), 0o666))
	r := demotest.Run{Dir: demotest.Copy(t), Path: filepath.Dir(demotest.Build(t)), Env: []string{"XDG_CONFIG_HOME=" + config}}

	const list = `for _, e in ipairs(vim.fn.getqflist()) do if e.valid == 1 then ` +
		`io.stdout:write(vim.fn.fnamemodify(vim.fn.bufname(e.bufnr), ':.'), ':', e.lnum, ':', e.col, ': ', e.text, '\n') end end`
	made := r.Must(t, nvim, "--headless", "-c", "compiler zenithlint", "-c", "silent make", "-c", "lua "+list, "-c", "qall!")
	assert.Equal(t, demotest.WholeModule(), demotest.Concise(made), made)

	// A stand-in for the plugin runs the linter as nvim-lint does.
	lua := files["~/.config/nvim/after/plugin/zenithlint.lua"]
	require.NotEmpty(t, lua)
	script := filepath.Join(config, "lint.lua")
	require.NoError(t, os.WriteFile(script, []byte(plugin+lua+use), 0o666))
	linted := r.Must(t, nvim, "--headless", "--noplugin", "-c", "luafile "+script, "-c", "qall!")
	assert.Equal(t, []string{"internal/feed/feed.go:16 concatloop"}, demotest.Concise(linted), linted)
}

const (
	plugin = `
package.loaded['lint'] = { linters = {}, linters_by_ft = {} }
package.loaded['lint.parser'] = {
  from_pattern = function(pattern, groups) return { pattern = pattern, groups = groups } end,
}
`
	use = `
local l = lint.linters.zenithlint
assert(lint.linters_by_ft.go[1] == 'zenithlint' and l.ignore_exitcode and not l.stdin)
local command = { l.cmd }
vim.list_extend(command, l.args)
table.insert(command, 'internal/feed/feed.go')
for _, line in ipairs(vim.fn.systemlist(command)) do
  local got = {}
  for i, value in ipairs({ line:match(l.parser.pattern) }) do got[l.parser.groups[i]] = value end
  io.stdout:write(got.file, ':', got.lnum, ':', got.col, ': ', got.message, ' (', got.code, ')\n')
end
`
)
