package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSuppressionPage runs the commands of the page in their order, in the demo
// service.
func TestSuppressionPage(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no shell")
	}
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "suppression.md"))
	require.NoError(t, err)
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "testdata", "demo"))))
	run := func(line string) (output string, code int) {
		cmd := exec.Command("sh", "-c", line)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
		text, _ := cmd.CombinedOutput()
		return string(text), cmd.ProcessState.ExitCode()
	}

	want := []struct {
		code int
		text string
	}{
		{1, "+\t//zenith:ignore "},
		{0, "no findings"},
		{0, "no findings"},
		{0, "no findings"},
		{0, "no findings"},
	}
	commands := regexp.MustCompile(`(?m)^zenithlint [^\n#]*`).FindAllString(string(page), -1)
	require.Len(t, commands, len(want))
	for i, line := range commands {
		output, code := run(line)
		assert.Equal(t, want[i].code, code, "%s\n%s", line, output)
		assert.Contains(t, output, want[i].text, line)
	}

	// Every directive that it shows is read as one, without problems of form.
	const useless = "package useless\n\nfunc f() {\n\t%\n\tprintln()\n}\n"
	file := filepath.Join(dir, "useless.go")
	for _, d := range regexp.MustCompile("(?m)^//zenith:ignore .*$|`(//(?:nolint:|lint:).* reason)`").FindAllStringSubmatch(string(page), -1) {
		text := d[1]
		if text == "" {
			text = d[0]
		}
		require.NoError(t, os.WriteFile(file, []byte(strings.Replace(useless, "%", text, 1)), 0o666))
		output, _ := run("zenithlint -directive -format=concise ./...")
		assert.NotContains(t, output, "reason", text)
		assert.NotContains(t, output, "unknown", text)
		assert.Equal(t, !strings.Contains(text, ",directive "), strings.Contains(output, "useless.go:4:2: directive suppresses nothing"), text)
	}

	_, settings, ok := strings.Cut(string(page), "```yaml\n")
	require.True(t, ok)
	settings, _, _ = strings.Cut(settings, "```")
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(useless, "%", "//zenith:ignore regexcompile", 1)), 0o666))
	_, code := run("zenithlint ./...")
	assert.Equal(t, 1, code)
	require.NoError(t, os.WriteFile(filepath.Join(dir, ".zenithlint.yml"), []byte(settings), 0o666))
	output, code := run("zenithlint ./...")
	assert.Equal(t, 0, code, output)
}
