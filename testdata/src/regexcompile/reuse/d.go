//go:build !ignore

package reuse

import "regexp"

var taggedPattern = regexp.MustCompile(`tagged`)
