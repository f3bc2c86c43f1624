package concatloop

func inTest(in []string) (s string) {
	for _, x := range in {
		s += x
	}
	return s
}
