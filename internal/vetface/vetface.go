// Package vetface is zenithlint as a tool of go vet -vettool: one process for
// each package, told by cmd/go what to do.
package vetface

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/multichecker"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/zenithlint/zenithlint/internal/config"
)

// Asked reports whether cmd/go speaks: it asks for the version or the flags, or
// gives the configuration of a package as the last argument.
func Asked(args []string) bool {
	if len(args) == 1 && slices.Contains([]string{"V", "V=full", "flags"}, strings.TrimLeft(args[0], "-")) {
		return args[0][0] == '-'
	}
	return len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg")
}

// Main answers cmd/go. It does not return.
func Main(args []string, rules []*analysis.Analyzer) {
	file := args[len(args)-1]
	outside := false
	if strings.HasSuffix(file, ".cfg") {
		cfg, ok := read(file)
		outside = ok && factsUseless(cfg)
		if ok && !outside {
			configure(cfg, rules)
		}
	}
	for _, a := range rules {
		if outside {
			silence(a)
		} else {
			nameInMessages(a)
		}
	}
	flag.Var(versionFlag{}, "V", "print version and exit")
	multichecker.Main(rules...)
}

// nameInMessages puts the name of the rule in front of its messages: go vet
// shows nothing else that tells it.
func nameInMessages(a *analysis.Analyzer) {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		report := pass.Report
		pass.Report = func(d analysis.Diagnostic) {
			d.Message = a.Name + ": " + d.Message
			report(d)
		}
		return run(pass)
	}
}

// silence makes a do nothing. It keeps its fact types, so that the package
// still gets the file of types and facts that its dependants need.
func silence(a *analysis.Analyzer) {
	a.Requires = nil
	a.Run = func(*analysis.Pass) (any, error) { return nil, nil }
}

// read reads what cmd/go says about a package. What cannot be read is left to
// the driver to complain about.
func read(file string) (cfg unitchecker.Config, ok bool) {
	data, err := os.ReadFile(file)
	return cfg, err == nil && json.Unmarshal(data, &cfg) == nil
}

// configure sets the options of the rules to those of the configuration file;
// flags, which are parsed later, win. Mistakes were told when cmd/go asked for the version.
func configure(cfg unitchecker.Config, rules []*analysis.Analyzer) {
	if c, err := config.Find(cfg.Dir); err == nil {
		if err := c.Apply(rules, func(string, string) bool { return false }); err != nil {
			fmt.Fprintln(os.Stderr, "zenithlint:", err)
			os.Exit(2)
		}
	}
}

// factsUseless reports whether the package is analysed for its facts only, and
// stands outside the main module, where no rule has any.
func factsUseless(cfg unitchecker.Config) bool {
	return cfg.VetxOnly && (cfg.ModuleVersion != "" || cfg.ModulePath == "" && inStd(cfg.Dir, cfg.ImportPath))
}

// inStd reports whether dir holds the package of the standard library with the
// given import path. GOROOT is not asked for: a binary built with -trimpath
// does not know it.
func inStd(dir, importPath string) bool {
	src, ok := strings.CutSuffix(filepath.ToSlash(dir), "/"+importPath)
	if !ok {
		return false
	}
	_, err := os.Stat(filepath.Join(filepath.FromSlash(src), "builtin", "builtin.go"))
	return err == nil
}
