package config

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xeipuuv/gojsonschema"
	"go.yaml.in/yaml/v3"
)

// valid reports whether the schema accepts a file.
func valid(t *testing.T, schema *gojsonschema.Schema, src string) bool {
	t.Helper()
	var doc any
	require.NoError(t, yaml.Unmarshal([]byte(src), &doc), src)
	text, err := json.Marshal(doc)
	require.NoError(t, err, src)
	result, err := schema.Validate(gojsonschema.NewBytesLoader(text))
	require.NoError(t, err, src)
	return result.Valid()
}

// TestSchema checks that the schema and the parser agree.
func TestSchema(t *testing.T) {
	loader := gojsonschema.NewSchemaLoader()
	loader.Validate = true // the schema itself
	loader.Draft = gojsonschema.Draft7
	schema, err := loader.Compile(gojsonschema.NewBytesLoader(Schema(testRules())))
	require.NoError(t, err)

	for _, src := range []string{
		full,
		"{}",
		"level: warning",
		"level: notice",
		"rules:\npaths:\nexclude:\nentry-points:\ncold:",
		"rules: {errgroup: on, regexcompile: off}",
		"rules: {errgroup: }",
		"rules: {errgroup: {}}",
		"rules: {errgroup: {max-const: 0, switch: false, share: 1, prefer: '1', level: notice}}",
		"rules: {errgroup: {max-const: -1}}",
		"paths: [{path: a, rules: }]",
		"paths: [{path: 'a/**', rules: {errgroup: on, regexcompile: {level: notice}}}]",
		"paths: [{path: a, rules: {errgroup: {}}}]",
		"exclude: [a, ./b, 'c/**/*.go', '{d,e}', '[a-z].go', f/]",
		"entry-points: ['*a.b/c.T.M', (*a.b/c.T).M, a.b/c.(*T).M, a.b/c.T.*, main.run, func(), func () error]",
		"entry-points: ['func(context.Context, ...any) (int, error)']",
		"cold: [a.b/c, a.b/c/..., a.b/c.F, func()]",
	} {
		_, err := Parse("f", []byte(src), testRules())
		assert.NoError(t, err, src)
		assert.True(t, valid(t, schema, src), src)
	}
	for _, src := range []string{
		"[]", "x", "1",
		"lvel: notice",
		"level:", "level: off", "level: 1", "level: [notice]",
		"rules: []", "rules: x",
		"rules: {errgrup: off}",
		"rules: {errgroup: true}", "rules: {errgroup: 1}", "rules: {errgroup: []}", "rules: {errgroup: yes}",
		"rules: {errgroup: {max_const: 1}}",
		"rules: {errgroup: {max-const: x}}", "rules: {errgroup: {max-const: 1.5}}", "rules: {errgroup: {max-const: }}",
		"rules: {errgroup: {max-const: '1'}}", "rules: {errgroup: {max-const: [1]}}",
		"rules: {errgroup: {switch: on}}", "rules: {errgroup: {switch: 1}}",
		"rules: {errgroup: {share: x}}", "rules: {errgroup: {prefer: 1}}", "rules: {errgroup: {level: x}}",
		"rules: {regexcompile: {max-const: 1}}",
		"paths: {}", "paths: [x]", "paths: [null]",
		"paths: [{path: a}]", "paths: [{rules: {}}]", "paths: [{path: 1, rules: {}}]", "paths: [{path: /a, rules: {}}]",
		"paths: [{path: a, rules: {errgroup: {max-const: 1}}}]",
		"paths: [{path: a, rules: {errgrup: off}}]",
		"paths: [{path: a, rules: {}, level: notice}]",
		"exclude: a", "exclude: [1]", "exclude: [null]", "exclude: [/a]", `exclude: ['a\b']`, "exclude: ['']",
		"entry-points: a", "entry-points: [1]", "entry-points: ['']", "entry-points: [a b.F]", "entry-points: ['a.b/c, d']",
		"cold: [{}]", "cold: [a/]",
	} {
		_, err := Parse("f", []byte(src), testRules())
		assert.Error(t, err, src)
		assert.False(t, valid(t, schema, src), src)
	}
}

func TestSchemaText(t *testing.T) {
	text := string(Schema(testRules()))
	assert.Equal(t, text, string(Schema(testRules())), "always the same")
	assert.True(t, strings.HasSuffix(text, "}\n"))
	for _, part := range []string{"import path of the other", "report goroutines", `"default": 16`, `"default": 0.5`, `"default": false`} {
		assert.Contains(t, text, part)
	}
	assert.NotContains(t, text, `"default": ""`)
}
