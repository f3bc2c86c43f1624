package suggest

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNearest(t *testing.T) {
	names := []string{"concatloop", "fix", "format", "regexcompile"}
	for name, want := range map[string]string{
		"fxi": "fix", "fixx": "fix", "fromat": "format", "regexcomplie": "regexcompile", "regexp": "", "concat": "", "": "", "q": "",
	} {
		assert.Equal(t, want, Nearest(name, names), name)
	}
}
