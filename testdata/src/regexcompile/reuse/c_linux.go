package reuse

import "regexp"

var platformPattern = regexp.MustCompile(`platform`)
