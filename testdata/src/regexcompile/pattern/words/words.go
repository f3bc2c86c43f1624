// Package words holds patterns for others.
package words

import "regexp"

var (
	Word    = regexp.MustCompile(`\w+`)
	Pattern = `\w+`
)
