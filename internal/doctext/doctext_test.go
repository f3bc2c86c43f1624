package doctext

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const page = `// Package pool defines an analyzer.
//
// # Analyzer pool
//
// pool: report misuse of pools
//
// A pool that is misused costs more than none.
//
// Example:
//
//	p.Put(b)
//
// Use instead: nothing.
//
// Fix: none.
package pool
`

func TestMust(t *testing.T) {
	doc := Must(page, "pool")
	assert.Equal(t, "report misuse of pools", Summary(doc))
	assert.Equal(t, "nothing.", Part(doc, "Use instead"))
	assert.Equal(t, "none.", Part(doc, "Fix"))
	assert.Contains(t, Part(doc, "Example"), "p.Put(b)")
	assert.Empty(t, Part(doc, "Options"))

	for name, src := range map[string]string{
		"no comment": "package pool",
		"no heading": "// Package pool.\npackage pool",
		"no Go":      "pool",
		"other name": page[:len(page)-len("package pool\n")] + "package other",
	} {
		if name == "other name" {
			assert.Panics(t, func() { Must(src, "other") }, name)
			continue
		}
		assert.Panics(t, func() { Must(src, "pool") }, name)
	}
}

func TestURL(t *testing.T) { assert.Equal(t, Home+"pool", URL("pool")) }
