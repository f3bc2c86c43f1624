package golangci

import (
	"flag"
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/zenithlint/zenithlint/analyzers"
)

var settings = regexp.MustCompile("(?s)```yaml\n(# .golangci.yml.*?)```")

// TestDocumentedSettings takes the settings of the page as golangci-lint would.
func TestDocumentedSettings(t *testing.T) {
	defer func() {
		for _, a := range analyzers.All {
			a.Flags.VisitAll(func(f *flag.Flag) { _ = f.Value.Set(f.DefValue) })
		}
	}()
	page, err := os.ReadFile("../docs/golangci-lint.md")
	require.NoError(t, err)
	block := settings.FindStringSubmatch(string(page))
	require.NotNil(t, block)
	var file struct {
		Linters struct {
			Settings struct {
				Custom map[string]struct{ Settings any }
			}
		}
	}
	require.NoError(t, yaml.Unmarshal([]byte(block[1]), &file))
	p, err := New(file.Linters.Settings.Custom["zenithlint"].Settings)
	require.NoError(t, err)
	list, err := p.BuildAnalyzers()
	require.NoError(t, err)
	assert.Len(t, list, len(analyzers.All)-1, "one is disabled there")
}
