// Package golangci is zenithlint as a module plugin of golangci-lint. Importing
// it registers the plugin "zenithlint".
package golangci

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"slices"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/analyzers"
	"github.com/zenithlint/zenithlint/internal/config"
	"github.com/zenithlint/zenithlint/internal/rule"
	"github.com/zenithlint/zenithlint/internal/suggest"
)

func init() { register.Plugin("zenithlint", New) }

// Settings are what .golangci.yml says below
// linters.settings.custom.zenithlint.settings.
type Settings struct {
	// Enable lists the rules to run; empty means all.
	Enable []string `json:"enable"`

	// Disable lists rules not to run.
	Disable []string `json:"disable"`

	// Level is the lowest level that is reported, "warning" (default) or "notice".
	Level string `json:"level"`

	// Rules holds the options of rules, by rule and option, as on the command
	// line: -errgroup.max-const=4 is {errgroup: {max-const: 4}}.
	Rules map[string]map[string]any `json:"rules"`

	// CrossPackage also reports what functions of other packages do. For that,
	// golangci-lint analyses every dependency from source, the standard library
	// included: several times the time of a first run. Default: false.
	CrossPackage bool `json:"cross-package"`
}

// keys are the keys of Settings, by their tags.
var keys = []string{"cross-package", "disable", "enable", "level", "rules"}

type plugin struct{ rules []*analysis.Analyzer }

// New returns the plugin with the given settings, nil or what the YAML parser
// made of them. It returns an error that names the key or value that is wrong.
func New(conf any) (register.LinterPlugin, error) {
	settings, err := decode(conf)
	if err != nil {
		return nil, fmt.Errorf("zenithlint: settings: %w", err)
	}
	list, err := selected(settings)
	if err != nil {
		return nil, fmt.Errorf("zenithlint: settings: %w", err)
	}
	return &plugin{list}, nil
}

// BuildAnalyzers returns the selected rules.
func (p *plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) { return p.rules, nil }

// GetLoadMode asks for types.
func (p *plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

// decode reads the settings and rejects unknown keys.
func decode(conf any) (s Settings, err error) {
	if conf == nil {
		return s, nil
	}
	text, err := json.Marshal(conf)
	if err != nil {
		return s, err
	}
	var given map[string]json.RawMessage
	if err := json.Unmarshal(text, &given); err != nil {
		return s, fmt.Errorf("want keys and values: %w", err)
	}
	for _, key := range slices.Sorted(maps.Keys(given)) {
		if !slices.Contains(keys, key) {
			return s, unknown("key", key, keys)
		}
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber() // options are given to flags as text
	return s, d.Decode(&s)
}

// selected returns the rules that s selects, with their options set.
func selected(s Settings) ([]*analysis.Analyzer, error) {
	names := make([]string, len(analyzers.All))
	byName := make(map[string]*analysis.Analyzer)
	for i, a := range analyzers.All {
		names[i], byName[a.Name] = a.Name, a
	}
	for _, name := range slices.Concat(s.Enable, s.Disable, slices.Sorted(maps.Keys(s.Rules))) {
		if byName[name] == nil {
			return nil, unknown("rule", name, names)
		}
	}
	file, err := config.Find(".")
	if err == nil {
		err = file.Apply(analyzers.All, func(rule, option string) bool { return false })
	}
	if err != nil {
		return nil, err
	}
	var list []*analysis.Analyzer
	for _, a := range analyzers.All {
		if len(s.Enable) > 0 && !slices.Contains(s.Enable, a.Name) || slices.Contains(s.Disable, a.Name) {
			continue
		}
		if err := configure(a, s); err != nil {
			return nil, err
		}
		if !s.CrossPackage {
			a = rule.WithoutFacts(a)
		}
		list = append(list, a)
	}
	return list, nil
}

// configure sets the options of a rule.
func configure(a *analysis.Analyzer, s Settings) error {
	if s.Level != "" {
		if err := a.Flags.Set("level", s.Level); err != nil {
			return fmt.Errorf("level: %w", err)
		}
	}
	options := s.Rules[a.Name]
	for _, name := range slices.Sorted(maps.Keys(options)) {
		if a.Flags.Lookup(name) == nil {
			var known []string
			a.Flags.VisitAll(func(f *flag.Flag) { known = append(known, f.Name) })
			return fmt.Errorf("rules: %s: %w", a.Name, unknown("option", name, known))
		}
		if err := a.Flags.Set(name, fmt.Sprint(options[name])); err != nil {
			return fmt.Errorf("rules: %s: %s: %w", a.Name, name, err)
		}
	}
	return nil
}

func unknown(what, name string, known []string) error {
	if near := suggest.Nearest(name, known); near != "" {
		return fmt.Errorf("unknown %s %q: did you mean %s?", what, name, near)
	}
	return fmt.Errorf("unknown %s %q: want one of %v", what, name, known)
}
