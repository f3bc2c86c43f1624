package shelf

import (
	"errors"
	"testing"
)

func TestPattern(t *testing.T) {
	rules := NewRules(map[string]string{"go": `\bgo\b`, "bad": "("})
	re, err := rules.Pattern("go")
	if err != nil || !re.MatchString("The Go Way") || re.MatchString("Django") {
		t.Fatalf("Pattern = %v, %v", re, err)
	}
	if again, _ := rules.Pattern("go"); again != re {
		t.Error("the pattern was compiled twice")
	}
	if _, err := rules.Pattern("bad"); err == nil {
		t.Error("an invalid pattern was accepted")
	}
	if _, err := rules.Pattern("none"); !errors.Is(err, ErrUnknown) {
		t.Errorf("unknown shelf: %v", err)
	}
}
