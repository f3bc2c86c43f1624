// Package output renders what a run found: one file per format.
package output

import (
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// Report is what a format renders.
type Report struct {
	Findings []finding.Finding // sorted
	Errors   []finding.Error   // sorted
	Packages int               // packages analysed
	Rules    []*analysis.Analyzer
	Version  string // of zenithlint

	Dir     string                            // paths are shown relative to it
	Root    string                            // of the repository: CI systems want paths relative to it
	Source  func(file string) ([]byte, error) // contents of a file, as analysed
	Context int                               // lines shown around a finding; negative: as the format likes
	Color   bool                              // paint for a terminal
	Width   int                               // columns that source lines are cut to
}

// Format writes a report.
type Format func(w io.Writer, r *Report) error

// Formats are the formats by name.
var Formats = map[string]Format{
	"checkstyle": Checkstyle,
	"concise":    Concise,
	"full":       Full,
	"github":     GitHub,
	"gitlab":     GitLab,
	"json":       JSON,
	"json-lines": JSONLines,
	"junit":      JUnit,
	"markdown":   Markdown,
	"rdjson":     RDJSON,
	"sarif":      SARIF,
}

// Names returns the names of the formats, sorted.
func Names() []string { return slices.Sorted(maps.Keys(Formats)) }

// Path returns file relative to dir if it stands below it, else as it is. What
// could do harm where it is shown is replaced.
func Path(dir, file string) string {
	rel, _ := below(dir, file)
	return clean(rel)
}

// below returns file relative to dir, and whether it stands below it; if not,
// file as it is.
func below(dir, file string) (string, bool) {
	if rel, ok := relative(dir, file); ok {
		return rel, true
	}
	// dir may be reached through a symbolic link that the go command resolved.
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		if rel, ok := relative(real, file); ok {
			return rel, true
		}
	}
	return file, false
}

func relative(dir, file string) (string, bool) {
	rel, err := filepath.Rel(dir, file)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return rel, true
}

// repoPath returns file relative to the root of the repository, with slashes;
// absolute if it stands elsewhere.
func (r *Report) repoPath(file string) string {
	rel, _ := below(r.Root, file)
	return filepath.ToSlash(rel)
}

// dirPath returns file relative to the directory of the report, with slashes,
// also where that begins with "..".
func (r *Report) dirPath(file string) string {
	if file == "" {
		return ""
	}
	rel, ok := below(r.Dir, file)
	if !ok {
		if up, err := filepath.Rel(r.Dir, file); err == nil {
			rel = up
		}
	}
	return filepath.ToSlash(rel)
}

// problems returns the errors without those that say the same as the one
// before, as a package and its test variant do.
func (r *Report) problems() []finding.Error {
	return slices.CompactFunc(slices.Clone(r.Errors), func(a, b finding.Error) bool {
		return Error(r.Dir, a) == Error(r.Dir, b)
	})
}
