package engine

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/packages"
)

// Session analyses the same packages again and again while files change in
// memory, as the fixer does. Loading asks the go command to compile what
// depends on a change, which takes minutes on a large module; a session loads
// once and afterwards type-checks only the packages whose files changed. The
// zero value is ready to use.
type Session struct {
	pkgs    []*packages.Package                  // as loaded, those that are not analysed included
	imports map[string]map[string]*types.Package // by package ID and import path
	known   map[string]*types.Package            // every package that any package imports
	overlay map[string][]byte
}

// Analyze is [Run], but a call whose options have an overlay goes on from the
// packages of the call before, if that was told to keep them.
func (s *Session) Analyze(ctx context.Context, opts Options) (*Result, error) {
	if !opts.Keep {
		return Run(ctx, opts)
	}
	return run(opts, true, func() ([]*packages.Package, error) {
		if opts.Overlay != nil && s.pkgs != nil && s.update(opts.Overlay) {
			return slices.Clone(s.pkgs), nil
		}
		pkgs, err := load(ctx, opts)
		if err != nil {
			return nil, err
		}
		s.keep(pkgs, opts.Overlay)
		return pkgs, nil
	})
}

// keep remembers the loaded packages and what they import.
func (s *Session) keep(pkgs []*packages.Package, overlay map[string][]byte) {
	s.pkgs, s.overlay = slices.Clone(pkgs), maps.Clone(overlay)
	s.imports = make(map[string]map[string]*types.Package)
	s.known = make(map[string]*types.Package)
	for _, pkg := range pkgs {
		m := make(map[string]*types.Package)
		for path, imp := range pkg.Imports {
			if imp.Types != nil {
				m[path] = imp.Types
				if imp.ForTest == "" {
					s.known[path] = imp.Types
				}
			}
		}
		s.imports[pkg.ID] = m
	}
}

// update type-checks the packages in which a file differs between the overlays
// of this call and the one before. It returns false if a package would need
// more than what is loaded.
func (s *Session) update(overlay map[string][]byte) bool {
	changed := make(map[string]bool)
	for _, o := range []map[string][]byte{overlay, s.overlay} {
		for name := range o {
			if string(overlay[name]) != string(s.overlay[name]) {
				changed[name] = true
			}
		}
	}
	next := slices.Clone(s.pkgs)
	for i, pkg := range next {
		if !slices.ContainsFunc(pkg.CompiledGoFiles, func(name string) bool { return changed[name] }) || len(pkg.Syntax) == 0 {
			continue
		}
		fresh, ok := s.recheck(pkg, changed, overlay)
		if !ok {
			return false
		}
		next[i] = fresh
	}
	s.pkgs, s.overlay = next, maps.Clone(overlay)
	return true
}

// recheck returns a copy of pkg with the changed files parsed and everything
// type-checked anew. ok is false if it imports what no loaded package does.
func (s *Session) recheck(pkg *packages.Package, changed map[string]bool, overlay map[string][]byte) (fresh *packages.Package, ok bool) {
	fresh = new(packages.Package)
	*fresh = *pkg
	fresh.Errors, fresh.TypeErrors, fresh.Syntax = nil, nil, nil
	missing := false
	for _, file := range pkg.Syntax {
		name := pkg.Fset.File(file.FileStart).Name()
		if !changed[name] {
			fresh.Syntax = append(fresh.Syntax, file)
			continue
		}
		src, found := overlay[name]
		if !found {
			return nil, false // back to what is on disk
		}
		parsed, err := parser.ParseFile(pkg.Fset, name, src, parser.AllErrors|parser.ParseComments)
		if err != nil {
			fresh.Errors = append(fresh.Errors, packages.Error{Pos: name, Msg: err.Error(), Kind: packages.ParseError})
		}
		fresh.Syntax = append(fresh.Syntax, parsed)
	}
	conf := &types.Config{
		Sizes: pkg.TypesSizes,
		Importer: importerFunc(func(path string) (*types.Package, error) {
			if path == "unsafe" {
				return types.Unsafe, nil
			}
			if imp := s.imports[pkg.ID][path]; imp != nil {
				return imp, nil
			}
			if imp := s.known[path]; imp != nil {
				return imp, nil
			}
			missing = true
			return nil, fmt.Errorf("%s is not loaded", path)
		}),
		Error: func(err error) {
			if e, ok := err.(types.Error); ok {
				fresh.Errors = append(fresh.Errors, packages.Error{Pos: position(e.Fset, e.Pos), Msg: e.Msg, Kind: packages.TypeError})
			}
		},
	}
	if pkg.Module != nil && pkg.Module.GoVersion != "" {
		conf.GoVersion = "go" + pkg.Module.GoVersion
	}
	fresh.TypesInfo = &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
	fresh.Types, _ = conf.Check(pkg.PkgPath, pkg.Fset, fresh.Syntax, fresh.TypesInfo)
	fresh.IllTyped = len(fresh.Errors) > 0
	return fresh, !missing
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// position renders a position as packages.Error has it.
func position(fset *token.FileSet, pos token.Pos) string { return fset.Position(pos).String() }
