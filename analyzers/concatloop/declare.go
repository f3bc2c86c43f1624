package concatloop

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/edit"
)

// definition returns the identifier that declares the variable.
func (b *builderFix) definition() (inspector.Cursor, bool) {
	for decl := range b.group[0].cur.Enclosing((*ast.FuncDecl)(nil), (*ast.GenDecl)(nil)) {
		for c := range decl.Preorder((*ast.Ident)(nil)) {
			if b.TypesInfo.Defs[c.Node().(*ast.Ident)] == b.v {
				return c, true
			}
		}
	}
	return inspector.Cursor{}, false
}

// declare makes the declaration at def one of a Builder of type typ. An initial
// value other than "" becomes the first thing written, in place.
func (b *builderFix) declare(def inspector.Cursor, typ string) bool {
	var (
		pos  token.Pos // of what the type replaces
		end  token.Pos
		text string
		init []ast.Expr
		list inspector.Cursor // the statement
	)
	switch up := def.Parent().Node().(type) {
	case *ast.AssignStmt:
		pos, text, init, list = up.Pos(), "var "+b.v.Name()+" "+typ, up.Rhs, def.Parent()
		if len(up.Lhs) != 1 || len(up.Rhs) != 1 {
			return false
		}
	case *ast.ValueSpec:
		if len(up.Names) != 1 || up.Type != nil && !b.isStringName(up.Type) {
			return false
		}
		pos, end, text, init, list = up.Names[0].End(), up.End(), " "+typ, up.Values, def.Parent().Parent().Parent()
		if up.Type != nil {
			end = up.Type.End()
		}
		if decl := def.Parent().Parent().Node().(*ast.GenDecl); len(init) > 0 && decl.Lparen.IsValid() {
			return false // no room for the statement that writes it
		}
	default:
		return false
	}
	if !inList(list) {
		return false
	}
	switch {
	case len(init) == 0:
	case isEmptyLit(init[0]):
		end = init[0].End()
	case b.mentionsName(init[0]):
		return false // it would mean the Builder
	default:
		end = init[0].Pos()
		text += "\n" + b.indent(list.Node()) + b.v.Name() + ".WriteString("
		b.edits = append(b.edits, edit.Insert(init[0].End(), ")"))
	}
	b.edits = append(b.edits, analysis.TextEdit{Pos: pos, End: end, NewText: []byte(text)})
	return true
}

// inList reports whether the statement at cur stands in a list of statements,
// so that it can be replaced by a declaration, or by two statements.
func inList(cur inspector.Cursor) bool {
	switch cur.ParentEdgeKind() {
	case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
		return true
	}
	return false
}

// isStringName reports whether e is the predeclared name string.
func (b *builderFix) isStringName(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && b.TypesInfo.Uses[id] == types.Universe.Lookup("string")
}

func isEmptyLit(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	return ok && (lit.Value == `""` || lit.Value == "``")
}

// mentionsName reports whether an identifier in e is spelled like the variable.
func (b *builderFix) mentionsName(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == b.v.Name()
		return !found
	})
	return found
}

// indent returns the white space before a statement that starts its line.
func (b *builderFix) indent(stmt ast.Node) string {
	return strings.Repeat("\t", b.Fset.PositionFor(stmt.Pos(), false).Column-1)
}
