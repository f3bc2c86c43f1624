package query_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/query"
)

func TestHasComment(t *testing.T) {
	for src, want := range map[string]bool{
		"f(1)":                 false,
		"f( /* in */ 1)":       true,
		"f(1) /* after */":     false,
		"/* before */ f(1)":    false,
		"/*touches*/f(1)":      false,
		"/*touches*/f(/*x*/1)": true,
		"f(1)/*touches*/":      false,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "a.go", "package a\n\nfunc g() {\n\t"+src+"\n}\n", parser.ParseComments)
		require.NoError(t, err)
		stmt := file.Decls[0].(*ast.FuncDecl).Body.List[0]
		assert.Equal(t, want, query.HasComment(file, stmt), src)
	}
}
