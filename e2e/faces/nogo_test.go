package faces

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/token"
	"go/types"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/zenithlint/zenithlint/analyzers"
	"github.com/zenithlint/zenithlint/internal/demotest"
)

// TestNogo runs each rule by itself as Bazel's nogo does: a package at a time,
// dependencies first; without module, ReadFile and other files; with facts as
// bytes about packages of the build, and none about the standard library.
func TestNogo(t *testing.T) {
	dir := demotest.Copy(t)
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: dir, Tests: true}, "./...")
	require.NoError(t, err)
	n := &nogo{T: t, facts: make(map[factKey][]byte)}
	var found []string
	packages.Visit(pkgs, nil, func(pkg *packages.Package) {
		if len(pkg.Syntax) == 0 || strings.HasSuffix(pkg.ID, ".test") {
			return
		}
		require.Empty(t, pkg.Errors)
		for _, a := range analyzers.All {
			n.run(pkg, a, make(map[*analysis.Analyzer]any), func(pos token.Pos) {
				posn := pkg.Fset.Position(pos)
				file, err := filepath.Rel(dir, posn.Filename)
				require.NoError(t, err)
				found = append(found, fmt.Sprintf("%s:%d %s", filepath.ToSlash(file), posn.Line, a.Name))
			})
		}
	})
	slices.Sort(found) // a package is analysed again with its tests
	assert.Equal(t, demotest.AcrossPackages(), slices.Compact(found))
}

// nogo stands for the builder of rules_go.
type nogo struct {
	*testing.T
	facts map[factKey][]byte
}

type factKey struct {
	pkg  string
	path objectpath.Path // none: the fact is about the package
	typ  reflect.Type
}

// run runs an analyzer and those it requires, each once for the package.
func (n *nogo) run(pkg *packages.Package, a *analysis.Analyzer, results map[*analysis.Analyzer]any, report func(token.Pos)) any {
	inputs := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		if _, ok := results[req]; !ok {
			results[req] = n.run(pkg, req, results, func(token.Pos) {})
		}
		inputs[req] = results[req]
	}
	pass := &analysis.Pass{
		Analyzer: a, Fset: pkg.Fset, Files: pkg.Syntax, Pkg: pkg.Types, TypesInfo: pkg.TypesInfo, TypesSizes: pkg.TypesSizes,
		ResultOf: inputs, Report: func(d analysis.Diagnostic) { report(d.Pos) },
		ImportObjectFact: func(obj types.Object, f analysis.Fact) bool { key, ok := object(obj, f); return ok && n.load(key, f) },
		ImportPackageFact: func(p *types.Package, f analysis.Fact) bool {
			return n.load(factKey{p.Path(), "", reflect.TypeOf(f)}, f)
		},
		ExportObjectFact: func(obj types.Object, f analysis.Fact) {
			if key, ok := object(obj, f); ok {
				n.store(key, f)
			}
		},
		ExportPackageFact: func(f analysis.Fact) { n.store(factKey{pkg.Types.Path(), "", reflect.TypeOf(f)}, f) },
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	}
	pass.AllObjectFacts = func() []analysis.ObjectFact { return n.all(pkg.Types, a) }
	result, err := a.Run(pass)
	require.NoError(n, err, "%s on %s", a.Name, pkg.ID)
	return result
}

func object(obj types.Object, f analysis.Fact) (factKey, bool) {
	if obj.Pkg() == nil {
		return factKey{}, false
	}
	path, err := objectpath.For(obj)
	return factKey{obj.Pkg().Path(), path, reflect.TypeOf(f)}, err == nil
}

func (n *nogo) store(key factKey, f analysis.Fact) {
	var b bytes.Buffer
	require.NoError(n, gob.NewEncoder(&b).Encode(f))
	n.facts[key] = b.Bytes()
}

func (n *nogo) load(key factKey, f analysis.Fact) bool {
	text, ok := n.facts[key]
	if ok {
		require.NoError(n, gob.NewDecoder(bytes.NewReader(text)).Decode(f))
	}
	return ok
}

// all returns the facts of an analyzer's types about objects of a package and
// of those that it imports.
func (n *nogo) all(pkg *types.Package, a *analysis.Analyzer) (list []analysis.ObjectFact) {
	for _, p := range append(pkg.Imports(), pkg) {
		for key := range n.facts {
			if key.pkg != p.Path() || !slices.ContainsFunc(a.FactTypes, func(f analysis.Fact) bool { return reflect.TypeOf(f) == key.typ }) {
				continue
			}
			obj, err := objectpath.Object(p, key.path)
			if err != nil {
				continue // about what this package's export data leaves out
			}
			f := reflect.New(key.typ.Elem()).Interface().(analysis.Fact)
			n.load(key, f)
			list = append(list, analysis.ObjectFact{Object: obj, Fact: f})
		}
	}
	return list
}
