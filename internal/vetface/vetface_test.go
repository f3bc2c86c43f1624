package vetface

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/analysis/unitchecker"
)

func TestAsked(t *testing.T) {
	for _, args := range []string{"-V=full", "--V=full", "-V", "-flags", "--flags", "/tmp/b001/vet.cfg", "-json -sprintf vet.cfg"} {
		assert.True(t, Asked(strings.Fields(args)), args)
	}
	for _, args := range []string{"", "./...", "V", "flags", "-V=full ./...", "-flags ./...", "vet.cfg ./...", "-version", "help"} {
		assert.False(t, Asked(strings.Fields(args)), args)
	}
}

func TestNameInMessages(t *testing.T) {
	a := &analysis.Analyzer{Name: "sprintf", Run: func(pass *analysis.Pass) (any, error) {
		pass.Report(analysis.Diagnostic{Message: "is slow"})
		return 42, nil
	}}
	nameInMessages(a)
	var got []string
	res, err := a.Run(&analysis.Pass{Report: func(d analysis.Diagnostic) { got = append(got, d.Message) }})
	assert.NoError(t, err)
	assert.Equal(t, 42, res)
	assert.Equal(t, []string{"sprintf: is slow"}, got)
}

type fact struct{}

func (*fact) AFact() {}

// The fact types must stay: the facts of other packages are decoded with them.
func TestSilence(t *testing.T) {
	a := &analysis.Analyzer{
		Name: "sprintf", Requires: []*analysis.Analyzer{inspect.Analyzer}, FactTypes: []analysis.Fact{new(fact)},
		Run: func(*analysis.Pass) (any, error) { panic("runs") },
	}
	silence(a)
	res, err := a.Run(nil)
	assert.NoError(t, err)
	assert.Nil(t, res)
	assert.Empty(t, a.Requires)
	assert.Len(t, a.FactTypes, 1)
}

func TestFactsUseless(t *testing.T) {
	goroot := t.TempDir()
	for _, pkg := range []string{"builtin", "net/http", "vendor/golang.org/x/net"} {
		dir := filepath.Join(goroot, "src", filepath.FromSlash(pkg))
		require.NoError(t, os.MkdirAll(dir, 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, filepath.Base(pkg)+".go"), nil, 0o644))
	}
	src := func(pkg string) string { return filepath.Join(goroot, "src", filepath.FromSlash(pkg)) }
	for _, test := range []struct {
		name string
		cfg  unitchecker.Config
		want bool
	}{
		{"main module", unitchecker.Config{VetxOnly: true, ModulePath: "m", ImportPath: "m/a", Dir: "/m/a"}, false},
		{"dependency", unitchecker.Config{VetxOnly: true, ModulePath: "d", ModuleVersion: "v1.0.0", ImportPath: "d/a"}, true},
		{"dependency that is asked for", unitchecker.Config{ModulePath: "d", ModuleVersion: "v1.0.0", ImportPath: "d/a"}, false},
		{"standard library", unitchecker.Config{VetxOnly: true, ImportPath: "net/http", Dir: src("net/http")}, true},
		{"its vendored packages", unitchecker.Config{VetxOnly: true, ImportPath: "vendor/golang.org/x/net", Dir: src("vendor/golang.org/x/net")}, true},
		{"no module at all", unitchecker.Config{VetxOnly: true, ImportPath: "a", Dir: "/gopath/src/a"}, false},
	} {
		data, err := json.Marshal(test.cfg)
		require.NoError(t, err)
		file := filepath.Join(t.TempDir(), "vet.cfg")
		require.NoError(t, os.WriteFile(file, data, 0o644))
		cfg, ok := read(file)
		assert.True(t, ok)
		assert.Equal(t, test.want, factsUseless(cfg), test.name)
	}
	_, ok := read(filepath.Join(goroot, "nosuch.cfg"))
	assert.False(t, ok)
}

// The same code in two places must have two keys, and one place always the same.
func TestBuildID(t *testing.T) {
	mod := func() string {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), nil, 0o644))
		require.NoError(t, os.Mkdir(filepath.Join(dir, "sub"), 0o755))
		return dir
	}
	id := func(dir string) string {
		t.Chdir(dir)
		id, err := buildID()
		require.NoError(t, err)
		assert.Regexp(t, `^[0-9a-f]{64}$`, id)
		return id
	}
	one, two := mod(), mod()
	assert.Equal(t, id(one), id(one))
	assert.Equal(t, id(one), id(filepath.Join(one, "sub")))
	assert.NotEqual(t, id(one), id(two))

	// Results of an old configuration must not be served.
	before := id(one)
	require.NoError(t, os.WriteFile(filepath.Join(one, ".zenithlint.yml"), []byte("level: notice\n"), 0o644))
	assert.NotEqual(t, before, id(one))
}
