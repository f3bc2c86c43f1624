package config

import (
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// parseGlob returns the form of a glob that [matches] takes, or what is wrong
// with it.
func parseGlob(text string) (glob, problem string) {
	switch {
	case strings.Contains(text, `\`):
		return "", "write / between directories"
	case strings.HasPrefix(text, "/"):
		return "", "it is relative to the directory of " + FileName + ", without / in front"
	case slices.Contains(strings.Split(text, "/"), ".."):
		return "", "it cannot leave the directory of " + FileName
	}
	glob = strings.TrimSuffix(strings.TrimPrefix(text, "./"), "/")
	switch {
	case glob == "" || glob == ".":
		return "", "write ** for all files"
	case glob != path.Clean(glob):
		return "", "it is not in its shortest form: " + quote(path.Clean(glob))
	case !doublestar.ValidatePattern(glob):
		return "", "a bracket or brace is not closed or empty"
	}
	return glob, ""
}

// matches reports whether glob matches a file, or a directory that it is in.
// The name has slashes, and is relative.
func matches(glob, file string) bool {
	for ; file != "."; file = path.Dir(file) {
		if doublestar.MatchUnvalidated(glob, file) {
			return true
		}
	}
	return false
}
