package fix

import (
	"fmt"
	"strings"
)

type text string

// no fix: another type
func types(in []string) (text, error) {
	var s text
	for _, x := range in {
		s += text(x) // want `string s grows`
	}
	return s, nil
}

// no fix: a parameter, a result, a field, an element
func places(s string, in []string) (t string) {
	var p struct{ s string }
	a := []string{""}
	for _, x := range in {
		s += x    // want `string s grows`
		t += x    // want `string t grows`
		p.s += x  // want `string p.s grows`
		a[0] += x // want `string a\[0\] grows`
	}
	fmt.Println(s, p, a)
	return
}

// no fix: another way of growing
func forms(in []string) string {
	s, t, u, v, w := "", "", "", "", ""
	a := ""
	b := ""
	c := ""
	d := ""
	e := ""
	n := 0
	for _, x := range in {
		s += x                                // want `string s grows`
		t = x + t                             // want `string t grows`
		u = fmt.Sprintf("%s%s", u, x)         // want `string u grows`
		v += x                                // want `string v grows`
		w += x                                // want `string w grows`
		a = x + a                             // want `string a grows`
		b = strings.Join([]string{b, x}, ",") // want `string b grows`
		c, n = c+x, n+1                       // want `string c grows`
		(d) += x                              // want `string d grows`
		e = (e + x) + x                       // want `string e grows`
	}
	return s + t + u + v + w + a + b + c + d + e
}

// no fix: shared with a closure, a deferred call, a goroutine, a pointer
func shared(in []string, use func(string)) {
	a := ""
	b := ""
	c := ""
	d := ""
	e := ""
	for _, x := range in {
		a += x // want `string a grows`
		b += x // want `string b grows`
		c += x // want `string c grows`
		d += x // want `string d grows`
		func() {
			e += x // want `string e grows`
		}()
	}
	defer use(b)
	go use(c)
	func() { use(a) }()
	fmt.Sscan("x", &d)
	use(e)
}

// no fix: assigned elsewhere
func assigned(in []string, next func() (string, error)) (string, error) {
	a := ""
	b := ""
	c := ""
	for _, x := range in {
		a += x // want `string a grows`
		b += x // want `string b grows`
		c += x // want `string c grows`
	}
	a = strings.TrimSuffix(a, ",")
	b, err := next()
	for _, c = range in {
	}
	return a + b + c, err
}

// no fix: the loop reads it
func read(in []string, use func(string)) {
	s := ""
	for i, x := range in {
		s += x // want `string s grows`
		if i == 100 {
			use(s)
		}
	}
	t := ""
	for _, x := range in {
		if !strings.HasSuffix(t, ",") {
			t += "," // want `string t grows`
		}
		t += x
	}
	u := ""
	for _, x := range in {
		u += strings.Repeat(" ", 10-len(u)%10) + x // want `string u grows`
	}
	use(s + t + u)
}

// no fix: not declared in a statement of its own
func declarations(in []string) string {
	if s := ""; len(in) > 0 {
		for _, x := range in {
			s += x // want `string s grows`
		}
		return s
	}
	var (
		t = "-"
	)
	var u, v string
	for _, x := range in {
		t += x // want `string t grows`
		u += x // want `string u grows`
		v += x // want `string v grows`
	}
	return t + u + v
}

// no fix: the new variable would be in scope of its own first value
func shadowing(s string, in []string) string {
	if len(in) > 0 {
		s := s + "!"
		for _, x := range in {
			s += x // want `string s grows`
		}
		return s
	}
	return s
}

// no fix: a comment stands where text changes
func comments(in []string) string {
	s := /* nothing yet */ ""
	t := ""
	u := ""
	for _, x := range in {
		s += x                // want `string s grows`
		t += /* the name */ x // want `string t grows`
		u += x                // want `string u grows`
	}
	return fmt.Sprint(s, t, len( /* bytes */ u))
}

// no fix: jumps
func jumps(in []string) string {
	s := ""
	i := 0
again:
	if i < len(in) {
		s += in[i] // want `string s grows`
		i++
		goto again
	}
	return s
}
