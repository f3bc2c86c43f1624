package docs

import (
	"encoding/json"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/zenithlint/zenithlint/analyzers"
	"github.com/zenithlint/zenithlint/internal/demotest"
)

// languages says what is done with the blocks of each language.
var languages = map[string]func(*testing.T, shell, block){
	"sh":     func(t *testing.T, s shell, b block) { s.commands(t, b) },
	"yaml":   checkYAML,
	"json":   checkJSON,
	"go":     checkGo,
	"python": checkTarget,
	"lua":    byEditors, "vim": byEditors, "text": byEditors,
}

// byEditors: TestEditors runs these, by their place on the page.
func byEditors(t *testing.T, _ shell, b block) {
	assert.Equal(t, "editors.md", b.page, "%s: only the page about editors has such a test", b.name())
}

// checkGo: statements, declarations or a file.
func checkGo(t *testing.T, _ shell, b block) {
	for _, form := range []string{"%", "package p\n%", "package p\nfunc _() {\n%\n}"} {
		if _, err := parser.ParseFile(token.NewFileSet(), "", strings.Replace(form, "%", b.text, 1), 0); err == nil {
			return
		}
	}
	t.Errorf("%s: this is no Go", b.name())
}

// checkTarget: the nogo target has every rule, and those alone.
func checkTarget(t *testing.T, _ shell, b block) {
	var rules, want []string
	for _, m := range regexp.MustCompile(`"@com_github_zenithlint_zenithlint//analyzers/(\w+)"`).FindAllStringSubmatch(b.text, -1) {
		rules = append(rules, m[1])
	}
	for _, a := range analyzers.All {
		want = append(want, a.Name)
	}
	assert.Equal(t, want, rules, b.name())
}

// checkJSON: the configuration of nogo names rules and their flags; JSON for
// editors may have comments.
func checkJSON(t *testing.T, s shell, b block) {
	if b.page == "editors.md" {
		byEditors(t, s, b)
		return
	}
	var config map[string]struct {
		Flags    map[string]string `json:"analyzer_flags"`
		Excluded map[string]string `json:"exclude_files"`
	}
	d := json.NewDecoder(strings.NewReader(b.text))
	d.DisallowUnknownFields()
	require.NoError(t, d.Decode(&config), b.name())
	require.NotEmpty(t, config)
	known := 0
	for _, a := range analyzers.All {
		settings, ok := config[a.Name]
		if !ok {
			continue
		}
		known++
		for name, value := range settings.Flags {
			if f := a.Flags.Lookup(name); assert.NotNil(t, f, "%s: %s has no flag %s", b.name(), a.Name, name) {
				assert.NoError(t, f.Value.Set(value), "%s: %s.%s", b.name(), a.Name, name)
				_ = f.Value.Set(f.DefValue)
			}
		}
		for pattern := range settings.Excluded {
			assert.NotPanics(t, func() { regexp.MustCompile(pattern) })
		}
	}
	assert.Equal(t, len(config), known, "%s: rules only", b.name())
}

// checkYAML tells by its keys whose configuration it is.
func checkYAML(t *testing.T, s shell, b block) {
	var doc any
	require.NoError(t, yaml.Unmarshal([]byte(b.text), &doc), b.name())
	keys, _ := doc.(map[string]any)
	switch has := func(key string) bool { _, ok := keys[key]; return ok }; {
	case has("jobs"):
		for _, job := range keys["jobs"].(map[string]any) {
			s.steps(t, b, job.(map[string]any)["steps"].([]any))
		}
	case has("repos"):
		for _, repo := range keys["repos"].([]any) {
			hooks(t, b, repo.(map[string]any)["hooks"].([]any))
		}
	case has("plugins"):
		assert.DirExists(t, filepath.Join(demotest.Root(), strings.TrimPrefix(keys["plugins"].([]any)[0].(map[string]any)["import"].(string), "github.com/zenithlint/zenithlint/")))
	case has("linters"):
		assert.Equal(t, "golangci-lint.md", b.page, "%s: e2e/golangci runs the configurations of that page alone", b.name())
	case doc != nil && keys == nil:
		if list := doc.([]any); list[0].(map[string]any)["id"] != nil {
			hooks(t, b, list)
		} else {
			s.steps(t, b, list)
		}
	case strings.Contains(b.text, "script:"):
		for name, job := range keys {
			s.script(t, b, name, job.(map[string]any))
		}
	default:
		s.configuration(t, b)
	}
}

// configuration lets zenithlint read a .zenithlint.yml, and takes it away.
func (s shell) configuration(t *testing.T, b block) {
	file := filepath.Join(s.Dir, ".zenithlint.yml")
	require.NoError(t, os.WriteFile(file, []byte(b.text), 0o666))
	s.Must(t, "bash", "-c", "zenithlint config")
	require.NoError(t, os.Remove(file))
}

// hooks: pre-commit itself is run by e2e/precommit.
func hooks(t *testing.T, b block, list []any) {
	text, err := os.ReadFile(filepath.Join(demotest.Root(), ".pre-commit-hooks.yaml"))
	require.NoError(t, err)
	for _, hook := range list {
		assert.Contains(t, string(text), "- id: "+hook.(map[string]any)["id"].(string)+"\n", b.name())
	}
}

// steps of a workflow run here, but for the actions of others; TestAction runs
// ours.
func (s shell) steps(t *testing.T, b block, steps []any) {
	for _, step := range steps {
		step := step.(map[string]any)
		with, _ := step["with"].(map[string]any)
		switch uses, _ := step["uses"].(string); {
		case strings.HasPrefix(uses, "zenithlint/zenithlint@"):
			inputs := action(t).Inputs
			for name := range with {
				assert.Contains(t, inputs, name, b.name())
			}
		case uses == "":
			s.commands(t, block{b.page, "sh", strings.ReplaceAll(step["run"].(string), "${{ github.base_ref }}", "$BASE_REF"), b.line})
		default:
			assert.Regexp(t, `^(actions|github|reviewdog)/[\w/-]+@v\d+$`, uses, b.name())
		}
	}
}

// script runs the job of a GitLab pipeline: it installs a program and runs it.
func (s shell) script(t *testing.T, b block, name string, job map[string]any) {
	for _, line := range job["script"].([]any) {
		s.command(t, b, line.(string))
	}
	reports := job["artifacts"].(map[string]any)["reports"].(map[string]any)
	assert.FileExists(t, filepath.Join(s.Dir, reports["codequality"].(string)), "%s: %s", b.name(), name)
}
