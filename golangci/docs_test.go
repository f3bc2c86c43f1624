package golangci

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/zenithlint/zenithlint/analyzers"
	"github.com/zenithlint/zenithlint/internal/config"
)

var yamlBlock = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// blocks returns the YAML of a page of the documentation.
func blocks(t *testing.T, page string) (list []string) {
	text, err := os.ReadFile("../docs/" + page)
	require.NoError(t, err)
	for _, m := range yamlBlock.FindAllStringSubmatch(string(text), -1) {
		list = append(list, m[1])
	}
	require.NotEmpty(t, list)
	return list
}

// TestDocumentedSettings takes the settings of the page as golangci-lint would.
func TestDocumentedSettings(t *testing.T) {
	defer func() {
		for _, a := range analyzers.All {
			a.Flags.VisitAll(func(f *flag.Flag) { _ = f.Value.Set(f.DefValue) })
		}
	}()
	for _, block := range blocks(t, "golangci-lint.md") {
		if !strings.HasPrefix(block, "# .golangci.yml") {
			continue
		}
		var file struct {
			Linters struct {
				Settings struct {
					Custom map[string]struct{ Settings any }
				}
			}
		}
		require.NoError(t, yaml.Unmarshal([]byte(block), &file))
		p, err := New(file.Linters.Settings.Custom["zenithlint"].Settings)
		require.NoError(t, err)
		list, err := p.BuildAnalyzers()
		require.NoError(t, err)
		assert.Len(t, list, len(analyzers.All)-1)
		return
	}
	assert.Fail(t, "the page has no .golangci.yml")
}

func TestDocumentedConfiguration(t *testing.T) {
	_, err := config.Parse("/m/.zenithlint.yml", []byte(blocks(t, "configuration.md")[0]), analyzers.All)
	assert.NoError(t, err)
}
