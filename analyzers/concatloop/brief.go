package concatloop

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// briefWords name texts of one word or line.
var briefWords = []string{
	"name", "title", "key", "id", "ident", "path", "url", "uri", "header", "label", "tag", "prefix", "suffix", "ext", "extension",
	"address", "addr", "filter", "scope", "hash", "unit", "digit", "number", "duration", "stem", "delim",
	"delimiter", "separator", "sep",
}

// brief reports whether the string is short: it, or the function that makes it,
// is called so, or it is one token of a longer text.
func (f *finder) brief(s site) bool {
	loop, isFor := s.turns.loop.cur.Node().(*ast.ForStmt)
	if isBrief(query.LastName(s.lhs)) || isFor && f.spells(s) && (f.testsCharacter(loop.Cond) || f.leaves(s.turns.loop)) {
		return true
	}
	for decl := range s.cur.Enclosing((*ast.FuncDecl)(nil)) {
		return isBrief(decl.Node().(*ast.FuncDecl).Name.Name)
	}
	return false
}

// isBrief reports whether a name ends with one of briefWords, a long one perhaps
// as the end of a compound (username, titleOf); plurals stand for many.
func isBrief(name string) bool {
	words := heat.Words(name)
	if i := slices.IndexFunc(words, func(w string) bool { return w == "of" || w == "from" || w == "for" }); i > 0 {
		words = words[:i]
	}
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return slices.ContainsFunc(briefWords, func(w string) bool { return last == w || len(w) > 3 && strings.HasSuffix(last, w) })
}

// start reports whether the string is the start of the text that the loop ranges
// over, which a slice of the text is, too.
func (f *finder) start(s site) bool {
	loop, ok := s.turns.loop.cur.Node().(*ast.RangeStmt)
	return ok && isString(f.TypesInfo.TypeOf(loop.X)) && f.spells(s) && f.leaves(s.turns.loop)
}

// spells reports whether the string grows by one character at a time.
func (f *finder) spells(s site) bool {
	return !slices.ContainsFunc(s.pieces, func(piece ast.Expr) bool { return !f.isCharacter(piece) })
}

// isCharacter reports whether e is a byte or rune as a string.
func (f *finder) isCharacter(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) != 1 || !f.TypesInfo.Types[call.Fun].IsType() {
		return false
	}
	return query.IsInteger(f.TypesInfo.TypeOf(call.Args[0]))
}

// testsCharacter reports whether cond looks at a character.
func (f *finder) testsCharacter(cond ast.Expr) bool {
	found := false
	if cond == nil {
		return false
	}
	ast.Inspect(cond, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok {
			found = found || isCharacterType(f.TypesInfo.TypeOf(e))
		}
		return !found
	})
	return found
}

// isCharacterType reports whether t is byte or rune.
func isCharacterType(t types.Type) bool {
	b, ok := types.Unalias(t).(*types.Basic)
	return ok && (b.Kind() == types.Byte || b.Kind() == types.Rune || b.Kind() == types.UntypedRune)
}

// leaves reports whether the body of the loop may leave it.
func (f *finder) leaves(l loop) bool {
	found := false
	for cur := range l.cur.Preorder((*ast.BranchStmt)(nil), (*ast.ReturnStmt)(nil)) {
		if b, ok := cur.Node().(*ast.BranchStmt); ok && b.Tok != token.BREAK && b.Tok != token.GOTO {
			continue
		}
		for c := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.SwitchStmt)(nil), (*ast.SelectStmt)(nil), (*ast.FuncLit)(nil)) {
			found = found || c == l.cur
			break
		}
	}
	return found
}
