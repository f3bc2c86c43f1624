package rule_test

import (
	"go/ast"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/linttest"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

type objectEffects struct{ rule.Effects }

// objects is a rule with groups, subjects and marks: types named Big... are
// big where they are made unless somebody observes them, strings.Title is one
// finding a file, strings.ToTitle is fine next to a call that limits.
func objects() *analysis.Analyzer {
	doc := strings.ReplaceAll(doc, "gate", "gateobjects")
	return rule.New(rule.Rule{Name: "gateobjects", Doc: doc, Fact: new(objectEffects), Run: findObjects, Uses: useObjects})
}

func findObjects(p *rule.Pass) {
	for file := range p.Files() {
		for cur := range file.Preorder((*ast.TypeSpec)(nil)) {
			spec := cur.Node().(*ast.TypeSpec)
			if obj := p.TypesInfo.Defs[spec.Name]; strings.HasPrefix(obj.Name(), "Big") {
				p.Report(rule.Finding{
					Cur: cur, Message: obj.Name() + " is big", Effect: "is big", Warn: heat.Request,
					Subject: obj, Unless: []rule.Mark{{Obj: obj, Name: "seen"}}, NoticeIf: []rule.Mark{{Obj: obj, Name: "printed"}},
				})
			}
		}
		for cur := range query.Calls(file, p.TypesInfo, "strings", "Title") {
			p.Report(rule.Finding{Cur: cur, Message: "calls strings.Title", Effect: "calls strings.Title", Warn: heat.Request, Group: "title"})
		}
		for cur := range query.Calls(file, p.TypesInfo, "strings", "ToTitle") {
			f := rule.Finding{Cur: cur, Message: "calls strings.ToTitle", Warn: heat.Request}
			for decl := range cur.Enclosing((*ast.FuncDecl)(nil)) {
				for fn := range callees(p, decl.Node()) {
					f.Unless = append(f.Unless, rule.Mark{Obj: fn, Name: "limits"})
				}
			}
			p.Report(f)
		}
		for cur := range file.Preorder((*ast.FuncDecl)(nil)) {
			fn := p.TypesInfo.Defs[cur.Node().(*ast.FuncDecl).Name]
			if fn.Name() == "Limit" {
				p.Mark(rule.Mark{Obj: fn, Name: "limits"})
			}
			if fn.Name() == "Through" || fn.Name() == "helper" {
				for callee := range callees(p, cur.Node()) {
					p.Mark(rule.Mark{Obj: fn, Name: "limits"}, rule.Mark{Obj: callee, Name: "limits"})
				}
			}
		}
	}
}

func useObjects(p *rule.Pass) {
	for file := range p.Files() {
		for cur := range file.Preorder((*ast.CompositeLit)(nil)) {
			named, ok := p.TypesInfo.TypeOf(cur.Node().(*ast.CompositeLit)).(*types.Named)
			if !ok || !p.IsSubject(named.Obj()) {
				continue
			}
			call, _ := cur.Parent().Node().(*ast.CallExpr)
			name := ""
			if call != nil {
				name = types.ExprString(call.Fun)
			}
			switch name {
			case "observe":
				p.Mark(rule.Mark{Obj: named.Obj(), Name: "seen"})
			case "print":
				p.Mark(rule.Mark{Obj: named.Obj(), Name: "printed"})
			case "weak":
				p.UseIf(named.Obj(), cur, "made weakly", heat.Element)
				continue
			}
			p.Use(named.Obj(), cur, "made here")
		}
	}
}

func callees(p *rule.Pass, n ast.Node) map[*types.Func]bool {
	found := make(map[*types.Func]bool)
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if fn := query.Callee(p.TypesInfo, call); fn != nil {
				found[fn] = true
			}
		}
		return true
	})
	return found
}

func TestObjects(t *testing.T) {
	analysistest.Run(t, linttest.Testdata(), objects(), "gateobjects/...")
}
