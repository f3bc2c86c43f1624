package gover

import (
	"go/ast"
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/tools/go/analysis"
)

func TestHas(t *testing.T) {
	file := new(ast.File)
	has := func(versions map[*ast.File]string) bool {
		return Has(&analysis.Pass{TypesInfo: &types.Info{FileVersions: versions}}, file, "go1.24")
	}
	assert.False(t, has(nil), "no recorded version")
	assert.False(t, has(map[*ast.File]string{file: "go1.23"}))
	assert.True(t, has(map[*ast.File]string{file: "go1.24"}))
	assert.True(t, has(map[*ast.File]string{file: "go1.24.3"}))
	assert.True(t, has(map[*ast.File]string{file: ""}), "an unknown future version")
}

func TestKnown(t *testing.T) {
	file := new(ast.File)
	known := func(versions map[*ast.File]string) bool {
		return Known(&analysis.Pass{TypesInfo: &types.Info{FileVersions: versions}}, file, "go1.24")
	}
	assert.False(t, known(nil), "no recorded version")
	assert.False(t, known(map[*ast.File]string{file: "go1.23"}))
	assert.True(t, known(map[*ast.File]string{file: "go1.24"}))
	assert.False(t, known(map[*ast.File]string{file: ""}), "an unknown version")
}
