package config

import (
	"flag"
	"io"
	"slices"

	"go.yaml.in/yaml/v3"
)

// Render writes the effective configuration in the form of the file: all rules
// with all options, also those that no file sets. Options have the values of
// the rules' flags, so [Config.Apply] and the command line come first.
func (c *Config) Render(w io.Writer) error {
	c = c.orNone()
	top := new(node)
	top.add(keyLevel, scalar(orDefault(c.level)))
	rules := new(node)
	for _, name := range c.ruleNames() {
		rules.add(name, c.renderRule(name))
	}
	top.addFull(keyRules, rules.mapping())
	paths := &yaml.Node{Kind: yaml.SequenceNode}
	for _, o := range c.paths {
		paths.Content = append(paths.Content, o.render())
	}
	top.addFull(keyPaths, paths)
	top.addFull(keyExclude, texts(c.exclude))
	top.addFull(keyEntryPoints, texts(c.entryPoints.texts))
	top.addFull(keyCold, texts(c.cold.texts))
	enc := yaml.NewEncoder(w)
	enc.SetIndent(2)
	if err := enc.Encode(top.mapping()); err != nil {
		return err
	}
	return enc.Close()
}

func orDefault(level string) string {
	if level == "" {
		return Levels[0]
	}
	return level
}

// ruleNames returns the rules that are known, or those that the file names.
func (c *Config) ruleNames() []string {
	names := c.names()
	if c.known == nil {
		for name := range c.rules {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func (c *Config) renderRule(name string) *yaml.Node {
	s := c.rules[name]
	if s.state == off {
		return scalar("off")
	}
	options := new(node)
	level := s.level
	if level == "" {
		level = orDefault(c.level)
	}
	options.add(keyLevel, scalar(level))
	if a := c.rule(name); a != nil {
		a.Flags.VisitAll(func(f *flag.Flag) {
			if f.Name != keyLevel {
				value := scalar(f.Value.String())
				if typeOf(f).schema == "string" {
					value = text(f.Value.String())
				}
				options.add(f.Name, value)
			}
		})
		return options.mapping()
	}
	for _, o := range s.options {
		options.add(o.name, o.node)
	}
	return options.mapping()
}

func (o override) render() *yaml.Node {
	rules := new(node)
	names := make([]string, 0, len(o.rules))
	for name := range o.rules {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch s := o.rules[name]; {
		case s.state != unset:
			rules.add(name, scalar(states[s.state-on]))
		case s.level != "":
			level := new(node)
			level.add(keyLevel, scalar(s.level))
			rules.add(name, level.mapping())
		}
	}
	n := new(node)
	n.add(keyPath, text(o.path))
	n.add(keyRules, rules.mapping())
	return n.mapping()
}

// node is a map in the making.
type node struct{ content []*yaml.Node }

func (n *node) add(key string, value *yaml.Node) {
	n.content = append(n.content, text(key), value)
}

// addFull adds a list or map that is not empty.
func (n *node) addFull(key string, value *yaml.Node) {
	if len(value.Content) > 0 {
		n.add(key, value)
	}
}

func (n *node) mapping() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Content: n.content} }

// scalar is a value that is read as it is written: a number, on or off.
func scalar(value string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: value} }

// text is a value in quotes where it would be read as something else.
func text(value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
}

func texts(values []string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, v := range values {
		n.Content = append(n.Content, text(v))
	}
	return n
}
