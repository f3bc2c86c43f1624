// Package vetface is zenithlint as a tool of go vet -vettool: one process for
// each package, told by cmd/go what to do.
package vetface

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/multichecker"
	"golang.org/x/tools/go/analysis/unitchecker"
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
	config := args[len(args)-1]
	outside := strings.HasSuffix(config, ".cfg") && factsUseless(config)
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

// factsUseless reports whether the package of the configuration is analysed for
// its facts only, and stands outside the main module, where no rule has any. A
// configuration that cannot be read is left to the driver to complain about.
func factsUseless(config string) bool {
	data, err := os.ReadFile(config)
	if err != nil {
		return false
	}
	var cfg unitchecker.Config
	if json.Unmarshal(data, &cfg) != nil || !cfg.VetxOnly {
		return false
	}
	return cfg.ModuleVersion != "" || cfg.ModulePath == "" && inStd(cfg.Dir, cfg.ImportPath)
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
