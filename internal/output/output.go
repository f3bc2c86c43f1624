// Package output renders what a run found: one file per format.
package output

import (
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// Report is what a format renders.
type Report struct {
	Findings []finding.Finding // sorted
	Errors   []finding.Error   // sorted
	Packages int               // packages analysed

	Dir     string                            // paths are shown relative to it
	Source  func(file string) ([]byte, error) // contents of a file, as analysed
	Context int                               // lines shown around a finding; negative: as the format likes
	Color   bool                              // paint for a terminal
	Width   int                               // columns that source lines are cut to
}

// Format writes a report.
type Format func(w io.Writer, r *Report) error

// Formats are the formats by name.
var Formats = map[string]Format{
	"concise": Concise,
	"full":    Full,
	"json":    JSON,
}

// Names returns the names of the formats, sorted.
func Names() []string { return slices.Sorted(maps.Keys(Formats)) }

// Path returns file relative to dir if it stands below it, else as it is. What
// could harm a terminal is replaced.
func Path(dir, file string) string {
	if rel, ok := below(dir, file); ok {
		return clean(rel)
	}
	// dir may be reached through a symbolic link that the go command resolved.
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		if rel, ok := below(real, file); ok {
			return clean(rel)
		}
	}
	return clean(file)
}

func below(dir, file string) (string, bool) {
	rel, err := filepath.Rel(dir, file)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return rel, true
}
