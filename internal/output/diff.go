package output

import (
	"io"
	"path/filepath"
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// Diff writes the difference between two contents of a file, as patch and git
// apply read it from the directory dir.
func Diff(w io.Writer, dir, file string, before, after []byte, color bool) error {
	name := filepath.ToSlash(Path(dir, file))
	diff := udiff.Unified("a/"+name, "b/"+name, string(before), string(after))
	if color {
		diff = paintDiff(diff)
	}
	_, err := io.WriteString(w, diff)
	return err
}

func paintDiff(diff string) string {
	var b strings.Builder
	for line := range strings.Lines(diff) {
		attr := ""
		switch {
		case strings.HasPrefix(line, "---"), strings.HasPrefix(line, "+++"):
			attr = bold
		case line[0] == '-':
			attr = red
		case line[0] == '+':
			attr = green
		case line[0] == '@':
			attr = blue
		}
		body := strings.TrimRight(line, "\r\n")
		shown := clean(body) // a painted diff is to be read, not applied
		if attr != "" {
			shown = paint(true).with(attr, shown)
		}
		b.WriteString(shown + line[len(body):])
	}
	return b.String()
}
