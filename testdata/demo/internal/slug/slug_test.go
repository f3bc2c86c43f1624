package slug

import "testing"

func TestMake(t *testing.T) {
	for title, want := range map[string]string{
		"The Go Way, 2nd ed.": "the-go-way-2nd-ed",
		"  C & C++ ":          "c-c",
		"!":                   "",
	} {
		if got := Make(title); got != want {
			t.Errorf("Make(%q) = %q, want %q", title, got, want)
		}
	}
}
