package fix

import "fmt"

func withoutImport(in []int) string {
	s := ""
	for _, x := range in {
		s += fmt.Sprint(x) // want `string s grows`
	}
	return s
}

func another(in []int) string {
	var t string
	for _, x := range in {
		t += fmt.Sprint(x) // want `string t grows`
	}
	return t
}
