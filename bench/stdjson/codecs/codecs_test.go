// Package codecs compares encoding/json with other codecs of the same
// interface, on small and large, typed and untyped payloads. It is a module of
// its own, so that zenithlint does not depend on them.
//
//	go test -run '^$' -bench . ./...
//	GOEXPERIMENT=jsonv2 go test -run '^$' -bench . ./...
//
// The second form adds encoding/json/v2, and measures encoding/json on top of
// it. From Go 1.27 on that is the only form.
package codecs

import (
	"encoding/json"
	"testing"

	"github.com/bytedance/sonic"
	goccy "github.com/goccy/go-json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// codec is a package that encodes and decodes.
type codec struct {
	name      string
	marshal   func(any) ([]byte, error)
	unmarshal func([]byte, any) error
}

var codecs = []codec{
	{"encoding-json", json.Marshal, json.Unmarshal},
	{"goccy", goccy.Marshal, goccy.Unmarshal},
	{"sonic", sonic.Marshal, sonic.Unmarshal},
	{"sonic-std", sonic.ConfigStd.Marshal, sonic.ConfigStd.Unmarshal},
}

// each runs f for each codec and payload, as sub-benchmarks.
func each(b *testing.B, f func(codec, payload) error) {
	for _, p := range payloads {
		for _, c := range codecs {
			b.Run(p.name+"/"+c.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := f(c, p); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkMarshal(b *testing.B) {
	each(b, func(c codec, p payload) error { _, err := c.marshal(p.value); return err })
}

func BenchmarkMarshalUntyped(b *testing.B) {
	each(b, func(c codec, p payload) error { _, err := c.marshal(p.loose); return err })
}

func BenchmarkUnmarshal(b *testing.B) {
	each(b, func(c codec, p payload) error { return c.unmarshal(p.text, p.empty()) })
}

func BenchmarkUnmarshalUntyped(b *testing.B) {
	each(b, func(c codec, p payload) error { return c.unmarshal(p.text, new(any)) })
}

// TestSameResult checks that every codec reads what encoding/json writes, and
// writes what encoding/json reads.
func TestSameResult(t *testing.T) {
	for _, p := range payloads {
		for _, c := range codecs {
			v := p.empty()
			require.NoError(t, c.unmarshal(p.text, v), c.name)
			assert.Equal(t, p.value, v, c.name)
			var loose any
			require.NoError(t, c.unmarshal(p.text, &loose), c.name)
			assert.Equal(t, p.loose, loose, c.name)
			for _, value := range []any{p.value, p.loose} {
				text, err := c.marshal(value)
				require.NoError(t, err, c.name)
				assert.JSONEq(t, string(p.text), string(text), c.name)
			}
		}
	}
}
