package fix

import . "strings"

// no fix: a dot import can be shadowed name by name
func dot(in []string) string {
	s := ""
	for _, x := range in {
		s += ToUpper(x) // want `string s grows`
	}
	return s
}
