package engine_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/zenithlint/zenithlint/analyzers"
	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// run analyses a module given as a txtar archive.
func run(t *testing.T, archive string, patterns ...string) (*engine.Result, string) {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	files, err := txtar.FS(txtar.Parse([]byte(archive)))
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(dir, files))
	res, err := engine.Run(context.Background(), engine.Options{
		Dir: dir, Patterns: patterns, Tests: true, Analyzers: analyzers.All, Level: rule.Warning,
	})
	require.NoError(t, err)
	return res, dir
}

func steps(dir string, f finding.Finding) (list []string) {
	for _, s := range f.Chain {
		rel, _ := filepath.Rel(dir, s.File)
		list = append(list, s.What+" @"+filepath.ToSlash(rel))
	}
	return list
}

const fourPackages = `
-- go.mod --
module example.com/m

go 1.26
-- a/a.go --
package a

import (
	"net/http"

	"example.com/m/b"
)

type Server struct{ Books b.Books }

func (s *Server) Get(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(s.Books.Title(r.URL.Path)))
}
-- b/b.go --
package b

type Books interface{ Title(path string) string }
-- c/c.go --
package c

import "example.com/m/d"

type Store struct{}

func (s *Store) Title(path string) string { return d.Clean(path) }
-- d/d.go --
package d

import "regexp"

func Clean(s string) string {
	return regexp.MustCompile("[^a-z]+").ReplaceAllString(s, "-")
}
`

func TestChainAcrossPackages(t *testing.T) {
	res, dir := run(t, fourPackages)
	assert.Empty(t, res.Errors)
	require.Len(t, res.Findings, 1)
	f := res.Findings[0]
	assert.Equal(t, "regexcompile", f.Rule)
	assert.Equal(t, filepath.Join(dir, "d", "d.go"), f.File)
	assert.Equal(t, 6, f.Line)
	assert.Equal(t, "Clean", f.Function)
	assert.Equal(t, "request", f.Class)
	assert.Equal(t, []string{
		"net/http handler (*a.Server).Get @a/a.go",
		"calls b.Books.Title @a/a.go",
		"implemented by (*c.Store).Title @c/c.go",
		"calls d.Clean @c/c.go",
	}, steps(dir, f))
	require.NotNil(t, f.Fix)
	assert.Equal(t, f.File, f.Fix.File)
}

func TestSameForAnyOrder(t *testing.T) {
	patterns := []string{"./a", "./b", "./c", "./d"}
	first, dir := run(t, fourPackages, patterns...)
	for range 5 {
		patterns = append(patterns[1:], patterns[0])
		res, err := engine.Run(context.Background(), engine.Options{
			Dir: dir, Patterns: patterns, Tests: true, Analyzers: analyzers.All, Level: rule.Warning,
		})
		require.NoError(t, err)
		assert.Equal(t, first.Findings, res.Findings)
	}
}

func TestBrokenPackageIsSkipped(t *testing.T) {
	res, dir := run(t, fourPackages+`
-- broken/broken.go --
package broken

func F() int { return "x" }
-- onbroken/on.go --
package onbroken

import "example.com/m/broken"

var _ = broken.F
`)
	require.Len(t, res.Findings, 1, "the other packages are analysed")
	var texts []string
	for _, e := range res.Errors {
		texts = append(texts, e.Message)
	}
	require.Len(t, res.Errors, 2, texts)
	i := slices.IndexFunc(res.Errors, func(e finding.Error) bool { return e.File == filepath.Join(dir, "broken", "broken.go") })
	require.GreaterOrEqual(t, i, 0, texts)
	assert.Equal(t, 3, res.Errors[i].Line)
	assert.Contains(t, res.Errors[i].Message, "cannot use")
	assert.True(t, slices.ContainsFunc(texts, func(s string) bool {
		return strings.Contains(s, "imports example.com/m/broken, which does not compile")
	}), texts)
}

func TestBrokenTestsDoNotHidePackage(t *testing.T) {
	res, _ := run(t, fourPackages+`
-- d/d_test.go --
package d

var x int = "no"
`)
	assert.Len(t, res.Findings, 1)
	require.Len(t, res.Errors, 1)
	assert.True(t, strings.HasSuffix(res.Errors[0].File, "d_test.go"))
}

func TestBenchmarkIsEvidence(t *testing.T) {
	res, dir := run(t, `
-- go.mod --
module example.com/m

go 1.26
-- m.go --
package m

import "regexp"

func Clean(s string) string { return regexp.MustCompile("[^a-z]+").ReplaceAllString(s, "-") }
-- m_test.go --
package m_test

import (
	"testing"

	"example.com/m"
)

func BenchmarkClean(b *testing.B) {
	for b.Loop() {
		m.Clean("a")
	}
}

func TestClean(t *testing.T) { m.Clean("a") }
`)
	require.Len(t, res.Findings, 1)
	assert.Equal(t, "benchmark", res.Findings[0].Class)
	assert.Equal(t, []string{"benchmark BenchmarkClean @m_test.go", "calls m.Clean @m_test.go"}, steps(dir, res.Findings[0]))
}
