package config

import (
	"slices"

	"go.yaml.in/yaml/v3"
)

// Keys of the file.
const (
	keyLevel       = "level"
	keyRules       = "rules"
	keyPaths       = "paths"
	keyExclude     = "exclude"
	keyEntryPoints = "entry-points"
	keyCold        = "cold"

	keyPath = "path" // of an element of paths
)

var (
	topKeys  = []string{keyLevel, keyRules, keyPaths, keyExclude, keyEntryPoints, keyCold}
	pathKeys = []string{keyPath, keyRules}
)

// top reads the whole file.
func (p *parser) top(n *yaml.Node) error {
	if n == nil {
		return nil
	}
	return p.mapping(n, "keys such as "+keyRules, func(name string, key, value *yaml.Node) (err error) {
		switch name {
		case keyLevel:
			p.level, err = p.readLevel(value)
		case keyRules:
			p.rules, err = p.readRules(value, false)
		case keyPaths:
			err = p.elements(value, "paths with rules", p.readPath)
		case keyExclude:
			err = p.texts(value, "glob", func(text string, n *yaml.Node) error {
				glob, err := p.readGlob(text, n)
				p.exclude = append(p.exclude, glob)
				return err
			})
		case keyEntryPoints:
			err = p.readFunctions(value, &p.entryPoints, false)
		case keyCold:
			err = p.readFunctions(value, &p.cold, true)
		default:
			err = p.fail(key, "%s", unknown("key", name, topKeys))
		}
		return err
	})
}

func (p *parser) readLevel(n *yaml.Node) (string, error) {
	level, err := p.text(n, "level: "+list(Levels))
	if err == nil && !slices.Contains(Levels, level) {
		err = p.fail(n, "%s", unknown("level", level, Levels))
	}
	return level, err
}

// readPath reads an element of paths.
func (p *parser) readPath(n *yaml.Node) error {
	var o override
	var given []string
	err := p.mapping(n, keyPath+" and "+keyRules, func(name string, key, value *yaml.Node) (err error) {
		given = append(given, name)
		switch name {
		case keyPath:
			var text string
			if text, err = p.text(value, "glob"); err == nil {
				o.path, err = p.readGlob(text, value)
			}
		case keyRules:
			o.rules, err = p.readRules(value, true)
		default:
			err = p.fail(key, "%s", unknown("key", name, pathKeys))
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, key := range pathKeys {
		if !slices.Contains(given, key) {
			return p.fail(n, "%s is missing", key)
		}
	}
	p.paths = append(p.paths, o)
	return nil
}

func (p *parser) readGlob(text string, n *yaml.Node) (string, error) {
	glob, problem := parseGlob(text)
	if problem != "" {
		return "", p.fail(n, "bad glob %s: %s", quote(text), problem)
	}
	return glob, nil
}

func (p *parser) readFunctions(n *yaml.Node, f *Functions, packages bool) error {
	return p.texts(n, "function", func(text string, n *yaml.Node) error {
		offset, problem := f.add(text, packages)
		if problem != "" {
			return errorAt(p.file, p.src, n, offset, "%s", problem)
		}
		return nil
	})
}
