// Package concatloop holds the cases of the rule concatloop: what is reported
// and what is not. Cases about the fix stand in the folder fix.
package concatloop

import (
	"fmt"
	"strings"
)

func appended(in []string, b bool) (s string) {
	for _, x := range in {
		s += x // want `string s grows by \+= in every turn of the loop: each turn copies all of it`
	}
	return s
}

func appendedLong(in []string) (s string) {
	for _, x := range in {
		s = s + x + "," // want `string s grows by \+ in every turn of the loop: each turn copies all of it`
	}
	return s
}

func parenthesised(in []string) (s string) {
	for _, x := range in {
		(s) = ((s) + (x)) // want `grows by \+ in every turn`
	}
	return s
}

func prepended(in []string) (s string) {
	for _, x := range in {
		s = x + "\n" + s // want `string s grows at its front in every turn of the loop: each turn copies all of it`
	}
	return s
}

func wrapped(in []string) (s string) {
	for _, x := range in {
		s = x + "(" + s + ")" // want `string s grows at both ends in every turn`
	}
	return s
}

func inserted(s string, n int) string {
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:] // want `string s grows in its middle in every turn`
	}
	return s
}

func insertedAtSum(s string, at []int) string {
	for k, i := range at {
		s = s[:i+k] + "," + s[i+k:] // want `string s grows in its middle`
	}
	return s
}

func formatted(in []int) (s string) {
	for _, x := range in {
		s = fmt.Sprintf("%s %d", s, x) // want `string s grows by fmt.Sprintf in every turn`
	}
	return s
}

func formattedAtFront(in []int) (s string) {
	for _, x := range in {
		s = fmt.Sprintf("100%% %5d %v", x, s) // want `string s grows by fmt.Sprintf`
	}
	return s
}

func printed(in []int) (s string) {
	for _, x := range in {
		s = fmt.Sprint(s, x) // want `string s grows by fmt.Sprint`
	}
	return s
}

func addedSprintf(in []int) (s string) {
	for _, x := range in {
		s += fmt.Sprintf("%d,", x) // want `string s grows by \+= in every turn`
	}
	return s
}

func joined(in []string) (s string) {
	for _, x := range in {
		s = strings.Join([]string{s, x}, ",") // want `string s grows by strings.Join in every turn`
	}
	return s
}

func multiAssign(in []string) (s string, n int) {
	for _, x := range in {
		s, n = s+x, n+1 // want `string s grows by \+ in every turn`
	}
	return s, n
}

func runes(in string) (s string) {
	for _, r := range in {
		if r != ' ' {
			s += string(r) // want `string s grows by \+= in the loop: each time all of it is copied`
		}
	}
	return s
}

// The variable is not of type string.

type text string

func namedType(in []string) (s text) {
	for _, x := range in {
		s += text(x) // want `string s grows`
	}
	return s
}

func convertedBack(in []string) (s text) {
	for _, x := range in {
		s = text(string(s) + x) // want `string s grows by \+`
	}
	return s
}

type alias = string

func aliased(in []alias) (s alias) {
	for _, x := range in {
		s += x // want `string s grows`
	}
	return s
}

type stringish interface{ ~string }

func generic[T stringish, U string, V string | text](in []T, u []U, v []V) (s T, t U, w V) {
	for i, x := range in {
		s += x    // want `string s grows`
		t += u[i] // want `string t grows`
		w += v[i] // want `string w grows`
	}
	return s, t, w
}

// The variable is part of something.

type page struct {
	body string
	head struct{ text string }
	*meta
}

type meta struct{ note string }

func field(p *page, in []string) {
	for _, x := range in {
		p.body += x                   // want `string p.body grows by \+=`
		p.head.text = x + p.head.text // want `string p.head.text grows at its front`
		p.note = p.meta.note + x      // want `string p.note grows by \+`
	}
}

func (p *page) fieldOfReceiver(in []string) {
	for _, x := range in {
		(*p).body = p.body + x // want `string \(\*p\).body grows by \+`
	}
}

func pointer(s *string, in []string) {
	for _, x := range in {
		*s += x // want `string \*s grows by \+=`
	}
}

func elements(m map[string]string, a []string, k string, in []string) {
	var fixed [4]string
	for _, x := range in {
		m[k] += x               // want `string m\[k\] grows by \+=`
		m["all"] = m["all"] + x // want `string m\["all"\] grows by \+`
		a[0] += x               // want `string a\[0\] grows`
		fixed[1] += x           // want `string fixed\[1\] grows`
	}
	_ = fixed
}

var log string

func packageVariable(in []string) {
	for _, x := range in {
		log += x // want `string log grows`
	}
}

// Several growths.

func branches(in []int) (s string) {
	for _, x := range in {
		switch {
		case x < 0:
			s += "-" // want `string s grows by \+= in every turn`
		case x > 0:
			s += "+"
		default:
			s += "0"
		}
	}
	return s
}

func someBranches(in []any) (s string) {
	for _, x := range in {
		switch x := x.(type) {
		case string:
			s += x // want `string s grows by \+= in the loop`
		case []byte:
			s += string(x)
		}
	}
	return s
}

func twoVariables(in []string) (s, t string) {
	for _, x := range in {
		s += x // want `string s grows`
		t += x // want `string t grows`
	}
	return s, t
}

func siblingLoops(a, b []string) (s string) {
	for _, x := range a {
		s += x // want `string s grows`
	}
	for _, x := range b {
		s += x // want `string s grows`
	}
	return s
}

// The growing string is only measured, or looked at where it ends.

func measured(in []string) (s string) {
	for _, x := range in {
		if s != "" && len(s) < 80 && !strings.HasSuffix(s, ",") && s[len(s)-1] != '.' {
			s += "," // want `string s grows`
		}
		s += x
	}
	return s
}

func readNowAndThen(in []string, found func(string)) (s string) {
	for i, x := range in {
		s += x // want `string s grows`
		if i%100 == 0 {
			found(s)
		}
	}
	return s
}

func padded(s string, width int) string {
	for len(s) < width {
		s = " " + s // want `string s grows at its front`
	}
	return s
}

// Errors among other text: the growth that counts is the other one.
func someErrors(in []string, check func(string) error) (s string) {
	for _, x := range in {
		if err := check(x); err != nil {
			s += x + err.Error()
			continue
		}
		s += x // want `string s grows`
	}
	return s
}
