package analyzers_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/analyzers"
	"github.com/zenithlint/zenithlint/internal/output"
)

var update = flag.Bool("update", false, "rewrite the table of rules in README.md")

// TestReadme checks that README.md has the table of rules as they are.
func TestReadme(t *testing.T) {
	const begin, end = "<!-- rules -->\n", "<!-- /rules -->\n"
	file := filepath.Join(root, "README.md")
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	before, rest, ok := strings.Cut(string(text), begin)
	require.True(t, ok, "README.md has no line %q", begin)
	table, after, ok := strings.Cut(rest, end)
	require.True(t, ok, "README.md has no line %q", end)

	want := output.RulesMarkdown(analyzers.All)
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(before+begin+want+end+after), 0o644))
		return
	}
	assert.Equal(t, want, table, "go test ./analyzers -update rewrites the table")
}
