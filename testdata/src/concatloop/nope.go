package concatloop

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// a fresh variable in each turn
func fresh(in []string) (out []string) {
	for _, x := range in {
		s := "<"
		s += x
		s = s + ">"
		out = append(out, s)
	}
	for s := ""; len(s) < 100; s += "x" {
		out = append(out, s)
	}
	return out
}

// the element, or what it points to, is another one in each turn
func elementOfTurn(nodes []*node, m map[string]string, a []string) {
	for i, n := range nodes {
		n.name += "!"
		m[n.name] += "!"
		a[i] += "!"
	}
	for i := 0; i < len(a); i++ {
		a[i] = a[i] + "!"
	}
}

// the index changes
func movingIndex(m map[string]string, in []string) {
	last := ""
	for _, x := range in {
		m[last] += x
		last = x
	}
	for n := 0; n < len(in); {
		in[n] += "!"
		n++
	}
}

// the pointer goes on in each turn
func movingPointer(n *node) {
	for n != nil {
		n.name += "!"
		n = n.next
	}
}

// reset in each turn, before or after
func reset(in []string, use func(...string)) {
	var s, t, u string
	for _, x := range in {
		s = ""
		s += x
		t += x
		use(t)
		t = "+"
		if x == "" {
			continue
		}
		u = x
		for range 3 {
			u += x
		}
	}
	use(s, u)
}

// the structure is reset
func resetWhole(in []string, out []page) {
	var p page
	for _, x := range in {
		p = page{}
		p.body += x
		p.body += x
		out = append(out, p)
	}
}

// the loop is left after the growth
func left(in []string) (s string, err error) {
	for _, x := range in {
		if x == "a" {
			s += x
			break
		}
		if x == "b" {
			s += x
			return s, nil
		}
		if x == "c" {
			s += x
			panic(s)
		}
		if x == "d" {
			s += x
			switch {
			case len(in) > 3:
				return s, nil
			default:
				goto done
			}
		}
	}
done:
	return s, nil
}

// the value is used in every turn
func used(in []string, use func(string)) (s string) {
	for _, x := range in {
		s += x
		use(s)
	}
	for _, x := range in {
		s += clean(s, x)
	}
	for _, x := range in {
		if strings.Contains(s, x) {
			continue
		}
		s += x
	}
	for _, x := range in {
		if x != "" {
			s += "/" + x
			use(s)
		}
	}
	for _, x := range in {
		s += x
		for _, y := range in {
			use(s + y)
		}
	}
	return s
}

func clean(s, x string) string { return strings.TrimPrefix(x, s) }

// the value is used by a closure, a method or a function in every turn
func (p *page) usedElsewhere(in []string, print func(page)) {
	s := ""
	flush := func() { p.body = s }
	for _, x := range in {
		s += x
		flush()
	}
	for _, x := range in {
		p.note += x
		p.show()
	}
	for _, x := range in {
		p.head.text += x
		print(*p)
	}
	for _, x := range in {
		log += x
		show()
	}
}

func (p *page) show() { fmt.Println(p.note) }
func show()           { fmt.Println(log) }

// the address is taken: somebody may look at it
func addressed(in []string, use func(*string)) (s string) {
	for _, x := range in {
		s += x
		use(&s)
	}
	return s
}

// no growth
func other(in []string, n int, f float64) (s string) {
	sum := 0
	for i, x := range in {
		n += i
		f += 1
		sum = sum + n
		s = x + "!"
		s = fmt.Sprintf("%s", s)
		s = fmt.Sprintf("%5s|%d", s, i)
		s = fmt.Sprintf("%[2]d%[1]s", s, i)
		s = strings.Join(in, s)
		s = strings.TrimSpace(s)
	}
	return s
}

func numbers[T int | string](in []T) (sum T) {
	for _, x := range in {
		sum += x
	}
	return sum
}

// bounded: as much is taken away as is added
func window(in []string) (s string) {
	s = "      "
	for _, x := range in {
		s = s[1:] + x[:1]
	}
	for i, x := range in {
		s = s[:i] + x[:1] + s[i+1:]
	}
	return s
}

// doubling copies no more than the final length
func doubling(n int) string {
	s := "-"
	for len(s) < n {
		s += s
	}
	for len(s) < n {
		s = s + s
	}
	return s
}

// text about errors
func errorText(in []string, errs []error, check func(string) error) error {
	msg, bad, missing := "", "", ""
	for _, err := range errs {
		msg += err.Error() + "; "
	}
	for _, err := range errs {
		msg += fmt.Sprintf("%v; ", err)
	}
	for _, x := range in {
		if err := check(x); err != nil {
			bad += x + " "
		}
		if x == "" {
			missing += x + " "
		}
	}
	if bad != "" {
		fmt.Println(bad, msg)
	}
	if missing != "" {
		return fmt.Errorf("missing: %s", missing)
	}
	return errors.New("no" + missing)
}

func errorSeparators(in []string, check func(string) error) (msg string) {
	for _, x := range in {
		err := check(x)
		if msg != "" {
			msg += "; "
		}
		msg += "x: " + err.Error()
	}
	return msg
}

func errorResponse(w http.ResponseWriter, in []string) {
	text := ""
	for _, x := range in {
		text += x
	}
	http.Error(w, text, http.StatusBadRequest)
}

// bytes are not copied on each append
func bytesGrow(in [][]byte) (b []byte) {
	for _, x := range in {
		b = append(b, x...)
	}
	return b
}

// no loop
func straight(a, b string) (s string) {
	s += a
	s += b
	return s
}

// cold: text for people
func (p page) String() (s string) {
	for range len(p.body) {
		s += "-"
	}
	return s
}

// cold: set-up
func init() {
	for range len(log) {
		log += "-"
	}
}

// nope: takes one value apart, and nothing shows that it does so often (a notice)
func age(n int, split func(int) (int, string)) (s string) {
	for n != 0 {
		var unit string
		n, unit = split(n)
		s += ", " + unit
	}
	return s
}
