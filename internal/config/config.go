// Package config reads .zenithlint.yml: which rules run where and with which
// options, and which functions are entry points or cold besides those that
// package heat knows.
//
//	level: notice             # lowest level that is reported: warning or notice
//	rules:
//	  structlayout: off
//	  errgroup:
//	    max-const: 4
//	paths:                    # later ones win
//	  - path: internal/legacy/**
//	    rules: {regexcompile: off, concatloop: {level: warning}}
//	exclude:                  # files of which nothing is reported
//	  - third_party
//	entry-points:
//	  - example.com/app/jobs.Run
//	  - func(context.Context, *example.com/rpc.Call) error
//	cold:
//	  - example.com/app/migrations/...
package config

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"

	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/go/analysis"
)

// FileName is the name of the file.
const FileName = ".zenithlint.yml"

// Levels are the values of level, from the highest to the lowest.
var Levels = []string{"warning", "notice"}

// Config is what a file says. nil and the zero value say nothing.
type Config struct {
	file  string
	src   []byte
	known []*analysis.Analyzer // the rules it was checked against

	level       string
	rules       map[string]setting
	paths       []override
	exclude     []string
	entryPoints Functions
	cold        Functions
}

// setting is what a file says about a rule, in general or below a path.
type setting struct {
	state   state
	level   string
	options []option
}

type state int

const (
	unset state = iota
	on
	off
)

// option is an option of a rule other than level.
type option struct {
	name, value string     // as flags have them
	node        *yaml.Node // of the value
}

// override is an element of paths.
type override struct {
	path  string
	rules map[string]setting
}

// none stands for nil.
var none Config

func (c *Config) orNone() *Config {
	if c == nil {
		return &none
	}
	return c
}

// File returns the absolute name of the file, empty if there is none.
func (c *Config) File() string { return c.orNone().file }

// Digest identifies the content of the file; it is empty if there is none.
func (c *Config) Digest() string {
	c = c.orNone()
	if c.file == "" {
		return ""
	}
	sum := sha256.Sum256(c.src)
	return hex.EncodeToString(sum[:])
}

// Enabled reports whether the rule runs at all: it may be off in general and on
// below a path.
func (c *Config) Enabled(rule string) bool {
	c = c.orNone()
	return c.rules[rule].state != off || slices.ContainsFunc(c.paths, func(o override) bool {
		return o.rules[rule].state == on
	})
}

// Level returns the lowest level that is asked of the rule anywhere, empty if
// none is.
func (c *Config) Level(rule string) string {
	c = c.orNone()
	level := c.level
	if l := c.rules[rule].level; l != "" {
		level = l
	}
	for _, o := range c.paths {
		if l := o.rules[rule].level; slices.Index(Levels, l) > slices.Index(Levels, level) {
			level = l
		}
	}
	return level
}

// Setting is what a file says about a rule in a place.
type Setting struct {
	On    bool
	Level string // the lowest that is reported; empty: the file does not say
}

// At returns what counts for findings of the rule in a Go file.
func (c *Config) At(rule, file string) Setting {
	c = c.orNone()
	s := Setting{On: true, Level: c.level}
	s.merge(c.rules[rule])
	if len(c.paths)+len(c.exclude) == 0 {
		return s
	}
	rel, ok := c.rel(file)
	if !ok {
		return s
	}
	for _, o := range c.paths {
		if matches(o.path, rel) {
			s.merge(o.rules[rule])
		}
	}
	if slices.ContainsFunc(c.exclude, func(glob string) bool { return matches(glob, rel) }) {
		s.On = false
	}
	return s
}

func (s *Setting) merge(from setting) {
	if from.state != unset {
		s.On = from.state == on
	}
	if from.level != "" {
		s.Level = from.level
	}
}

// rel returns the name of a Go file relative to the directory of the
// configuration, with slashes.
func (c *Config) rel(file string) (rel string, ok bool) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return "", false
	}
	rel, err = filepath.Rel(filepath.Dir(c.file), abs)
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
}

// EntryPoints are further entry points.
func (c *Config) EntryPoints() Functions { return c.orNone().entryPoints }

// Cold are further cold functions.
func (c *Config) Cold() Functions { return c.orNone().cold }

// Apply sets the flags of rules to the options of the file, except those that
// were given elsewhere, on the command line. Levels are left to [Config.At].
func (c *Config) Apply(rules []*analysis.Analyzer, given func(rule, option string) bool) error {
	c = c.orNone()
	for _, a := range rules {
		for _, o := range c.rules[a.Name].options {
			if given(a.Name, o.name) {
				continue
			}
			if err := a.Flags.Set(o.name, o.value); err != nil {
				return errorAt(c.file, c.src, o.node, 0, "%s: %v", quote(o.name), err)
			}
		}
	}
	return nil
}
