package cli

import (
	"errors"
	"fmt"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/directive"
	"github.com/zenithlint/zenithlint/internal/engine"
)

// suppressCommand reads the command suppress, which repairs as -fix does, only
// that each fix is a directive.
func (s *settings) suppressCommand() error {
	if len(s.args) == 0 || s.args[0] != "suppress" {
		if s.given["reason"] {
			return errors.New(`-reason belongs to a command: zenithlint suppress -reason "..."`)
		}
		return nil
	}
	if s.given["fix"] {
		return errors.New("suppress adds comments: leave out -fix")
	}
	if err := directive.CheckReason(s.reason); err != nil {
		return fmt.Errorf(`suppress -reason "...": %w`, err)
	}
	s.args, s.suppress, s.fix = s.args[1:], true, true
	return nil
}

// rulesOf gives opts the rules to run, and what is done about suppression
// comments.
func (s *settings) rulesOf(opts *engine.Options) {
	isDirective := func(a *analysis.Analyzer) bool { return a.Name == directive.Rule }
	opts.Analyzers = slices.DeleteFunc(slices.Clone(s.rules), isDirective)
	switch {
	case s.suppress:
		opts.Suppress = s.reason
		return
	case !slices.ContainsFunc(s.rules, isDirective):
		return
	}
	if opts.OnlyDirectives = len(opts.Analyzers) == 0; opts.OnlyDirectives {
		opts.Analyzers = slices.DeleteFunc(slices.Clone(s.all), isDirective)
	}
	for _, a := range s.all {
		opts.Rules = append(opts.Rules, a.Name)
	}
}
