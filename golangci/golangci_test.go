package golangci

import (
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/analyzers"
)

// build returns the names of the rules that the registered plugin runs.
func build(t *testing.T, conf any) ([]string, error) {
	newPlugin, err := register.GetPlugin("zenithlint")
	require.NoError(t, err)
	p, err := newPlugin(conf)
	if err != nil {
		return nil, err
	}
	assert.Equal(t, register.LoadModeTypesInfo, p.GetLoadMode())
	list, err := p.BuildAnalyzers()
	require.NoError(t, err)
	var names []string
	for _, a := range list {
		names = append(names, a.Name)
	}
	return names, nil
}

func TestRules(t *testing.T) {
	var all []string
	for _, a := range analyzers.All {
		all = append(all, a.Name)
	}
	names, err := build(t, nil)
	require.NoError(t, err)
	assert.Equal(t, all, names)

	names, err = build(t, map[string]any{"enable": []any{"concatloop", "regexcompile"}, "disable": []any{"concatloop"}})
	require.NoError(t, err)
	assert.Equal(t, []string{"regexcompile"}, names)
}

func TestOptions(t *testing.T) {
	a := analyzers.All[0]
	level := a.Flags.Lookup("level").Value
	defer func() { assert.NoError(t, level.Set("warning")) }()

	_, err := build(t, map[string]any{"level": "notice"})
	require.NoError(t, err)
	assert.Equal(t, "notice", level.String())

	_, err = build(t, map[string]any{"level": "notice", "rules": map[string]any{a.Name: map[string]any{"level": "warning"}}})
	require.NoError(t, err)
	assert.Equal(t, "warning", level.String(), "the rule's own option wins")
	for _, a := range analyzers.All {
		require.NoError(t, a.Flags.Set("level", "warning"))
	}
}

// TestFacts: golangci-lint analyses all dependencies from source if an analyzer
// has facts.
func TestFacts(t *testing.T) {
	for _, cross := range []bool{false, true} {
		p, err := New(map[string]any{"cross-package": cross})
		require.NoError(t, err)
		list, err := p.BuildAnalyzers()
		require.NoError(t, err)
		for _, a := range list {
			assert.Equal(t, cross, len(a.FactTypes) > 0, a.Name)
		}
	}
}

func TestBadSettings(t *testing.T) {
	for want, conf := range map[string]any{
		`zenithlint: settings: unknown key "enabel": did you mean enable?`:                              map[string]any{"enabel": []any{}},
		`zenithlint: settings: unknown rule "regexcomplie": did you mean regexcompile?`:                 map[string]any{"enable": []any{"regexcomplie"}},
		`zenithlint: settings: level: unknown level "loud": want warning or notice`:                     map[string]any{"level": "loud"},
		`zenithlint: settings: rules: concatloop: unknown option "lvel": did you mean level?`:           map[string]any{"rules": map[string]any{"concatloop": map[string]any{"lvel": 1}}},
		`zenithlint: settings: unknown key "x": want one of [cross-package disable enable level rules]`: map[string]any{"x": 1},
	} {
		_, err := New(conf)
		assert.EqualError(t, err, want)
	}
	_, err := New([]any{"a"})
	assert.ErrorContains(t, err, "want keys and values")
	_, err = New(map[string]any{"enable": 3})
	assert.ErrorContains(t, err, "enable")
}
