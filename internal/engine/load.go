package engine

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/query"
)

// Mode loads the named packages from source and everything else from export
// data: NeedDeps is left out on purpose.
const Mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
	packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo |
	packages.NeedModule | packages.NeedExportFile | packages.NeedForTest | packages.NeedEmbedPatterns

// ErrNoPackages is the error of a run whose patterns match nothing.
var ErrNoPackages = errors.New("matches no packages")

// load loads the packages that the options name, tests included.
func load(ctx context.Context, opts Options) ([]*packages.Package, error) {
	cfg := &packages.Config{Context: ctx, Mode: Mode, Dir: opts.Dir, Tests: opts.Tests, Overlay: opts.Overlay}
	if opts.Tags != "" {
		cfg.BuildFlags = []string{"-tags=" + opts.Tags}
	}
	patterns := opts.Patterns
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	if slices.Contains(patterns, "") {
		return nil, errors.New("empty package pattern: name a package, or ./... for all below this directory")
	}
	pkgs, err := packages.Load(cfg, patterns...)
	if overlay := withEmbedded(pkgs, opts.Overlay); overlay != nil {
		cfg.Overlay = overlay
		pkgs, err = packages.Load(cfg, patterns...)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot load packages: %s", oneLine(strings.TrimPrefix(err.Error(), "err: exit status 1: stderr: ")))
	}
	if len(pkgs) == 0 {
		return nil, fmt.Errorf("%s %w", strings.Join(patterns, " "), ErrNoPackages)
	}
	return pkgs, nil
}

// usable returns the packages to analyse, and the errors of those that are
// not: packages that do not compile, and what imports them. Of a package and
// its test variant, which holds the same files and its tests, only one is
// analysed: the test variant unless its tests do not compile.
func usable(pkgs []*packages.Package, dir string) (list []*packages.Package, errs []finding.Error) {
	broken := make(map[string]bool)
	variant := make(map[string]*packages.Package) // by path, the variant with tests that compiles
	for _, pkg := range pkgs {
		errs = append(errs, packageErrors(pkg, dir)...)
		if len(pkg.Errors) > 0 && pkg.ForTest == "" {
			broken[pkg.PkgPath] = true
		}
		if pkg.ForTest == pkg.PkgPath && !pkg.IllTyped {
			variant[pkg.PkgPath] = pkg
		}
	}
	for _, pkg := range pkgs {
		switch {
		case isTestMain(pkg):
		case pkg.ForTest == "" && variant[pkg.PkgPath] != nil:
		case len(pkg.Errors) > 0 || len(pkg.Syntax) == 0:
		case pkg.IllTyped:
			if pkg.ForTest == "" {
				errs = append(errs, finding.Error{Package: pkg.PkgPath, Message: "not analysed: " + reasonIllTyped(pkg, broken)})
			}
		default:
			list = append(list, pkg)
		}
	}
	slices.SortFunc(list, func(a, b *packages.Package) int { return strings.Compare(a.ID, b.ID) })
	prune(list)
	return list, errs
}

// reasonIllTyped tells why pkg, which has no error itself, cannot be analysed.
func reasonIllTyped(pkg *packages.Package, broken map[string]bool) string {
	paths := slices.Sorted(maps.Keys(pkg.Imports))
	for _, path := range paths {
		if broken[path] {
			return "it imports " + path + ", which does not compile"
		}
	}
	reason := ""
	packages.Visit([]*packages.Package{pkg}, nil, func(dep *packages.Package) {
		if reason == "" && len(dep.Errors) > 0 {
			reason = "it needs " + dep.PkgPath + ": " + oneLine(dep.Errors[0].Msg)
		}
	})
	return cmp.Or(reason, "a package that it imports does not compile")
}

// prune removes the imports that were not loaded from source, and so cannot be
// analysed.
func prune(pkgs []*packages.Package) {
	loaded := make(map[*packages.Package]bool)
	for _, pkg := range pkgs {
		loaded[pkg] = true
	}
	for _, pkg := range pkgs {
		for path, imp := range pkg.Imports {
			if !loaded[imp] {
				delete(pkg.Imports, path)
			}
		}
	}
}

// isTestMain reports whether pkg is the main package that the go command
// generates to run tests.
func isTestMain(pkg *packages.Package) bool {
	return pkg.Name == "main" && strings.HasSuffix(pkg.ID, ".test") && !slices.ContainsFunc(pkg.GoFiles, query.IsTestFile)
}

// packageErrors returns the errors of pkg in the compiler's words. The go
// command's summary of what the compiler said ("# package" and lines) is left
// out where the type checker says the same with positions.
func packageErrors(pkg *packages.Package, dir string) []finding.Error {
	isSummary := func(e packages.Error) bool { return strings.HasPrefix(e.Msg, "# ") }
	onlySummary := !slices.ContainsFunc(pkg.Errors, func(e packages.Error) bool { return !isSummary(e) })
	var errs []finding.Error
	for _, e := range pkg.Errors {
		if isSummary(e) && !onlySummary {
			continue
		}
		out := finding.Error{Package: pkg.PkgPath, Message: oneLine(e.Msg)}
		if strings.Contains(e.Msg, "could not import C ") {
			out.Message = "this package uses cgo, which found no working C compiler: install one, or set CC or CGO_ENABLED=0"
		}
		out.File, out.Line, out.Column = splitPos(e.Pos, dir)
		errs = append(errs, out)
	}
	return errs
}

// splitPos reads "file:line:col", "file:line" or "-". The go command gives files
// relative to dir, where it ran.
func splitPos(pos, dir string) (file string, line, col int) {
	if pos == "" || pos == "-" {
		return "", 0, 0
	}
	var nums []int
	for len(nums) < 2 {
		i := strings.LastIndexByte(pos, ':')
		if i < 0 {
			break
		}
		n, err := strconv.Atoi(pos[i+1:])
		if err != nil {
			break
		}
		nums = append(nums, n)
		pos = pos[:i]
	}
	if !filepath.IsAbs(pos) {
		pos = filepath.Join(dir, pos)
	}
	if abs, err := filepath.Abs(pos); err == nil {
		pos = abs
	}
	switch len(nums) {
	case 2:
		return pos, nums[1], nums[0]
	case 1:
		return pos, nums[0], 0
	}
	return pos, 0, 0
}

// oneLine joins the lines of a message.
func oneLine(msg string) string {
	return strings.Join(strings.FieldsFunc(msg, func(r rune) bool { return r == '\n' || r == '\r' }), "; ")
}
