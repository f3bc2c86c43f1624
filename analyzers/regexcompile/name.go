package regexcompile

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// names returns what the variable for the pattern of s may be called, best
// first: after the variable it is assigned to, after what is matched, after
// the function it stands in.
func (c *checker) names(s *compilation) []string {
	var names, others []string
	add := func(name string) {
		if stem := stem(name); stem != "" {
			names = append(names, stem+"Pattern")
			others = append(others, stem+"Regexp")
		}
	}
	target := c.localTarget(s)
	if target != nil {
		add(withoutKind(target.Name()))
		names = append(names, others...) // it may have the name itself
	}
	switch {
	case s.matches():
		add(c.nameOf(s.call.Args[1]))
	case target != nil:
		for use := range query.Uses(topDecl(s.cur), c.TypesInfo, target) {
			add(c.nameOfMatched(use))
		}
	default:
		add(c.nameOfMatched(s.cur))
	}
	add(c.enclosingName(s.cur))
	if names = append(names, others...); len(names) == 0 {
		return []string{"pattern"}
	}
	return names
}

// localTarget returns the variable that the compiled pattern is assigned to.
func (c *checker) localTarget(s *compilation) *types.Var {
	if s.matches() {
		return nil
	}
	var lhs ast.Expr
	switch kind, i := s.cur.ParentEdge(); kind {
	case edge.AssignStmt_Rhs:
		lhs = s.cur.Parent().Node().(*ast.AssignStmt).Lhs[i]
	case edge.ValueSpec_Values:
		lhs = s.cur.Parent().Node().(*ast.ValueSpec).Names[i]
	}
	id, ok := lhs.(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := c.TypesInfo.ObjectOf(id).(*types.Var)
	return v
}

// nameOfMatched names the first argument of the method that is called on the
// regexp at cur.
func (c *checker) nameOfMatched(cur inspector.Cursor) string {
	if cur.ParentEdgeKind() != edge.SelectorExpr_X || cur.Parent().ParentEdgeKind() != edge.CallExpr_Fun {
		return ""
	}
	call := cur.Parent().Parent().Node().(*ast.CallExpr)
	if len(call.Args) == 0 {
		return ""
	}
	return c.nameOf(call.Args[0])
}

// nameOf returns a word for the value of e: the name of the variable or field,
// or what a getter is asked for.
func (c *checker) nameOf(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.StarExpr:
		return c.nameOf(e.X)
	case *ast.IndexExpr:
		if word := c.word(e.Index); word != "" {
			return word
		}
		return c.nameOf(e.X)
	case *ast.CallExpr:
		if len(e.Args) == 0 {
			return c.nameOf(e.Fun)
		}
		if word := c.word(e.Args[0]); word != "" {
			return word
		}
		return c.nameOf(e.Args[0])
	}
	return ""
}

// word returns the text of a constant that is one word.
func (c *checker) word(e ast.Expr) string {
	v := c.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.String || !token.IsIdentifier(constant.StringVal(v)) {
		return ""
	}
	return constant.StringVal(v)
}

// enclosingName returns the name of the declaration that cur stands in.
func (c *checker) enclosingName(cur inspector.Cursor) string {
	for up := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.ValueSpec)(nil)) {
		switch n := up.Node().(type) {
		case *ast.FuncDecl:
			return n.Name.Name
		case *ast.ValueSpec:
			if up.Parent().ParentEdgeKind() == edge.File_Decls {
				return n.Names[0].Name
			}
		}
	}
	return ""
}

// vague are names that say nothing about what is matched.
var vague = map[string]bool{
	"arg": true, "args": true, "body": true, "bytes": true, "content": true, "data": true, "input": true,
	"item": true, "line": true, "main": true, "msg": true, "nil": true, "out": true, "part": true, "raw": true,
	"res": true, "result": true, "row": true, "src": true, "str": true, "string": true, "text": true,
	"tmp": true, "val": true, "value": true,
}

// kindWords are what names of regexps end with, lower case.
var kindWords = []string{"pattern", "regexp", "regex", "expr", "exp", "rgx", "reg", "re", "rx"}

// withoutKind cuts from the name of a regexp what only says that it is one:
// "emailRE", "emailre" and "reEmail" become "email", "re" nothing.
func withoutKind(name string) string {
	if rest, ok := strings.CutPrefix(name, "re"); ok && rest != "" && unicode.IsUpper(rune(rest[0])) {
		name = rest
	}
	for _, word := range kindWords {
		if rest, ok := cutSuffixFold(name, word); ok {
			return strings.TrimRight(rest, "_")
		}
	}
	return name
}

func cutSuffixFold(s, suffix string) (rest string, ok bool) {
	n := len(s) - len(suffix)
	if n < 0 || !strings.EqualFold(s[n:], suffix) {
		return s, false
	}
	return s[:n], true
}

// stem returns name as the start of another, or "" if it says nothing.
func stem(name string) string {
	name = lowerFirst(strings.Trim(name, "_"))
	for _, word := range kindWords[:3] { // matchPatternPattern says it twice
		name, _ = cutSuffixFold(name, word)
	}
	if len(name) < 3 || vague[name] {
		return ""
	}
	return name
}

// lowerFirst makes the first word of name lower case: "HTMLBody" becomes
// "htmlBody", "ID" becomes "id".
func lowerFirst(name string) string {
	runes := []rune(name)
	for i, r := range runes {
		if !unicode.IsUpper(r) || i > 0 && i+1 < len(runes) && unicode.IsLower(runes[i+1]) {
			break
		}
		runes[i] = unicode.ToLower(r)
	}
	return string(runes)
}
