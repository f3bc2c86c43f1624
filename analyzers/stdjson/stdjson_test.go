package stdjson_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/zenithlint/zenithlint/analyzers/stdjson"
	"github.com/zenithlint/zenithlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, stdjson.Analyzer) }

// TestNotice checks what the lower level adds: types that codecs treat in their
// own way, and HTTP clients.
func TestNotice(t *testing.T) {
	dir, cleanup, err := analysistest.WriteFiles(map[string]string{
		"raw/raw.go": `
package raw

import (
	"encoding/json"
	"net/http"
)

type envelope struct {
	Kind string
	Data []struct{ Raw json.RawMessage }
}

type money struct{ cents int }

func (m *money) MarshalJSON() ([]byte, error) { return nil, nil }

func list(w http.ResponseWriter, r *http.Request, e envelope, m map[string]*money) {
	_ = json.NewEncoder(w).Encode(e) // want "encoding/json .Encoder.Encode.; envelope holds json.RawMessage, which codecs treat in their own way, also on line 20"
	_ = json.NewEncoder(w).Encode(m)
}
`,
		"config/config.go": `
package config

import (
	"encoding/json"
	"net/http"
)

type Account struct{ Modules map[string]any }

func (a *Account) Module(r *http.Request) []byte {
	text, _ := json.Marshal(a.Modules[r.URL.Path]) // want "hot path encodes with encoding/json"
	return text
}

func (a *Account) Read(r *http.Request, text []byte) {
	_ = json.Unmarshal(text, a) // once in a while
}
`,
		"client/client.go": `
package client

import (
	"encoding/json"
	"net/http"
)

func forward(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://example.org")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	var v any
	_ = json.NewDecoder(resp.Body).Decode(&v) // want "hot path decodes with encoding/json"
}

func pending(v any) []byte { // want pending:"encodes with encoding/json"
	text, _ := json.Marshal(v)
	return text
}
`})
	require.NoError(t, err)
	defer cleanup()
	a := stdjson.New(stdjson.Options{})
	require.NoError(t, a.Flags.Set("level", "notice"))
	analysistest.Run(t, dir, a, "raw", "config", "client")
}

// TestAgain checks a kind that is never more than a notice.
func TestAgain(t *testing.T) {
	dir, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	a := stdjson.New(stdjson.Options{})
	require.NoError(t, a.Flags.Set("level", "notice"))
	analysistest.Run(t, dir, a, "again")
}
