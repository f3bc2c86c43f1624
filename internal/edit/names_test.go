package edit_test

import (
	"go/token"
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/zenithlint/zenithlint/internal/edit"
)

func TestPrefer(t *testing.T) {
	pkg := types.NewPackage("p", "p")
	pkg.Scope().Insert(types.NewVar(token.NoPos, pkg, "email", types.Typ[types.String]))
	names := edit.NewNames(pkg, new(types.Info))
	assert.Equal(t, "address", names.Prefer("email", "range", "address"), "the first that is free and no keyword")
	assert.Equal(t, "user", names.Prefer("email", "address", "user"), "names handed out are taken")
	assert.Equal(t, "email2", names.Prefer("email", "address"), "numbered where none is free")
}
