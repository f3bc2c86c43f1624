package imports

import "regexp"

var there = regexp.MustCompile(`there already`)

func use(s string) bool { return there.MatchString(s) }
