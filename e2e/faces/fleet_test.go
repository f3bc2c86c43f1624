package faces

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/demotest"
)

// TestFleet runs go vet on two machines, as far as two empty caches are two
// machines, with a program between them that serves one with what the other has
// computed.
func TestFleet(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles parts of the standard library")
	}
	zenithlint, store, dir := demotest.Build(t), t.TempDir(), t.TempDir()
	program := filepath.Join(t.TempDir(), "cacheprog")
	demotest.Run{Dir: filepath.Join("testdata", "cacheprog")}.Must(t, "go", "build", "-o", program, "main.go")
	for name, text := range map[string]string{
		"go.mod":           "module example.com/m\n\ngo 1.26\n",
		"caller/caller.go": "package caller\n\nimport \"example.com/m/helper\"\n\nfunc Count(names []string) (n int) {\n\tfor _, name := range names {\n\t\tif helper.IsWord(name) {\n\t\t\tn++\n\t\t}\n\t}\n\treturn n\n}\n",
		"helper/helper.go": "package helper\n\nimport \"regexp\"\n\nfunc IsWord(s string) bool {\n\treturn regexp.MustCompile(`^[a-z]+$`).MatchString(s)\n}\n",
	} {
		file := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
		checkout := time.Now().Add(-time.Hour) // files just written are not indexed by the go command
		require.NoError(t, os.Chtimes(file, checkout, checkout))
	}
	// vet returns what a machine prints, and what it asked the program for.
	vet := func() (string, map[string]int) {
		machine := demotest.Run{Dir: dir, Env: []string{"GOCACHE=" + t.TempDir(), "GOCACHEPROG=" + program + " " + store}}
		result := machine.Program(t, "go", "vet", "-vettool="+zenithlint, "./...")
		assert.Equal(t, 1, result.Code, result.Stderr)
		log, err := os.ReadFile(filepath.Join(store, "log"))
		require.NoError(t, err)
		require.NoError(t, os.Remove(filepath.Join(store, "log")))
		asked := make(map[string]int)
		for _, command := range strings.Fields(string(log)) {
			asked[command]++
		}
		return result.Stderr, asked
	}
	first, computed := vet()
	assert.Equal(t, []string{"caller/caller.go:7 regexcompile"}, demotest.Named(first), first)
	assert.Positive(t, computed["put"])

	again, served := vet()
	assert.Equal(t, first, again)
	assert.Zero(t, served["put"], "nothing is computed again: %v", served)
	assert.Positive(t, served["get"])

	// A result of another configuration is not served.
	require.NoError(t, os.WriteFile(filepath.Join(dir, ".zenithlint.yml"), []byte("rules: {concatloop: off}\n"), 0o666))
	_, changed := vet()
	assert.Positive(t, changed["put"])
}
