package output

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xeipuuv/gojsonschema"
)

// readSARIF checks doc against the official schema, and that it has no empty
// string, and returns its run.
func readSARIF(t *testing.T, doc string) *sarif.Run {
	t.Helper()
	schema, err := sarifSchema()
	require.NoError(t, err)
	result, err := schema.Validate(gojsonschema.NewStringLoader(doc))
	require.NoError(t, err)
	assert.Empty(t, result.Errors())
	assert.NotContains(t, doc, `: ""`, "GitHub rejects empty strings")

	// The types of the library know no field that the schema does not.
	dec := json.NewDecoder(strings.NewReader(doc))
	dec.DisallowUnknownFields()
	var log sarif.Report
	require.NoError(t, dec.Decode(&log))
	require.Len(t, log.Runs, 1)
	return log.Runs[0]
}

// sarifSchema is the schema as the library carries it: its own validation sees
// no more of a document than its types keep.
var sarifSchema = sync.OnceValues(func() (*gojsonschema.Schema, error) {
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		return nil, err
	}
	file := filepath.Join(strings.TrimSpace(string(out)), "schema.go")
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	text := ""
	for n := range ast.Preorder(f) {
		if lit, ok := n.(*ast.BasicLit); ok {
			if text, err = strconv.Unquote(lit.Value); err != nil {
				return nil, err
			}
		}
	}
	return gojsonschema.NewSchema(gojsonschema.NewStringLoader(text))
})
