package output

import (
	"fmt"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// Error returns e as one line: where, and what.
func Error(dir string, e finding.Error) string {
	switch {
	case e.File != "" && e.Line > 0 && e.Column > 0:
		return fmt.Sprintf("%s:%d:%d: %s", Path(dir, e.File), e.Line, e.Column, clean(e.Message))
	case e.File != "" && e.Line > 0:
		return fmt.Sprintf("%s:%d: %s", Path(dir, e.File), e.Line, clean(e.Message))
	case e.File != "":
		return fmt.Sprintf("%s: %s", Path(dir, e.File), clean(e.Message))
	case e.Package != "":
		return fmt.Sprintf("%s: %s", clean(e.Package), clean(e.Message))
	}
	return clean(e.Message)
}

// Line returns text as one line that is harmless on a terminal.
func Line(text string) string { return clean(text) }
