package docs

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/zenithlint/zenithlint/internal/demotest"
)

// composite is what action.yml holds.
type composite struct {
	Inputs map[string]struct{ Description, Default string }
	Runs   struct {
		Steps []struct {
			ID, If, Shell, Uses, Run string
			Dir                      string `yaml:"working-directory"`
			Env, With                map[string]string
		}
	}
}

func action(t *testing.T) (a composite) {
	text, err := os.ReadFile(filepath.Join(demotest.Root(), "action.yml"))
	require.NoError(t, err)
	require.NoError(t, yaml.Unmarshal(text, &a))
	require.NotEmpty(t, a.Inputs)
	return a
}

// TestActionInputs: every input is used, documented, and never part of a script,
// where its text would be run.
func TestActionInputs(t *testing.T) {
	a := action(t)
	var used strings.Builder
	for _, step := range a.Runs.Steps {
		assert.NotContains(t, step.Run, "${{")
		used.WriteString(step.Dir + strings.Join(slices.Collect(maps.Values(step.Env)), " "))
		if step.Uses != "" {
			assert.Regexp(t, `@v\d+$`, step.Uses)
		}
	}
	page, err := os.ReadFile(filepath.Join(demotest.Root(), "docs", "ci.md"))
	require.NoError(t, err)
	for name, input := range a.Inputs {
		assert.NotEmpty(t, input.Description, name)
		assert.Contains(t, used.String(), "${{ inputs."+name+" }}")
		assert.Contains(t, string(page), "\n| `"+name+"` |")
	}
}

// TestAction runs the scripts of the action as a runner does.
func TestAction(t *testing.T) {
	demotest.Need(t, "bash")
	temp := filepath.Join(t.TempDir(), "runner temp") // with a space, as some have
	require.NoError(t, os.Mkdir(temp, 0o777))
	repository := demotest.Repository(t)
	clean := "./internal/config"

	annotated := act(t, repository, temp, nil)
	assert.Equal(t, 1, annotated.Code, annotated.Stderr)
	assert.Len(t, regexp.MustCompile(`(?m)^::warning title=\w+,file=internal/`).FindAllString(annotated.Stdout, -1), len(demotest.WholeModule()))
	assert.NoFileExists(t, annotated.sarif)

	scanned := act(t, repository, temp, map[string]string{"format": "sarif"})
	assert.Equal(t, 1, scanned.Code, scanned.Stderr)
	assert.Contains(t, scanned.Stdout, "warning[concatloop]")
	text, err := os.ReadFile(scanned.sarif)
	require.NoError(t, err)
	assert.Len(t, demotest.Values(t, string(text), "runs.*.results.*.ruleId"), len(demotest.WholeModule()))

	for name, inputs := range map[string]map[string]string{
		"clean":     {"packages": clean},
		"directory": {"working-directory": "internal/config"},
		"several":   {"packages": clean + "\n  ./internal/shelf ./internal/store"},
		"flags":     {"args": "-stdjson\n-test=false", "packages": "./internal/feed"},
		"new only":  {"new-from": "HEAD"},
		"to upload": {"format": "sarif", "packages": clean},
	} {
		got := act(t, repository, temp, inputs)
		assert.Zero(t, got.Code, "%s: %s%s", name, got.Stdout, got.Stderr)
	}

	const hostile = `"; touch broken; echo '$(touch broken)' ` + "`touch broken`"
	for name := range action(t).Inputs {
		if name != "working-directory" { // there, GitHub's runner looks
			got := act(t, repository, temp, map[string]string{name: hostile})
			assert.Equal(t, 2, got.Code, "%s: %s", name, got.Stderr)
			assert.NoFileExists(t, filepath.Join(repository, "broken"), name)
		}
	}
	listed := demotest.Run{Dir: repository, Path: filepath.Join(temp, "zenithlint-action")}
	listed.Must(t, "bash", "-c", "zenithlint baseline write -baseline 'known ones.jsonl'")
	assert.Zero(t, act(t, repository, temp, map[string]string{"baseline": "known ones.jsonl"}).Code)
}

type acted struct {
	demotest.Result
	sarif string // what would be uploaded
}

var expression = regexp.MustCompile(`\$\{\{ (inputs|steps)\.([\w.-]+) \}\}`)

// act runs each step until one fails.
func act(t *testing.T, repository, temp string, inputs map[string]string) (all acted) {
	t.Helper()
	a := action(t)
	file := filepath.Join(t.TempDir(), "output")
	outputs := make(map[string]string)
	expand := func(text string) string {
		return expression.ReplaceAllStringFunc(text, func(s string) string {
			m := expression.FindStringSubmatch(s)
			if m[1] == "steps" {
				return outputs[m[2]]
			}
			if value, ok := inputs[m[2]]; ok {
				return value
			}
			return a.Inputs[m[2]].Default
		})
	}
	for _, step := range a.Runs.Steps {
		if step.Uses != "" {
			require.Equal(t, "steps.zenithlint.outputs.sarif != ''", step.If)
			all.sarif = expand(step.With["sarif_file"])
			continue
		}
		require.Equal(t, "bash", step.Shell)
		r := demotest.Run{Dir: filepath.Join(repository, expand(step.Dir)), Env: []string{"GITHUB_ACTIONS=true", "GITHUB_ACTION_PATH=" + demotest.Root(), "RUNNER_TEMP=" + temp, "GITHUB_OUTPUT=" + file}}
		for name, value := range step.Env {
			r.Env = append(r.Env, name+"="+expand(value))
		}
		result := r.Program(t, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
		all.Stdout, all.Stderr, all.Code = all.Stdout+result.Stdout, all.Stderr+result.Stderr, result.Code
		if result.Code != 0 {
			return all
		}
		if text, err := os.ReadFile(file); err == nil {
			for line := range strings.Lines(string(text)) {
				name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
				outputs[step.ID+".outputs."+name] = value
			}
		}
	}
	return all
}
