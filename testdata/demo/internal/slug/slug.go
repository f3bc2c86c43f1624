// Package slug makes readable addresses from titles.
package slug

import (
	"regexp"
	"strings"
)

// Make turns a title into the last part of its address:
// "The Go Way, 2nd ed." becomes "the-go-way-2nd-ed".
func Make(title string) string {
	s := strings.ToLower(title)
	s = regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(s, "-")
	return strings.Trim(s, "-")
}
