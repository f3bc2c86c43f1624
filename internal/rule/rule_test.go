package rule_test

import (
	"go/ast"
	"go/token"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/linttest"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

const doc = "// Package gate.\n//\n// # Analyzer gate\n//\n// gate: report strings.Title\npackage gate\n"

type effects struct{ rule.Effects }

// title is a rule that reports calls of strings.Title and replaces them.
func title(visit func(*rule.Pass)) *analysis.Analyzer {
	return rule.New(rule.Rule{Name: "gate", Doc: doc, Fact: new(effects), Run: func(pass *rule.Pass) {
		if visit != nil {
			visit(pass)
		}
		for file := range pass.Files() {
			for cur := range query.Calls(file, pass.TypesInfo, "strings", "Title") {
				call := cur.Node().(*ast.CallExpr)
				pass.Report(rule.Finding{
					Cur: cur, Message: "calls strings.Title", Warn: heat.Request, Note: heat.NotCold, Effect: "calls strings.Title",
					Fix: func() []analysis.SuggestedFix {
						return edit.Fix("Replace", edit.Replace(call, `"A"`))
					},
				})
			}
		}
	}})
}

func TestGate(t *testing.T) {
	analysistest.Run(t, linttest.Testdata(), title(nil), "gate/...")
}

func TestMappedFileGetsNoFix(t *testing.T) {
	for _, r := range analysistest.Run(ignore{}, linttest.Testdata(), title(nil), "gatemapped") {
		if !assert.Len(t, r.Diagnostics, 2) {
			continue
		}
		assert.NotEmpty(t, r.Diagnostics[0].SuggestedFixes)
		assert.Empty(t, r.Diagnostics[1].SuggestedFixes, "below //line, edits would be applied to the wrong text")
	}
}

func TestLevelNotice(t *testing.T) {
	a := title(nil)
	assert.NoError(t, a.Flags.Set("level", "notice"))
	assert.Error(t, a.Flags.Set("level", "loud"))
	found := false
	for _, r := range analysistest.Run(ignore{}, linttest.Testdata(), a, "gate/hot") {
		for _, d := range r.Diagnostics {
			if fn := enclosing(r.Pass, d.Pos); fn == "unknown" {
				found = true
			}
		}
	}
	assert.True(t, found, "a notice is reported at level notice")
}

func TestPanicBecomesFinding(t *testing.T) {
	a := title(func(*rule.Pass) { panic("boom") })
	for _, r := range analysistest.Run(ignore{}, linttest.Testdata(), a, "gate/lib") {
		assert.NoError(t, r.Err, "an error would cancel the other analyzers of some drivers")
		if assert.Len(t, r.Diagnostics, 1) {
			assert.Contains(t, r.Diagnostics[0].Message, "rule gate panicked on package gate/lib: boom")
			assert.NotContains(t, r.Diagnostics[0].Message, "\n")
		}
	}
}

func TestEditsConflict(t *testing.T) {
	fset := token.NewFileSet()
	file := fset.AddFile("a.go", -1, 100)
	at := func(start, end int, text string) analysis.TextEdit {
		return analysis.TextEdit{Pos: file.Pos(start), End: file.Pos(end), NewText: []byte(text)}
	}
	for name, tt := range map[string]struct {
		first, second analysis.TextEdit
		ok            bool
	}{
		"apart":                      {at(1, 5, "x"), at(7, 9, "y"), true},
		"touching":                   {at(1, 5, "x"), at(5, 9, "y"), true},
		"overlapping":                {at(1, 5, "x"), at(4, 9, "y"), false},
		"inside":                     {at(1, 9, "x"), at(4, 5, "y"), false},
		"identical insertions":       {at(4, 4, "x"), at(4, 4, "x"), true},
		"different insertions":       {at(4, 4, "x"), at(4, 4, "y"), false},
		"insertion at an edge":       {at(1, 5, "x"), at(5, 5, "y"), true},
		"insertion inside":           {at(1, 5, "x"), at(3, 3, "y"), false},
		"identical replacement":      {at(1, 5, "x"), at(1, 5, "x"), true},
		"different text, same place": {at(1, 5, "x"), at(1, 5, "y"), false},
	} {
		t.Run(name, func(t *testing.T) {
			var edits rule.Edits
			assert.True(t, edits.Add(file, []analysis.TextEdit{tt.first}))
			assert.Equal(t, tt.ok, edits.Add(file, []analysis.TextEdit{tt.second}))
		})
	}
}

// ignore drops the complaints of analysistest about unexpected diagnostics.
type ignore struct{}

func (ignore) Errorf(string, ...any) {}

func enclosing(pass *analysis.Pass, pos token.Pos) string {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos < fn.End() {
				return fn.Name.Name
			}
		}
	}
	return ""
}

type otherEffects struct{ rule.Effects }

// TestRulesShareEdits: cmd/go throws away all fixes of a package of which two
// overlap, so a rule offers none where another did.
func TestRulesShareEdits(t *testing.T) {
	other := rule.New(rule.Rule{Name: "other", Doc: strings.ReplaceAll(doc, "gate", "other"), Fact: new(otherEffects), Run: func(pass *rule.Pass) {
		for file := range pass.Files() {
			for cur := range query.Calls(file, pass.TypesInfo, "strings", "Title") {
				call := cur.Node().(*ast.CallExpr)
				pass.Report(rule.Finding{
					Cur: cur, Message: "another rule", Warn: heat.Request,
					Fix: func() []analysis.SuggestedFix {
						return edit.Fix("Replace otherwise", edit.Replace(call, `"B"`))
					},
				})
			}
		}
	}})
	pkgs := load(t, "gatemapped")
	graph, err := checker.Analyze([]*analysis.Analyzer{title(nil), other}, pkgs, nil)
	require.NoError(t, err)
	fixes, diagnostics := 0, 0
	for _, act := range graph.Roots {
		for _, d := range act.Diagnostics {
			diagnostics++
			fixes += len(d.SuggestedFixes)
		}
	}
	assert.Equal(t, 4, diagnostics)
	assert.Equal(t, 1, fixes, "the first of two rules that want to edit one place; the other place is below //line")
}

// load loads a fixture.
func load(t *testing.T, pattern string) []*packages.Package {
	dir := linttest.Testdata()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir,
		Env: append(os.Environ(), "GOPATH="+dir, "GO111MODULE=off", "GOPROXY=off", "GOWORK=off"),
	}, pattern)
	require.NoError(t, err)
	require.Len(t, pkgs, 1)
	pkgs[0].Imports = nil
	return pkgs
}
