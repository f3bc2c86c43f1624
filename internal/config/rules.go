package config

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/go/analysis"
)

// states are the words for a rule as a whole.
var states = []string{"on", "off"}

// readRules reads the settings of rules, in general or below a path.
func (p *parser) readRules(n *yaml.Node, below bool) (map[string]setting, error) {
	settings := make(map[string]setting)
	err := p.mapping(n, "names of rules", func(name string, key, value *yaml.Node) (err error) {
		var a *analysis.Analyzer
		if p.known != nil {
			if a = p.rule(name); a == nil {
				return p.fail(key, "%s", unknown("rule", name, p.names()))
			}
		}
		settings[name], err = p.readRule(a, value, below)
		return err
	})
	return settings, err
}

func (c *Config) rule(name string) *analysis.Analyzer {
	for _, a := range c.known {
		if a.Name == name {
			return a
		}
	}
	return nil
}

func (c *Config) names() (names []string) {
	for _, a := range c.known {
		names = append(names, a.Name)
	}
	return names
}

// readRule reads the setting of a rule: on, off or options. a is nil if rules
// are not known.
func (p *parser) readRule(a *analysis.Analyzer, n *yaml.Node, below bool) (s setting, err error) {
	if n.Kind == yaml.ScalarNode && !isNull(n) {
		switch n.Value {
		case "on":
			s.state = on
		case "off":
			s.state = off
		default:
			return s, p.fail(n, "%s", wrongState(n))
		}
		return s, nil
	}
	err = p.mapping(n, "on, off or options", func(name string, key, value *yaml.Node) (err error) {
		if name == keyLevel {
			s.level, err = p.readLevel(value)
			return err
		}
		if below {
			return p.fail(key, "%s: only %s may differ by path", quote(name), keyLevel)
		}
		o, err := p.readOption(a, name, key, value)
		s.options = append(s.options, o)
		return err
	})
	return s, err
}

// wrongState words that n is neither on nor off.
func wrongState(n *yaml.Node) string {
	switch strings.ToLower(n.Value) {
	case "true", "on", "yes", "enable", "enabled":
		return fmt.Sprintf("want on, off or options, not %s: did you mean on?", quote(n.Value))
	case "false", "off", "no", "disable", "disabled":
		return fmt.Sprintf("want on, off or options, not %s: did you mean off?", quote(n.Value))
	}
	return "want on, off or options, not " + kindOf(n)
}

// readOption reads an option of a rule that is one of its flags.
func (p *parser) readOption(a *analysis.Analyzer, name string, key, value *yaml.Node) (o option, err error) {
	want := optionType{what: "a value"}
	if a != nil {
		f := a.Flags.Lookup(name)
		if f == nil {
			return o, p.fail(key, "%s", unknown("option", name, optionNames(a)))
		}
		want = typeOf(f)
	}
	isValue := value.Kind == yaml.ScalarNode && !isNull(value)
	if !isValue || want.tags != nil && !slices.Contains(want.tags, value.ShortTag()) {
		return o, p.fail(value, "%s: want %s, not %s", quote(name), want.what, kindOf(value))
	}
	return option{name: name, value: value.Value, node: value}, nil
}

func optionNames(a *analysis.Analyzer) (names []string) {
	a.Flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	return names
}

// optionType is what values an option takes.
type optionType struct {
	what   string   // in words
	schema string   // in JSON schema
	tags   []string // in YAML
}

// typeOf returns the type of the values of a flag.
func typeOf(f *flag.Flag) optionType {
	if get, ok := f.Value.(flag.Getter); ok {
		switch get.Get().(type) {
		case bool:
			return optionType{"true or false", "boolean", []string{"!!bool"}}
		case int, int64, uint, uint64:
			return optionType{"a whole number", "integer", []string{"!!int"}}
		case float64:
			return optionType{"a number", "number", []string{"!!int", "!!float"}}
		}
	}
	return optionType{"text", "string", []string{"!!str"}}
}
