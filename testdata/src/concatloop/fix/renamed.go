package fix

import str "strings"

func renamed(in []string) string {
	s := ""
	for _, x := range in {
		s += str.ToUpper(x) // want `string s grows`
	}
	return s
}
