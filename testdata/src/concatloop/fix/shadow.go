package fix

// no fix: strings is something else here
func parameter(strings []string) string {
	s := ""
	for _, x := range strings {
		s += x // want `string s grows`
	}
	return s
}

func local(in []string) string {
	strings := "-"
	s := ""
	for _, x := range in {
		s += x + strings // want `string s grows`
	}
	return s
}
