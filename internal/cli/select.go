package cli

import (
	"errors"
	"flag"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/rule"
)

// selection is what the flags named after rules say, by rule.
type selection map[string]*choice

// ruleFlags registers for each rule the flag -<rule>, which selects it, and its
// options as -<rule>.<option>.
func ruleFlags(fs *flag.FlagSet, rules []*analysis.Analyzer) selection {
	s := make(selection)
	for _, a := range rules {
		s[a.Name] = new(choice)
		fs.Var(s[a.Name], a.Name, "")
		a.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, a.Name+"."+f.Name, f.Usage) })
	}
	return s
}

// of returns the rules that are selected: those set to true if there are any,
// else those not set to false.
func (s selection) of(rules []*analysis.Analyzer) []*analysis.Analyzer {
	only := false
	for _, c := range s {
		only = only || *c == yes
	}
	return slices.DeleteFunc(slices.Clone(rules), func(a *analysis.Analyzer) bool {
		c := *s[a.Name]
		return c == no || only && c != yes
	})
}

// ruleLevels returns the levels given by -<rule>.level.
func ruleLevels(fs *flag.FlagSet, rules []*analysis.Analyzer) map[string]rule.Level {
	levels := make(map[string]rule.Level)
	fs.Visit(func(f *flag.Flag) {
		for _, a := range rules {
			if f.Name == a.Name+".level" {
				levels[a.Name] = rule.Level(f.Value.String())
			}
		}
	})
	return levels
}

// choice is the value of a flag named after a rule. It tells a flag that was
// not given from one set to false.
type choice int

const (
	unset choice = iota
	yes
	no
)

// IsBoolFlag makes -<rule> mean -<rule>=true.
func (c *choice) IsBoolFlag() bool { return true }

// String implements flag.Value.
func (c *choice) String() string { return strconv.FormatBool(*c != no) }

// Set implements flag.Value.
func (c *choice) Set(v string) error {
	b, err := strconv.ParseBool(v)
	if err != nil {
		return errors.New("want true or false")
	}
	if *c = no; b {
		*c = yes
	}
	return nil
}
