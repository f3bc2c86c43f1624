package engine_test

import (
	"context"
	"go/ast"
	"go/types"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// sharedTypes is a module in which what package a declares is used by b and c.
const sharedTypes = `
-- go.mod --
module example.com/m

go 1.26
-- a/a.go --
package a

type Big struct{ A int }

type BigUnkeyed struct{ A int }

type BigSeen struct{ A int }

type BigCold struct{ A int }
-- b/b.go --
package b

import (
	"net/http"

	"example.com/m/a"
)

func Handle(w http.ResponseWriter, r *http.Request) {
	load(a.Big{A: 1})
	load(a.BigUnkeyed{1})
	load(a.BigSeen{A: 1})
}

func load(any) {}
-- c/c.go --
package c

import "example.com/m/a"

func init() { observe(a.BigSeen{A: 1}); observe(a.BigCold{A: 1}) }

func observe(any) {}
-- panics/panics.go --
package panics

import "example.com/m/a"

var X = a.Big{}
`

type bigEffects struct{ rule.Effects }

// big is a rule about types that other packages use.
func big() *analysis.Analyzer {
	return rule.New(rule.Rule{
		Name: "big",
		Doc:  "// Package big.\n//\n// # Analyzer big\n//\n// big: report big types\npackage big\n",
		Fact: new(bigEffects),
		Run: func(p *rule.Pass) {
			for file := range p.Files() {
				for cur := range file.Preorder((*ast.TypeSpec)(nil)) {
					spec := cur.Node().(*ast.TypeSpec)
					obj := p.TypesInfo.Defs[spec.Name]
					p.Report(rule.Finding{
						Cur: cur, Message: obj.Name() + " is big", Effect: "is big", Warn: heat.Request, Subject: obj,
						Unless:    []rule.Mark{{Obj: obj, Name: "seen"}},
						FixUnless: []rule.Mark{{Obj: obj, Name: "unkeyed"}},
						WholeFix:  true,
						Fix: func() []analysis.SuggestedFix {
							return edit.Fix("Rename", edit.Replace(spec.Name, "Small"))
						},
					})
				}
			}
		},
		Uses: func(p *rule.Pass) {
			if p.Pkg.Name() == "panics" {
				panic("boom")
			}
			for file := range p.Files() {
				for cur := range file.Preorder((*ast.CompositeLit)(nil)) {
					lit := cur.Node().(*ast.CompositeLit)
					obj := p.TypesInfo.TypeOf(lit).(*types.Named).Obj()
					p.Use(obj, cur, "made here")
					if _, keyed := lit.Elts[0].(*ast.KeyValueExpr); !keyed {
						p.Mark(rule.Mark{Obj: obj, Name: "unkeyed"})
					}
					if p.Pkg.Name() == "c" && obj.Name() == "BigSeen" {
						p.Mark(rule.Mark{Obj: obj, Name: "seen"})
					}
				}
			}
		},
	})
}

// TestSharedObjects checks that the heat of a finding about an object is that
// of its uses in other packages, which may also drop the finding or its fix.
func TestSharedObjects(t *testing.T) {
	dir := t.TempDir()
	files, err := txtar.FS(txtar.Parse([]byte(sharedTypes)))
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(dir, files))

	analyze := func(patterns ...string) (*engine.Result, []string) {
		res, err := engine.Run(context.Background(), engine.Options{
			Dir: dir, Patterns: patterns, Tests: true, Analyzers: []*analysis.Analyzer{big()}, Level: rule.Warning,
		})
		require.NoError(t, err)
		var found []string
		for _, f := range res.Findings {
			last := f.Chain[len(f.Chain)-1]
			found = append(found, f.Message+": "+last.What)
			assert.True(t, strings.HasSuffix(last.File, "b.go"), "the chain ends with the use")
		}
		return res, found
	}
	hasFix := func(f finding.Finding) bool { return f.Fix != nil }

	res, found := analyze("./...")
	assert.Equal(t, []string{"Big is big: made here", "BigUnkeyed is big: made here"}, found)
	require.Len(t, res.Errors, 1, "the package that the rule panics on is named")
	assert.Contains(t, res.Errors[0].Message, "panicked on package example.com/m/panics: boom")

	require.NoError(t, os.RemoveAll(dir+"/panics"))
	res, found = analyze("./...")
	assert.Equal(t, []string{"Big is big: made here", "BigUnkeyed is big: made here"}, found)
	assert.True(t, hasFix(res.Findings[0]))
	assert.False(t, hasFix(res.Findings[1]), "unkeyed literals of another package would break")

	res, found = analyze("./a", "./b")
	assert.Equal(t, []string{"Big is big: made here", "BigUnkeyed is big: made here", "BigSeen is big: made here"}, found, "c is not looked at")
	assert.False(t, slices.ContainsFunc(res.Findings, hasFix), "other packages may use the types")
}
